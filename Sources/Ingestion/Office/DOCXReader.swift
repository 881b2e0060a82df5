import Source

/// Reads DOCX (ECMA-376, WordprocessingML): the body of the document and its properties.
struct DOCXReader {
  private let part: OfficePart
  private let rules: OfficeRules
  private let file: String
  private static let origin = "document properties"

  init(limits: ReadingLimits, rules: OfficeRules, archive: ZIPArchive, file: String) {
    part = OfficePart(archive: archive, file: file, limits: limits)
    self.rules = rules
    self.file = file
  }

  /// The name of the part that holds the text; nothing where the archive is no such document.
  static func mainPart(of archive: ZIPArchive, file: String, limits: ReadingLimits)
    throws(IngestionError) -> String?
  {
    let part = OfficePart(archive: archive, file: file, limits: limits)
    let names = archive.entries.map(\.name)
    guard names.contains("[Content_Types].xml") else { return nil }
    let usual = "word/document.xml"
    guard let relations = try part.tree("_rels/.rels"), let root = relations.root else {
      return names.contains(usual) ? usual : nil
    }
    let target = relations.children(root, "Relationship").first {
      relations.attribute($0, "Type")?.hasSuffix("/officeDocument") == true
    }.flatMap { relations.attribute($0, "Target") }
    let name = target.map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 } ?? usual
    return name.hasPrefix("word/") && names.contains(name) ? name : nil
  }

  /// Reads the document whose text is in a part.
  func read(_ document: String) throws(IngestionError) -> ManuscriptWithMetadata {
    guard let tree = try part.tree(document), let root = tree.root,
      let body = tree.first("body", inside: root)
    else {
      throw IngestionError(
        file: file, .malformed(format: "DOCX", reason: "\(document) has no body"))
    }
    let styles = try part.tree("word/styles.xml")
    let names = Self.styleNames(in: styles)
    let rules = rules
    let role = { (paragraph: Int) -> Paragraph.Role in
      guard let properties = tree.child(paragraph, "pPr") else { return .body }
      let style = tree.child(properties, "pStyle").flatMap { tree.attribute($0, "val") } ?? ""
      let role = rules.role(ofStyle: names[style] ?? style)
      return role == .body && tree.child(properties, "numPr") != nil ? .listItem : role
    }
    var text = OfficeText(
      tree: tree, elements: rules.docx, deadline: part.limits.deadline, role: role,
      numbering: DOCXNumbering(
        numbering: try part.tree("word/numbering.xml"), styles: styles, rules: rules.numbers))
    return ManuscriptWithMetadata(
      manuscript: try text.manuscript(inside: body), metadata: try metadata())
  }

  /// The names of styles by their ids: ids are in the language of the program, names in English.
  private static func styleNames(in tree: XMLTree?) -> [String: String] {
    guard let tree, let root = tree.root else { return [:] }
    var names: [String: String] = [:]
    for style in tree.children(root, "style") {
      guard let id = tree.attribute(style, "styleId") else { continue }
      names[id] = tree.child(style, "name").flatMap { tree.attribute($0, "val") }
    }
    return names
  }

  private func metadata() throws(IngestionError) -> SourceMetadata {
    var metadata = SourceMetadata()
    if let tree = try part.tree("docProps/core.xml"), let root = tree.root {
      metadata.offer(.title, tree.text(of: tree.child(root, "title")), from: Self.origin)
      metadata.offer(.author, tree.text(of: tree.child(root, "creator")), from: Self.origin)
      metadata.offer(language: tree.text(of: tree.child(root, "language")), from: Self.origin)
    }
    if let tree = try part.tree("docProps/app.xml"), let root = tree.root {
      metadata.offer(.publisher, tree.text(of: tree.child(root, "Company")), from: Self.origin)
    }
    return metadata
  }
}
