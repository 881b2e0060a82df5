/// The numbers that word processors draw before the items of lists in ODT (OpenDocument 1.3, part 3, 5.3 and
/// 16.30).
struct ODTNumbering: OfficeNumbering {
  private let rules: OfficeRules.Numbers
  private var styles: [String: [Int: ListLevel]] = [:]
  private var counters: [Int: ListCounter] = [:]
  /// The last list of each style, which another one may count on.
  private var last: [String: ListCounter] = [:]
  private var seen: Set<Int> = []

  /// - Parameter parts: `content.xml` and `styles.xml`, which both define lists.
  init(parts: [XMLTree], rules: OfficeRules.Numbers) {
    self.rules = rules
    for tree in parts {
      guard let root = tree.root else { continue }
      for section in ["styles", "automatic-styles"] {
        guard let section = tree.child(root, section) else { continue }
        for style in tree.children(section, "list-style") { read(style, tree) }
      }
    }
  }

  mutating func label(of paragraph: Int, in tree: XMLTree) -> String? {
    let item = Int(tree.nodes[paragraph].parent)
    // An item has one number, however many paragraphs it has.
    guard tree.local(item) == "list-item", seen.insert(item).inserted else { return nil }
    var list = Int(tree.nodes[item].parent)
    var level = 0
    var name = tree.attribute(list, "style-name")
    while level < ListLevel.maximumLevels, let outer = outerList(of: list, tree) {
      list = outer
      level += 1
      name = name ?? tree.attribute(list, "style-name")
    }
    guard let name, let levels = styles[name] else { return nil }
    let goesOn = tree.attribute(list, "continue-numbering") == "true"
    var counter = counters[list] ?? (goesOn ? last[name] : nil) ?? ListCounter()
    if let start = tree.attribute(item, "start-value").flatMap({ Int($0) }) {
      counter.restart(at: level, with: start)
    }
    let label = counter.label(at: level, of: levels, rules: rules)
    counters[list] = counter
    last[name] = counter
    return label
  }

  private func outerList(of list: Int, _ tree: XMLTree) -> Int? {
    let item = Int(tree.nodes[list].parent)
    guard item >= 0, tree.local(item) == "list-item" else { return nil }
    return Int(tree.nodes[item].parent)
  }

  private mutating func read(_ style: Int, _ tree: XMLTree) {
    guard let name = tree.attribute(style, "name") else { return }
    for node in tree.children(style) {
      guard let number = tree.attribute(node, "level").flatMap({ Int($0) }),
        (1...ListLevel.maximumLevels).contains(number)
      else { continue }
      var level = ListLevel()
      level.isBullet = tree.local(node) != "list-level-style-number"
      level.format = tree.attribute(node, "num-format") ?? ""
      let start = tree.attribute(node, "start-value").flatMap { Int($0) } ?? 1
      level.start = max(0, min(start, ListLevel.maximumStart))
      level.text = level.format.isEmpty ? "" : text(of: node, number, tree)
      styles[name, default: [:]][number - 1] = level
    }
  }

  private func text(of node: Int, _ number: Int, _ tree: XMLTree) -> String {
    let shown = tree.attribute(node, "display-levels").flatMap { Int($0) } ?? 1
    let first = max(1, number - max(1, min(shown, number)) + 1)
    let numbers = (first...number).map { "%\($0)" }.joined(separator: ".")
    let before = tree.attribute(node, "num-prefix") ?? ""
    return before.prefix(8) + numbers + (tree.attribute(node, "num-suffix") ?? "").prefix(8)
  }
}
