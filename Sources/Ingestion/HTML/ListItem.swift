/// Items of lists and the numbers that browsers draw before them.
enum ListItem {
  /// The innermost list item around an element.
  static func around(_ node: Int, in tree: HTMLTree) -> Int? {
    var ancestor = node
    while ancestor > 0 {
      switch tree.tag(ancestor) {
      case .li, .dd, .dt: return ancestor
      case .blockquote, .td, .table: return nil
      default: ancestor = tree.parent(ancestor)
      }
    }
    return nil
  }

  /// Whether a run is the first text of an item.
  static func isFirstRun(_ run: TextFlow.Run, of item: Int, in tree: HTMLTree) -> Bool {
    for node in tree.inside(item) where tree.tag(node) == .text {
      if node == Int(run.nodes.lowerBound) { return true }
      if !tree.string(ofText: node).collapsingSpaces.isEmpty { return false }
    }
    return false
  }

  /// The number of an item of an ordered list, or a bullet.
  static func label(of item: Int, in tree: HTMLTree) -> String? {
    let list = tree.parent(item)
    guard tree.tag(item) == .li, list > 0 else { return nil }
    guard tree.tag(list) == .ol else { return "•" }
    if let value = tree.attribute(item, .value).flatMap({ Int($0) }) { return "\(value)." }
    var number = tree.attribute(list, .start).flatMap { Int($0) } ?? 1
    for sibling in tree.children(list) {
      if sibling == item { return "\(number)." }
      if tree.tag(sibling) == .li { number += 1 }
    }
    return nil
  }
}
