/// Reads a piece of HTML that is content and nothing else: the body of a message or of a feed's
/// entry, the text of a post.
struct FragmentReader {
  let limits: ReadingLimits

  /// The blocks of a piece of well-formed UTF-8, in time linear in its length.
  ///
  /// - Parameter file: what messages call it.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> Manuscript {
    let tree = try HTMLParser.parse(utf8, file: file, limits: limits)
    let text = ArticleText(
      tree: tree, rules: try ExtractionRules.shared(), deadline: limits.deadline)
    let shown = text.flow.runs.indices.filter { !text.flow.runs[$0].marks.contains(.hidden) }
    return try text.manuscript(of: shown)
  }
}
