/// Reads XML that carries accounts: RSS and Atom feeds, NewsML-G2 and NITF.
struct NewsXMLReader {
  let limits: ReadingLimits

  /// Whether XML of this root element is read here.
  static func reads(root: String) -> Bool {
    let known = [
      "rss", "feed", "entry", "RDF", "newsItem", "newsMessage", "nitf", "packageItem",
      "NewsML",
    ]
    return known.contains(root)
  }

  /// Reads well-formed UTF-8.
  ///
  /// XML that is not well-formed is read as far as it makes sense, and told of.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> FormatReading {
    let document = try XMLParser.parse(
      utf8, file: file, limits: limits)
    let mistake = document.mistake.map { mistake in
      IngestionError(
        file: file, line: mistake.line, isNote: true,
        .malformed(format: "XML", reason: mistake.reason))
    }
    do throws(IngestionError) {
      let manuscripts = try manuscripts(in: document.tree, file: file)
      return FormatReading(manuscripts: manuscripts, notes: mistake.map { [$0] } ?? [])
    } catch {
      guard case .noMainText = error.trouble, var mistake else { throw error }
      mistake.isNote = false
      throw mistake
    }
  }

  private func manuscripts(in tree: XMLTree, file: String) throws(IngestionError)
    -> [ManuscriptWithMetadata]
  {
    guard let root = tree.root else { throw IngestionError(file: file, .noMainText) }
    let found: [ManuscriptWithMetadata]
    switch tree.local(root) {
    case "rss", "feed", "entry", "RDF":
      found = try FeedReader(limits: limits, tree: tree, file: file).entries()
    case "newsItem", "newsMessage":
      found = try NewsItemReader(limits: limits, tree: tree, file: file).items()
    case "nitf":
      let reader = NITFReader(limits: limits, tree: tree, file: file)
      found = try reader.account(at: root).map { [$0] } ?? []
    case "packageItem":
      throw IngestionError(
        file: file,
        .unsupported(
          format: "a NewsML-G2 package, which only points to its items", instead: "save the items"))
    case "NewsML":
      throw IngestionError(
        file: file,
        .unsupported(format: "NewsML 1.x", instead: "save the item as NewsML-G2 or NITF"))
    case let name:
      throw IngestionError(file: file, .unknownXML(root: name))
    }
    guard !found.isEmpty else { throw IngestionError(file: file, .noMainText) }
    return found
  }
}
