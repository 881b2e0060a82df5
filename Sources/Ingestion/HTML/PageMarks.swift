/// What is known of each element of a page from its tag and attributes alone.
struct PageMarks: Sendable {
  /// Reasons to leave text out, and places where it stands.
  struct Marks: OptionSet, Sendable, Hashable {
    let rawValue: UInt32

    /// Not shown: the style or an attribute hides it.
    static let hidden = Marks(rawValue: 1)
    /// Its class or id say that it is probably not the article.
    static let unlikely = Marks(rawValue: 2)
    /// Navigation, footers, asides, dialogs: by tag or role.
    static let outer = Marks(rawValue: 4)
    /// Share buttons, related links, notices: never the article's words.
    static let boilerplate = Marks(rawValue: 8)
    /// Words under a picture.
    static let caption = Marks(rawValue: 16)
    /// Author and date.
    static let byline = Marks(rawValue: 32)
    /// In a quoted block.
    static let quote = Marks(rawValue: 64)
    /// In a list.
    static let list = Marks(rawValue: 128)
    /// In a link.
    static let link = Marks(rawValue: 256)
    /// In a header element.
    static let header = Marks(rawValue: 512)
    /// In preformatted text.
    static let preformatted = Marks(rawValue: 1024)
    /// In a table.
    static let table = Marks(rawValue: 2048)
    /// The paragraph between headline and article that sums it up.
    static let lede = Marks(rawValue: 4096)
  }

  /// The marks of each node, those of its ancestors included.
  private(set) var marks: ContiguousArray<Marks>
  /// What each element's class and id hint at.
  private(set) var hints: ContiguousArray<Hints>

  /// Looks at all elements, in document order.
  init(of tree: HTMLTree, rules: ExtractionRules) {
    marks = ContiguousArray(repeating: [], count: tree.nodes.count)
    let weights = Self.weights(of: tree)
    let most = Int32(Double(weights.first ?? 0) * rules.thresholds.believedShare)
    hints = ContiguousArray(repeating: [], count: tree.nodes.count)
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      var inherited = node.parent >= 0 ? marks[Int(node.parent)] : []
      if node.tag != .text {
        let hint = Self.hints(of: node, in: tree, rules: rules)
        hints[index] = hint
        var own = Self.marks(of: index, in: tree, hints: hint, around: inherited, rules: rules)
        // What holds most of the page's text is not put out of it by a name.
        if weights[index] > most {
          own.subtract([.unlikely, .boilerplate, .outer, .byline, .caption])
        }
        inherited.formUnion(own)
      }
      marks[index] = inherited
    }
  }

  /// The bytes of long texts outside of links in each element.
  private static func weights(of tree: HTMLTree) -> ContiguousArray<Int32> {
    var weights = ContiguousArray<Int32>(repeating: 0, count: tree.nodes.count)
    for index in tree.nodes.indices.reversed().dropLast() {
      let node = tree.nodes[index]
      if node.tag == .text, node.upper - node.lower >= 60 {
        weights[index] = node.upper - node.lower
      }
      if node.tag == .a || node.tag.traits.contains(.skipped) { weights[index] = 0 }
      weights[Int(node.parent)] += weights[index]
    }
    return weights
  }

  private static func hints(of node: HTMLTree.Node, in tree: HTMLTree, rules: ExtractionRules)
    -> Hints
  {
    var hints: Hints = []
    for place in Int(node.lower)..<Int(node.upper) {
      let attribute = tree.attributes[place]
      guard attribute.name == .class || attribute.name == .id else { continue }
      hints.formUnion(
        rules.hints.hints(in: tree.values[Int(attribute.lower)..<Int(attribute.upper)]))
    }
    return hints
  }

  private static func marks(
    of index: Int, in tree: HTMLTree, hints: Hints, around: Marks, rules: ExtractionRules
  ) -> Marks {
    let node = tree.nodes[index]
    var marks = tagMarks(node.tag, around: around)
    guard node.lower < node.upper, node.tag != .html, node.tag != .body else { return marks }
    if isHidden(index, in: tree) { marks.insert(.hidden) }
    if let role = tree.attribute(index, .role), rules.outerRoles.contains(role.lowercased()) {
      marks.insert(.outer)
    }
    if hints.isEmpty { return marks }
    let isCode = around.contains(.preformatted)
    if hints.contains(.unlikely), !hints.contains(.maybe), node.tag != .a, !isCode,
      !around.contains(.table), node.tag != .article, node.tag != .main
    {
      marks.insert(.unlikely)
    }
    if hints.contains(.boilerplate), !hints.contains(.body), node.tag != .article, node.tag != .main
    {
      marks.insert(.boilerplate)
    }
    if hints.contains(.caption) { marks.insert(.caption) }
    if hints.contains(.byline) { marks.insert(.byline) }
    if hints.contains(.lede) { marks.insert(.lede) }
    return marks
  }

  private static func tagMarks(_ tag: HTMLTag, around: Marks) -> Marks {
    switch tag {
    case .nav, .search, .menu: .outer
    case .footer: around.contains(.quote) ? .byline : .outer
    case .aside: .outer
    case .header: .header
    case .figcaption: .caption
    case .blockquote: .quote
    case .ul, .ol, .dl: .list
    case .a: .link
    case .pre, .code: .preformatted
    case .table: .table
    default: []
    }
  }

  private static func isHidden(_ index: Int, in tree: HTMLTree) -> Bool {
    if tree.attributeBytes(index, .hidden) != nil { return true }
    if tree.attribute(index, .ariaHidden) == "true" { return true }
    guard let style = tree.attributeBytes(index, .style) else { return false }
    let squeezed = tree.values[style].filter { $0 > 0x20 }.map { $0 | 0x20 }
    return hidingStyles.contains { Self.holds(squeezed, $0) }
  }

  private static let hidingStyles = [Array("display:none".utf8), Array("visibility:hidden".utf8)]

  private static func holds(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      bytes[start] == word[0] && bytes[start..<(start + word.count)].elementsEqual(word)
    }
  }
}
