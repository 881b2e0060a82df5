import Source

/// Reads news in NITF 3.x, as a file of its own or inside of a NewsML-G2 item.
struct NITFReader {
  let limits: ReadingLimits
  let tree: XMLTree
  let file: String
  private static let origin = "NITF"

  /// The account in an `nitf` element; nothing where it has no text.
  func account(at root: Int) throws(IngestionError) -> ManuscriptWithMetadata? {
    let rules = try NewsXMLRules.shared().nitf
    let title = tree.text(of: headline(of: root))
    var manuscript = Manuscript()
    if let content = tree.first("body.content", inside: root) {
      manuscript = try FragmentReader(limits: limits).read(
        rules.writer.html(inside: content, of: tree), file: file)
    }
    guard !manuscript.isEmpty || title != nil else { return nil }
    if let second = tree.text(of: tree.first("hl2", inside: headlines(of: root) ?? root)) {
      manuscript.blocks.insert(.init(text: second, role: .heading), at: 0)
    }
    if let title {
      manuscript.blocks.insert(.init(text: title, role: .heading), at: 0)
      manuscript.hasHeadline = true
    }
    return ManuscriptWithMetadata(
      manuscript: manuscript, metadata: try metadata(of: root, title: title))
  }

  private func headlines(of root: Int) -> Int? { tree.first("hedline", inside: root) }

  private func headline(of root: Int) -> Int? {
    let shown = headlines(of: root).flatMap { tree.first("hl1", inside: $0) }
    return shown ?? tree.child(root, "head").flatMap { tree.child($0, "title") }
  }

  private func metadata(of root: Int, title: String?) throws(IngestionError) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.offer(.title, title, from: Self.origin)
    let publication = tree.first("pubdata", inside: root)
    metadata.offer(
      .publisher, publication.flatMap { tree.attribute($0, "name") }, from: Self.origin)
    metadata.offer(
      .publisher, tree.text(of: tree.first("distributor", inside: root)), from: Self.origin)
    metadata.offer(.author, try author(in: root), from: Self.origin)
    metadata.offer(.url, publication.flatMap { tree.attribute($0, "ex-ref") }, from: Self.origin)
    let dates = try DateText.shared()
    let written = [
      tree.first("date.issue", inside: root).flatMap { tree.attribute($0, "norm") },
      publication.flatMap { tree.attribute($0, "date.publication") },
      tree.first("story.date", inside: root).flatMap { tree.attribute($0, "norm") },
      tree.text(of: tree.first("story.date", inside: root)),
    ]
    for date in written.compactMap({ $0 }) {
      metadata.offer(published: dates.timestamp(of: date), from: Self.origin)
    }
    metadata.offer(language: tree.attribute(root, "lang"), from: Self.origin)
    metadata.offer(kind: .news, from: Self.origin)
    return metadata
  }

  /// The persons of the byline, or the byline without the word before them.
  private func author(in root: Int) throws(IngestionError) -> String? {
    guard let byline = tree.first("byline", inside: root) else { return nil }
    let persons = tree.inside(byline).filter { tree.local($0) == "person" }
    let names = persons.compactMap { tree.text(of: $0) }
    if !names.isEmpty { return names.joined(separator: ", ") }
    let prefixes = try MetadataRules.shared().authorPrefixes
    return tree.text(of: byline).map { text in
      let prefix = prefixes.first { text.lowercased().hasPrefix($0) }
      return String(text.dropFirst(prefix?.count ?? 0))
    }
  }
}
