/// Tells tables of data from tables that lay out a page.
struct DataTables: Sendable {
  private var tables: Set<Int> = []

  /// Looks at all tables of a page, in time linear in its size: a table in another ends the look at
  /// that one.
  init(of tree: HTMLTree) {
    for node in tree.nodes.indices where tree.tag(node) == .table && Self.isData(node, in: tree) {
      tables.insert(node)
    }
  }

  /// Whether a node is a table that holds data.
  func isData(_ node: Int) -> Bool { tables.contains(node) }

  /// Whether a table holds data: it says so by a caption, heads or a summary, or has many small
  /// cells and no table in it.
  ///
  /// After the tests that browsers use for screen readers, as in Readability's.
  private static func isData(_ table: Int, in tree: HTMLTree) -> Bool {
    let role = tree.attribute(table, .role)?.lowercased()
    if role == "presentation" || role == "none" { return false }
    if tree.attribute(table, .summary).map({ !$0.isEmpty }) == true { return true }
    var rows = 0
    var cells = 0
    for node in tree.inside(table) {
      switch tree.tag(node) {
      case .table: return false
      case .caption, .thead, .tfoot, .th, .col, .colgroup: return true
      case .tr: rows += 1
      case .td: cells += 1
      default: break
      }
    }
    guard rows > 1, cells > rows else { return false }
    return rows >= 10 || cells / rows > 4 || cells > 10
  }
}
