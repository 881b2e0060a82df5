import Source

/// Reads plain text: which lines belong together, what is a heading, what a list item.
enum PlainTextReader {
  /// The paragraphs of a text.
  ///
  /// Blank lines part blocks. Within a block the lines are joined where they were broken to fit a
  /// width, and are paragraphs of their own where they were not.
  ///
  /// - Parameters:
  ///   - limits: how many lines it may have, and how long reading it may take.
  ///   - hasHeading: whether the first line may be a headline.
  static func read(_ text: String, limits: ReadingLimits, hasHeading: Bool = true)
    throws(IngestionError) -> Manuscript
  {
    var manuscript = Manuscript()
    for block in try withDatelineApart(blocks(of: text, limits: limits)) {
      try limits.deadline.check()
      manuscript.blocks += try paragraphs(of: block, until: limits.deadline)
    }
    ParagraphLabel.labelBareNumbers(in: &manuscript)
    if hasHeading { markHeading(&manuscript) }
    return manuscript
  }

  private static func blocks(of text: String, limits: ReadingLimits) throws(IngestionError)
    -> [[String]]
  {
    var blocks: [[String]] = [[]]
    var watch = DeadlineWatch(limits.deadline)
    for line in try text.lines(endsAtSeparators: true, within: limits) {
      if watch.step() { try limits.deadline.check() }
      let trimmed = line.collapsingSpaces
      if !trimmed.isEmpty {
        blocks[blocks.count - 1].append(trimmed)
      } else if blocks.last?.isEmpty == false {
        blocks.append([])
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  /// A date right below the first line is no part of the headline.
  private static func withDatelineApart(_ blocks: [[String]]) throws(IngestionError) -> [[String]] {
    guard let first = blocks.first, first.count > 1,
      try DateText.shared().publicationDate(ofLine: first[1], others: 0) != nil
    else { return blocks }
    let parts = [Array(first[..<1]), Array(first[1..<2]), Array(first[2...])]
    return parts.filter { !$0.isEmpty } + blocks.dropFirst()
  }

  private static func paragraphs(of lines: [String], until deadline: Deadline)
    throws(IngestionError) -> [Manuscript.Block]
  {
    let isWrapped = WrappedLines.areWrapped(lines)
    var paragraphs: [Manuscript.Block] = []
    var watch = DeadlineWatch(deadline)
    for line in lines {
      if watch.step() { try deadline.check() }
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
