/// Makes blocks of the paragraphs and tables of an office document.
struct OfficeText {
  let tree: XMLTree
  let elements: OfficeRules.Elements
  let deadline: Deadline
  /// What a paragraph is.
  let role: (_ paragraph: Int) -> Paragraph.Role
  /// What the word processor draws before paragraphs.
  var numbering: any OfficeNumbering

  /// The blocks inside of a node in document order, in time linear in its length.
  mutating func manuscript(inside node: Int) throws(IngestionError) -> Manuscript {
    var manuscript = Manuscript()
    var at = node + 1
    var listEnd = 0
    while at < Int(tree.nodes[node].end) {
      let local = tree.local(at)
      let end = Int(tree.nodes[at].end)
      if elements.leftOut.contains(local) {
        at = end
        continue
      }
      if elements.paragraphs.contains(local) || elements.rows.contains(local) {
        try deadline.check()
      }
      if elements.rows.contains(local), let row = row(at) {
        for inner in tree.inside(at) where elements.paragraphs.contains(tree.local(inner)) {
          _ = numbering.label(of: inner, in: tree)
        }
        manuscript.blocks.append(row)
        at = end
        continue
      }
      if elements.listItems.contains(local) { listEnd = max(listEnd, end) }
      if elements.paragraphs.contains(local) {
        append(paragraph: at, isListItem: at < listEnd, to: &manuscript)
      }
      at += 1
    }
    ParagraphLabel.labelBareNumbers(in: &manuscript)
    return manuscript
  }

  private mutating func append(paragraph: Int, isListItem: Bool, to manuscript: inout Manuscript) {
    // A paragraph without text has its number too.
    let number = numbering.label(of: paragraph, in: tree)
    let text = text(ofParagraph: paragraph)
    guard !text.isEmpty else { return }
    let role = role(paragraph)
    guard role != .quote else {
      if manuscript.blocks.last?.role != .quote { manuscript.quotes.append(.init(kind: .passage)) }
      manuscript.blocks.append(
        .init(text: text, role: .quote, label: number, quote: manuscript.quotes.count - 1))
      return
    }
    if number == nil, role == .body, let (label, rest) = ParagraphLabel.split(text) {
      manuscript.blocks.append(
        .init(
          text: rest, role: isListItem ? .listItem : .body, label: label, isLabelWritten: true))
      return
    }
    manuscript.blocks.append(
      .init(text: text, role: role == .body && isListItem ? .listItem : role, label: number))
  }

  /// A row of several cells; a row of one cell only frames paragraphs.
  private func row(_ node: Int) -> Manuscript.Block? {
    let cells = tree.children(node).filter { elements.cells.contains(tree.local($0)) }
    guard cells.count > 1 else { return nil }
    return .init(text: TableRow.text(of: cells.map(text(ofCell:))), role: .tableRow)
  }

  private func text(ofCell cell: Int) -> String {
    let paragraphs = tree.inside(cell).filter { elements.paragraphs.contains(tree.local($0)) }
    return paragraphs.map(text(ofParagraph:)).joined(separator: " ").collapsingSpaces
  }

  /// The words of a paragraph without those of paragraphs in it, which text boxes have.
  private func text(ofParagraph paragraph: Int) -> String {
    var text = ""
    var at = paragraph + 1
    let end = Int(tree.nodes[paragraph].end)
    while at < end {
      let local = tree.local(at)
      if elements.leftOut.contains(local) || elements.paragraphs.contains(local) {
        at = Int(tree.nodes[at].end)
        continue
      }
      if elements.spaces.contains(local) { text += " " }
      if tree.isText(at), isText(inside: Int(tree.nodes[at].parent)) { text += tree.string(at) }
      at += 1
    }
    return text.collapsingSpaces
  }

  private func isText(inside parent: Int) -> Bool {
    elements.texts.isEmpty || elements.texts.contains(tree.local(parent))
  }
}
