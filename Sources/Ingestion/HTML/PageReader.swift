import Source

/// Reads a page: its article and what it says of itself.
struct PageReader {
  let limits: ReadingLimits

  /// Reads a page of well-formed UTF-8.
  ///
  /// - Parameter file: what messages call it.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> ManuscriptWithMetadata {
    let rules = try ExtractionRules.shared()
    let tree = try HTMLParser.parse(utf8, file: file, limits: limits)
    if let post = try EmbeddedPost.sole(in: tree, rules: rules, deadline: limits.deadline) {
      return try post.account(from: "embedded post")
    }
    let linkedData = LinkedData(of: tree, deadline: limits.deadline)
    try limits.deadline.check()
    var metadata = try PageMetadata.read(tree, linkedData: linkedData, deadline: limits.deadline)
    let text = ArticleText(tree: tree, rules: rules, deadline: limits.deadline)
    let (runs, hasHeadline) = try text.runs(title: metadata.title)
    var manuscript = try text.manuscript(of: runs)
    manuscript.hasHeadline = hasHeadline
    if let stated = try statedBody(linkedData, file: file),
      isShort(manuscript, beside: stated, rules)
    {
      manuscript = stated
    }
    guard !manuscript.isEmpty else { throw IngestionError(file: file, .noMainText) }
    if metadata.published == nil {
      let found = PublicationDate(text: text, dates: try DateText.shared()).find(around: runs)
      metadata.offer(published: found?.timestamp, from: found?.origin ?? "")
    }
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  /// What JSON-LD gives as the body of the article.
  private func statedBody(_ linkedData: LinkedData, file: String)
    throws(IngestionError) -> Manuscript?
  {
    let types = try MetadataRules.shared().articleTypes
    guard case .string(let body)? = linkedData.article(ofTypes: types)?["articleBody"] else {
      return nil
    }
    guard body.contains("</") else {
      return try PlainTextReader.read(body, limits: limits, hasHeading: false)
    }
    return try FragmentReader(limits: limits).read(Array(body.utf8), file: file)
  }

  /// Whether the page shows so little of its article that scripts must have been meant to fill it
  /// in.
  private func isShort(_ shown: Manuscript, beside stated: Manuscript, _ rules: ExtractionRules)
    -> Bool
  {
    let lengths = [shown, stated].map { manuscript in
      Double(manuscript.blocks.reduce(0) { $0 + $1.text.unicodeScalars.count })
    }
    return lengths[0] < lengths[1] * rules.thresholds.shownShare
  }
}
