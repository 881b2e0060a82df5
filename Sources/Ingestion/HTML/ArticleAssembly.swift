import Source

/// Makes blocks of the runs of an article: their roles, labels and quotes.
struct ArticleAssembly {
  private let tree: HTMLTree
  private let flow: TextFlow
  private let rules: ExtractionRules
  private let tables: DataTables
  private let deadline: Deadline
  private let runs: [Int]
  private var result = Manuscript()
  private var quoteOfNode: [Int: Int] = [:]
  private var posts: [Int: EmbeddedPost] = [:]
  private var labels = ListLabels()
  private var row: (node: Int, cells: [String])?

  init(text: ArticleText, runs: [Int]) {
    tree = text.tree
    flow = text.flow
    rules = text.rules
    tables = text.tables
    deadline = text.deadline
    self.runs = runs
  }

  /// The blocks in document order.
  mutating func manuscript() throws(IngestionError) -> Manuscript {
    for index in runs {
      try deadline.check()
      try take(flow.runs[index])
    }
    endRow()
    ParagraphLabel.labelBareNumbers(in: &result)
    return result
  }

  private mutating func take(_ run: TextFlow.Run) throws(IngestionError) {
    var text = flow.string(of: run)
    let container = Int(run.container)
    if run.marks.contains(.table), let tableRow = dataRow(around: container) {
      if row?.node != tableRow {
        endRow()
        row = (tableRow, [])
      }
      row?.cells.append(text)
      return
    }
    endRow()
    let quote = run.marks.contains(.quote) ? try takeQuote(around: container) : nil
    if let quote {
      if isAttribution(run, text, of: quote) { return }
      if posts[quote.node] != nil { text = EmbeddedPost.withoutPictures(text, rules) }
    }
    result.blocks.append(block(text, container: container, run: run, quote: quote?.index))
  }

  private mutating func block(
    _ text: String, container: Int, run: TextFlow.Run, quote: Int?
  ) -> Manuscript.Block {
    if tree.tag(container).traits.contains(.heading) {
      return .init(text: text, role: .heading, quote: quote)
    }
    if let quote { return .init(text: text, role: .quote, quote: quote) }
    if let item = ListItem.around(container, in: tree) {
      return .init(
        text: text, role: .listItem, label: labels.label(of: item, before: run, in: tree))
    }
    if let (label, rest) = ParagraphLabel.split(text) {
      return .init(text: rest, label: label, isLabelWritten: true)
    }
    return .init(text: text)
  }

  private mutating func endRow() {
    guard let row else { return }
    self.row = nil
    result.blocks.append(.init(text: TableRow.text(of: row.cells), role: .tableRow))
  }

  /// The row of the table of data around an element.
  private func dataRow(around node: Int) -> Int? {
    var ancestor = node
    var row: Int?
    while ancestor > 0 {
      switch tree.tag(ancestor) {
      case .tr where row == nil: row = ancestor
      case .table: return tables.isData(ancestor) ? row : nil
      default: break
      }
      ancestor = tree.parent(ancestor)
    }
    return nil
  }

  /// The quote around an element, noted where it is new.
  private mutating func takeQuote(around node: Int) throws(IngestionError)
    -> (index: Int, node: Int)?
  {
    var outermost: Int?
    var ancestor = node
    while ancestor > 0 {
      if tree.tag(ancestor) == .blockquote { outermost = ancestor }
      ancestor = tree.parent(ancestor)
    }
    guard let outermost else { return nil }
    if let known = quoteOfNode[outermost] { return (known, outermost) }
    let post = try EmbeddedPost.read(outermost, in: tree, rules: rules, deadline: deadline)
    posts[outermost] = post
    let passage = post == nil ? QuotedPassage.source(of: outermost, in: tree) : nil
    result.quotes.append(
      .init(
        kind: post == nil ? .passage : .post,
        attribution: post?.attribution ?? passage?.attribution,
        url: post?.url ?? passage?.url))
    quoteOfNode[outermost] = result.quotes.count - 1
    return (result.quotes.count - 1, outermost)
  }

  /// Whether a run of a quote names its author only, and is no part of what is quoted.
  private func isAttribution(
    _ run: TextFlow.Run, _ text: String, of quote: (index: Int, node: Int)
  ) -> Bool {
    if let post = posts[quote.node] { return !post.isText(run, of: quote.node, in: tree) }
    return result.quotes[quote.index].attribution.map {
      text.hasSuffix($0) && text.count <= $0.count + 3
    }
      ?? false
  }
}
