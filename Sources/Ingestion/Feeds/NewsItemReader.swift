import Source

/// Reads items of NewsML-G2 (https://iptc.org/standards/newsml-g2/), alone or in a news message.
struct NewsItemReader {
  let limits: ReadingLimits
  let tree: XMLTree
  let file: String
  private static let origin = "NewsML-G2"

  /// The accounts in the items that carry text.
  func items() throws(IngestionError) -> [ManuscriptWithMetadata] {
    guard let root = tree.root else { return [] }
    let isItem = tree.local(root) == "newsItem"
    let nodes = isItem ? [root] : tree.inside(root).filter { tree.local($0) == "newsItem" }
    var items: [ManuscriptWithMetadata] = []
    for node in nodes {
      try limits.deadline.check()
      if let item = try item(node) { items.append(item) }
    }
    return items
  }

  private func item(_ node: Int) throws(IngestionError) -> ManuscriptWithMetadata? {
    let content = tree.child(node, "contentMeta")
    let header = tree.child(node, "itemMeta")
    var metadata = SourceMetadata()
    let headline = tree.text(of: content.flatMap { tree.child($0, "headline") })
    let title = headline ?? tree.text(of: header.flatMap { tree.child($0, "title") })
    metadata.offer(.title, title, from: Self.origin)
    metadata.offer(
      .publisher, name(of: content.flatMap { tree.child($0, "infoSource") }), from: Self.origin)
    metadata.offer(
      .publisher, name(of: header.flatMap { tree.child($0, "provider") }), from: Self.origin)
    let creators = content.map { tree.children($0, "creator") } ?? []
    let authors = creators.compactMap { name(of: $0) }.joined(separator: ", ")
    metadata.offer(.author, authors, from: Self.origin)
    metadata.offer(
      .author, tree.text(of: content.flatMap { tree.child($0, "by") }), from: Self.origin)
    let language = content.flatMap { tree.child($0, "language") }
    metadata.offer(language: language.flatMap { tree.attribute($0, "tag") }, from: Self.origin)
    metadata.offer(language: tree.attribute(node, "lang"), from: Self.origin)
    let dates = try DateText.shared()
    let written = [
      content.flatMap { tree.child($0, "contentCreated") },
      header.flatMap { tree.child($0, "firstCreated") },
      header.flatMap { tree.child($0, "versionCreated") },
    ]
    for date in written {
      metadata.offer(
        published: tree.text(of: date).flatMap { dates.timestamp(of: $0) }, from: Self.origin)
    }
    metadata.offer(kind: .news, from: Self.origin)
    return try reading(of: node, metadata: metadata)
  }

  private func reading(of node: Int, metadata: SourceMetadata) throws(IngestionError)
    -> ManuscriptWithMetadata?
  {
    guard let content = tree.child(node, "contentSet") else { return nil }
    if let nitf = tree.first("nitf", inside: content) {
      guard
        var inner = try NITFReader(limits: limits, tree: tree, file: file).account(at: nitf)
      else { return nil }
      var own = metadata
      own.fill(from: inner.metadata)
      inner.metadata = own
      return inner
    }
    var manuscript = try text(of: content)
    guard !manuscript.isEmpty else { return nil }
    if let title = metadata.title {
      if manuscript.blocks.first?.text != title {
        manuscript.blocks.insert(.init(text: title, role: .heading), at: 0)
      }
      manuscript.blocks[0].role = .heading
      manuscript.hasHeadline = true
    }
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  /// The text that stands in the item itself; what is only linked to is elsewhere.
  private func text(of content: Int) throws(IngestionError) -> Manuscript {
    if let inline = tree.child(content, "inlineXML") {
      let body = tree.first("body", inside: inline) ?? inline
      let writer = try NewsXMLRules.shared().xhtml.writer
      return try FragmentReader(limits: limits).read(
        writer.html(inside: body, of: tree), file: file)
    }
    guard let data = tree.child(content, "inlineData") else { return Manuscript() }
    let text = tree.string(data)
    let type = tree.attribute(data, "contenttype") ?? "text/plain"
    guard type.contains("html") else {
      return try PlainTextReader.read(text, limits: limits, hasHeading: false)
    }
    return try FragmentReader(limits: limits).read(Array(text.utf8), file: file)
  }

  /// The name of a party: as an element, as its attribute, or as the code that stands for it.
  private func name(of node: Int?) -> String? {
    guard let node else { return nil }
    if let name = tree.text(of: tree.child(node, "name")) { return name }
    if let literal = tree.attribute(node, "literal") { return literal }
    return tree.attribute(node, "uri")
      ?? tree.attribute(node, "qcode").map { code in
        code.split(separator: ":").last.map(String.init) ?? code
      }
  }
}
