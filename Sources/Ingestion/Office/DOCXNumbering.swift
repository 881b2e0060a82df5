/// The numbers that Word draws before paragraphs (ECMA-376, part 1, 17.9): they stand in
/// `word/numbering.xml`, and paragraphs or their styles point there.
struct DOCXNumbering: OfficeNumbering {
  /// The list and level of a paragraph or of a style.
  private struct Place {
    var list: String?
    var level: Int?
  }

  private struct List {
    /// Lists of the same definition count on.
    var definition: String
    var levels: [Int: ListLevel]
    /// The levels that begin anew where the list is first used.
    var restarts: [Int: Int]
  }

  private let rules: OfficeRules.Numbers
  private var lists: [String: List] = [:]
  private var styles: [String: (place: Place, parent: String?)] = [:]
  private var defaultStyle = ""
  private var counters: [String: ListCounter] = [:]
  private var used: Set<String> = []
  private static let maximumParents = 16

  /// - Parameters:
  ///   - numbering: `word/numbering.xml`.
  ///   - styles: `word/styles.xml`.
  init(numbering: XMLTree?, styles: XMLTree?, rules: OfficeRules.Numbers) {
    self.rules = rules
    if let tree = numbering, let root = tree.root { readLists(tree, root) }
    if let tree = styles, let root = tree.root { readStyles(tree, root) }
  }

  mutating func label(of paragraph: Int, in tree: XMLTree) -> String? {
    let properties = tree.child(paragraph, "pPr")
    let place = place(
      properties.flatMap { Self.place(in: $0, tree) } ?? Place(),
      style: properties.flatMap { Self.value($0, "pStyle", tree) } ?? defaultStyle)
    guard let name = place.list, let list = lists[name] else { return nil }
    var counter = counters[list.definition] ?? ListCounter()
    if used.insert(name).inserted {
      for (level, number) in list.restarts { counter.restart(at: level, with: number) }
    }
    let label = counter.label(at: place.level ?? 0, of: list.levels, rules: rules)
    counters[list.definition] = counter
    return label
  }

  /// What a paragraph leaves open is said by its style, or by those that the style is made of.
  private func place(_ own: Place, style: String) -> Place {
    var place = own
    var name: String? = style
    for _ in 0..<Self.maximumParents {
      guard let style = name.flatMap({ styles[$0] }), place.list == nil || place.level == nil else {
        break
      }
      // A level alone says nothing of which list it is in.
      if place.list == nil || style.place.list == place.list {
        place.list = place.list ?? style.place.list
        place.level = place.level ?? style.place.level
      }
      name = style.parent
    }
    return place
  }

  private mutating func readStyles(_ tree: XMLTree, _ root: Int) {
    for style in tree.children(root, "style") {
      guard let id = tree.attribute(style, "styleId") else { continue }
      let place = tree.child(style, "pPr").flatMap { Self.place(in: $0, tree) } ?? Place()
      styles[id] = (place, Self.value(style, "basedOn", tree))
      let isDefault = tree.attribute(style, "default") == "1"
      if isDefault, tree.attribute(style, "type") == "paragraph" { defaultStyle = id }
    }
  }

  private mutating func readLists(_ tree: XMLTree, _ root: Int) {
    var definitions: [String: [Int: ListLevel]] = [:]
    for definition in tree.children(root, "abstractNum") {
      guard let id = tree.attribute(definition, "abstractNumId") else { continue }
      definitions[id] = tree.children(definition, "lvl").reduce(into: [:]) { levels, node in
        guard let place = Self.level(of: node, tree) else { return }
        levels[place] = Self.level(node, tree)
      }
    }
    for list in tree.children(root, "num") {
      guard let id = tree.attribute(list, "numId"),
        let definition = Self.value(list, "abstractNumId", tree)
      else { continue }
      var levels = definitions[definition] ?? [:]
      var restarts: [Int: Int] = [:]
      for change in tree.children(list, "lvlOverride") {
        guard let place = Self.level(of: change, tree) else { continue }
        if let own = tree.child(change, "lvl") { levels[place] = Self.level(own, tree) }
        restarts[place] = Self.value(change, "startOverride", tree).flatMap { Int($0) }
      }
      lists[id] = List(definition: definition, levels: levels, restarts: restarts)
    }
  }

  private static func level(_ node: Int, _ tree: XMLTree) -> ListLevel {
    var level = ListLevel()
    let start = value(node, "start", tree).flatMap { Int($0) } ?? 0
    level.start = max(0, min(start, ListLevel.maximumStart))
    level.format = value(node, "numFmt", tree) ?? "decimal"
    level.text = String((value(node, "lvlText", tree) ?? "").prefix(ListLevel.maximumText))
    level.isBullet = level.format == "bullet"
    if level.format == "none" { level.text = "" }
    return level
  }

  private static func level(of node: Int, _ tree: XMLTree) -> Int? {
    tree.attribute(node, "ilvl").flatMap { Int($0) }
      .flatMap { (0..<ListLevel.maximumLevels).contains($0) ? $0 : nil }
  }

  private static func place(in properties: Int, _ tree: XMLTree) -> Place? {
    guard let numbers = tree.child(properties, "numPr") else { return nil }
    return Place(
      list: value(numbers, "numId", tree), level: value(numbers, "ilvl", tree).flatMap { Int($0) })
  }

  private static func value(_ node: Int, _ child: String, _ tree: XMLTree) -> String? {
    tree.child(node, child).flatMap { tree.attribute($0, "val") }
  }
}
