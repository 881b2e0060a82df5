extension ReportReader.Reading {
  /// The report with the marks of its findings brought up to what has been kept of it, so that a box that is unticked
  /// later is seen to be.
  ///
  /// - Parameters:
  ///   - report: the text that was read.
  ///   - file: the decisions afterwards.
  /// - Complexity: linear in the length of the report.
  public func text(_ report: String, noting file: ReviewFile) -> String {
    var result = ""
    var rest = report[...]
    for entry in entries {
      guard entry.isReviewable, var mark = entry.mark,
        let name = rest.firstRange(of: entry.finding + "*"),
        let comment = rest[name.upperBound...].firstRange(of: mark.comment)
      else { continue }
      result += rest[..<comment.lowerBound]
      // Where somebody else's decision is kept instead, the report still shows another one.
      if file.decisions[entry.finding]?.ruling.state == entry.state { mark.state = entry.state }
      result += mark.comment
      rest = rest[comment.upperBound...]
    }
    return result + rest
  }
}
