import Source

/// Reads plain text: which lines belong together, what is a heading, what a list item.
enum PlainTextReader {
  /// The paragraphs of a text.
  ///
  /// Blank lines part blocks. Within a block the lines are joined where they were broken to fit a
  /// width, and are paragraphs of their own where they were not.
  ///
  /// - Parameter hasHeading: whether the first line may be a headline.
  static func read(_ text: String, deadline: Deadline, hasHeading: Bool = true)
    throws(IngestionError) -> Manuscript
  {
    var manuscript = Manuscript()
    for block in try blocks(of: text, deadline: deadline) {
      try deadline.check()
      for paragraph in paragraphs(of: block) { manuscript.blocks.append(paragraph) }
    }
    ParagraphLabel.labelBareNumbers(in: &manuscript)
    if hasHeading { markHeading(&manuscript) }
    return manuscript
  }

  private static func blocks(of text: String, deadline: Deadline) throws(IngestionError)
    -> [[String]]
  {
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\u{2028}" || $0 == "\u{2029}"
    }
    var blocks: [[String]] = [[]]
    for line in lines {
      try deadline.check()
      let trimmed = String(line).collapsingSpaces
      if !trimmed.isEmpty {
        blocks[blocks.count - 1].append(trimmed)
      } else if blocks.last?.isEmpty == false {
        blocks.append([])
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func paragraphs(of lines: [String]) -> [Manuscript.Block] {
    let isWrapped = WrappedLines.areWrapped(lines)
    var paragraphs: [Manuscript.Block] = []
    for line in lines {
      let isQuote = line.hasPrefix("> ")
      if let (label, rest) = ParagraphLabel.split(line) {
        paragraphs.append(.init(text: rest, role: .listItem, label: label, isLabelWritten: true))
      } else if isWrapped, !paragraphs.isEmpty, !isQuote {
        WrappedLines.append(line, to: &paragraphs[paragraphs.count - 1].text)
      } else {
        paragraphs.append(.init(text: line))
      }
    }
    return paragraphs
  }

  /// A short first paragraph that does not end as a sentence does, with something longer below it.
  static func markHeading(_ manuscript: inout Manuscript) {
    let longest = 150
    guard manuscript.blocks.count > 1, let first = manuscript.blocks.first, first.label == nil,
      first.text.unicodeScalars.count <= longest, let last = first.text.unicodeScalars.last,
      !Self.sentenceEnds.contains(last),
      manuscript.blocks.dropFirst().contains(where: {
        $0.text.unicodeScalars.count > first.text.unicodeScalars.count
      })
    else { return }
    manuscript.blocks[0].role = .heading
  }

  private static let sentenceEnds: Set<Unicode.Scalar> = [
    ".", "!", "?", "。", "！", "？", ":", ";", ",", "、", "」", "”", "\"", "…", "：",
  ]
}
