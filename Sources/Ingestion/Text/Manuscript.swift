import Source

/// What a reader makes of a file: blocks of running text in order, not yet laid out as one text.
struct Manuscript: Sendable {
  /// A block: a paragraph to be.
  struct Block: Sendable, Hashable {
    var text: String
    var role: Paragraph.Role = .body
    var label: String?
    /// Whether the label is written in the source, as in `(2) The ministers ...`, rather than
    /// drawn.
    var isLabelWritten = false
    /// The index of the quote that the block belongs to.
    var quote: Int?
  }

  /// A block of someone else's words, which runs over one or more blocks.
  struct Quote: Sendable, Hashable {
    var kind: EmbeddedQuote.Kind
    var attribution: String?
    var url: String?
  }

  var blocks: [Block] = []
  /// Whether the first block is the headline.
  var hasHeadline = false
  var quotes: [Quote] = []

  /// Whether there is nothing to read.
  var isEmpty: Bool { blocks.allSatisfy(\.text.isEmpty) }

  /// How many bytes its texts come to.
  var size: Int { blocks.reduce(0) { $0 + $1.text.utf8.count } }

  /// Adds the blocks and quotes of another text behind those that are there.
  mutating func append(_ other: Manuscript) {
    let offset = quotes.count
    quotes += other.quotes
    blocks += other.blocks.map { block in
      var moved = block
      moved.quote = block.quote.map { $0 + offset }
      return moved
    }
  }

  /// Lays the blocks out: a blank line between two, and the places of paragraphs and quotes.
  ///
  /// A label that is written in the source stays in the text, before its paragraph and outside of
  /// its range, so that no word of the source is lost.
  func laidOut() -> (text: SourceText, paragraphs: [Paragraph], quotes: [EmbeddedQuote]) {
    var text = ""
    var count = 0
    var paragraphs: [Paragraph] = []
    var quoteRanges: [Int: Range<Int>] = [:]
    func append(_ piece: String) {
      text += piece
      count += piece.unicodeScalars.count
    }
    for block in blocks where !block.text.isEmpty {
      if count > 0 { append("\n\n") }
      if let label = block.label, block.isLabelWritten { append(label + " ") }
      let start = count
      append(block.text)
      paragraphs.append(Paragraph(range: start..<count, role: block.role, label: block.label))
      guard let quote = block.quote else { continue }
      let before = quoteRanges[quote]?.lowerBound ?? start
      quoteRanges[quote] = before..<count
    }
    let embedded = quoteRanges.sorted { $0.key < $1.key }.map { index, range in
      let quote = quotes[index]
      return EmbeddedQuote(
        range: range, kind: quote.kind, attribution: quote.attribution, url: quote.url)
    }
    return (SourceText(text), paragraphs, embedded)
  }
}
