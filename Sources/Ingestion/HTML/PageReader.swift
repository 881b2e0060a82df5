import Source

/// Reads a page: its article and what it says of itself.
struct PageReader {
  let options: ReadingOptions

  /// Reads a page of well-formed UTF-8.
  ///
  /// - Parameter file: what messages call it.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> ManuscriptWithMetadata {
    let rules = try ExtractionRules.shared()
    let tree = try HTMLParser.parse(utf8, file: file, maximumElements: options.maximumElements)
    let linkedData = LinkedData(of: tree)
    var metadata = try PageMetadata.read(tree, linkedData: linkedData)
    let text = ArticleText(tree: tree, rules: rules)
    let (manuscript, runs) = text.manuscript(headline: metadata.title)
    if metadata.published == nil {
      let found = PublicationDate(text: text, dates: try DateText.shared()).find(around: runs)
      metadata.offer(published: found?.timestamp, from: found?.origin ?? "")
    }
    guard !manuscript.isEmpty else { throw IngestionError(file: file, .noMainText) }
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }
}
