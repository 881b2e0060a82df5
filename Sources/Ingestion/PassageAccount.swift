import Source

extension Account {
  /// An account of passages alone, one a paragraph, of which nothing else is known.
  ///
  /// - Parameter passages: the paragraphs; a line feed joins them to the account's text.
  public init(passages: [String], language: LanguageTag, published: Timestamp? = nil) {
    var ranges: [Range<Int>] = []
    var start = 0
    for passage in passages {
      let end = start + passage.unicodeScalars.count
      ranges.append(start..<end)
      start = end + 1
    }
    self.init(
      id: "", file: "", publisher: "", kind: .document, language: language,
      published: published, text: SourceText(passages.joined(separator: "\n")),
      paragraphs: ranges.map { Paragraph(range: $0) }, sha256: "")
  }
}
