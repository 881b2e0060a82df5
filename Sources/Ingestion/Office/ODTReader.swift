import Source

/// Reads ODT (OASIS OpenDocument 1.3): the text of the document and its properties.
struct ODTReader {
  private let part: OfficePart
  private let rules: OfficeRules
  private let file: String
  private static let origin = "document properties"

  init(limits: ReadingLimits, rules: OfficeRules, archive: ZIPArchive, file: String) {
    part = OfficePart(archive: archive, file: file, limits: limits)
    self.rules = rules
    self.file = file
  }

  /// Reads the document.
  func read() throws(IngestionError) -> ManuscriptWithMetadata {
    guard let tree = try part.tree("content.xml"), let root = tree.root,
      let body = tree.first("body", inside: root), let content = tree.child(body, "text")
    else {
      throw IngestionError(
        file: file, .malformed(format: "ODT", reason: "content.xml has no text"))
    }
    let parents = parentStyles(in: tree, root)
    let rules = rules
    let role = { (paragraph: Int) -> Paragraph.Role in
      guard tree.local(paragraph) != "h" else { return .heading }
      let style = tree.attribute(paragraph, "style-name") ?? ""
      return rules.role(ofStyle: parents[style] ?? style)
    }
    let parts = [tree, try part.tree("styles.xml")].compactMap { $0 }
    var text = OfficeText(
      tree: tree, elements: rules.odt, deadline: part.limits.deadline, role: role,
      numbering: ODTNumbering(parts: parts, rules: rules.numbers))
    return ManuscriptWithMetadata(
      manuscript: try text.manuscript(inside: content), metadata: try metadata())
  }

  /// The styles that people chose, by the names of those that the program made of them.
  private func parentStyles(in tree: XMLTree, _ root: Int) -> [String: String] {
    guard let automatic = tree.child(root, "automatic-styles") else { return [:] }
    var parents: [String: String] = [:]
    for style in tree.children(automatic, "style") {
      guard let name = tree.attribute(style, "name") else { continue }
      parents[name] = tree.attribute(style, "parent-style-name")
    }
    return parents
  }

  private func metadata() throws(IngestionError) -> SourceMetadata {
    var metadata = SourceMetadata()
    guard let tree = try part.tree("meta.xml"), let root = tree.root,
      let meta = tree.child(root, "meta")
    else { return metadata }
    metadata.offer(.title, tree.text(of: tree.child(meta, "title")), from: Self.origin)
    let author = tree.child(meta, "initial-creator") ?? tree.child(meta, "creator")
    metadata.offer(.author, tree.text(of: author), from: Self.origin)
    metadata.offer(language: tree.text(of: tree.child(meta, "language")), from: Self.origin)
    return metadata
  }
}
