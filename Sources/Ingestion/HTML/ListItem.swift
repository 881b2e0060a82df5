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
}

/// The numbers and bullets that browsers draw before the items of lists (HTML Standard, 4.4.8).
struct ListLabels: Sendable {
  private var numbers: [Int: [Int: Int]] = [:]
  /// The first text of each item that was asked for.
  private var firstTexts: [Int: Int?] = [:]

  /// The number of an item of an ordered list, or a bullet, before the first of its runs; nothing
  /// before others and for the parts of a `<dl>`.
  ///
  /// - Complexity: a list's items are counted once, when its first label is asked for, and each item's
  ///   first text is looked for once.
  mutating func label(of item: Int, before run: TextFlow.Run, in tree: HTMLTree) -> String? {
    let text = firstTexts[item] ?? firstText(of: item, in: tree)
    firstTexts[item] = .some(text)
    return text == Int(run.nodes.lowerBound) ? label(of: item, in: tree) : nil
  }

  private func firstText(of item: Int, in tree: HTMLTree) -> Int? {
    tree.inside(item).first { node in
      tree.tag(node) == .text && !tree.string(ofText: node).collapsingSpaces.isEmpty
    }
  }

  private mutating func label(of item: Int, in tree: HTMLTree) -> String? {
    let list = tree.parent(item)
    guard tree.tag(item) == .li, list > 0 else { return nil }
    guard tree.tag(list) == .ol else { return "•" }
    let counted = numbers[list] ?? count(list, in: tree)
    numbers[list] = counted
    return counted[item].map { "\($0)." }
  }

  private func count(_ list: Int, in tree: HTMLTree) -> [Int: Int] {
    var numbers: [Int: Int] = [:]
    var number = tree.attribute(list, .start).flatMap { Int($0) } ?? 1
    for item in tree.children(list) where tree.tag(item) == .li {
      number = tree.attribute(item, .value).flatMap { Int($0) } ?? number
      numbers[item] = number
      number = number == Int.max ? number : number + 1
    }
    return numbers
  }
}
