extension ReportReader.Reading {
  /// The report with the marks of its findings brought up to what has been kept of it, so that a box that is unticked
  /// later is seen to be.
  ///
  /// - Parameters:
  ///   - report: the text that was read.
  ///   - file: the decisions afterwards.
  /// - Complexity: linear in the length of the report.
  public func text(_ report: String, noting file: ReviewFile) -> String {
    let scalars = report.unicodeScalars
    let lines = Self.lineStarts(of: scalars)
    var result = ""
    var rest = scalars[...]
    for (place, entry) in entries.enumerated() {
      let end = place + 1 < entries.count ? entries[place + 1].line - 1 : lines.count
      guard entry.isReviewable, var mark = entry.mark, entry.line <= end, end <= lines.count
      else { continue }
      let limit = end < lines.count ? lines[end] : scalars.endIndex
      let own = scalars[lines[entry.line - 1]..<limit]
      guard let comment = own.firstRange(of: mark.comment.unicodeScalars) else { continue }
      result += String(rest[..<comment.lowerBound])
      // Where somebody else's decision is kept instead, the report still shows another one.
      if file.decisions[entry.finding]?.ruling.state == entry.state { mark.state = entry.state }
      result += mark.comment
      rest = rest[comment.upperBound...]
    }
    return result + String(rest)
  }

  /// Where the lines begin that the reader counts.
  private static func lineStarts(of scalars: String.UnicodeScalarView)
    -> [String.UnicodeScalarView.Index]
  {
    var starts = [scalars.startIndex]
    var previous: Unicode.Scalar?
    for index in scalars.indices where scalars[index] != "\u{FEFF}" {
      let scalar = scalars[index]
      if scalar == "\n", previous == "\r" {
        starts[starts.count - 1] = scalars.index(after: index)
      } else if scalar == "\n" || scalar == "\r" {
        starts.append(scalars.index(after: index))
      }
      previous = scalar
    }
    return starts
  }
}
