/// An XML document as a flat tree of values: its nodes in document order, each with its parent and
/// where it ends, like `HTMLTree`.
struct XMLTree: Sendable {
  /// The name of an element or an attribute without its prefix, and its namespace; without one, it is
  /// empty.
  struct Name: Sendable, Hashable {
    var namespace: String
    var local: String
  }

  /// A node: an element or a text.
  struct Node: Sendable {
    /// The index of the element's name in `names`; −1 for a text.
    var name: Int32
    var parent: Int32
    /// The index of the first node after this one and all that is in it.
    var end: Int32
    /// The bytes of a text node in `text`, or the places of an element's attributes in `attributes`.
    var lower: Int32
    var upper: Int32
  }

  /// An attribute with its value.
  struct Attribute: Sendable {
    var name: Int32
    var value: String
  }

  var names: [Name] = []
  var nodes: ContiguousArray<Node> = []
  var attributes: ContiguousArray<Attribute> = []
  /// All text, in document order.
  var text: [UInt8] = []

  /// The outermost element; nothing where there is none.
  var root: Int? { nodes.isEmpty ? nil : 0 }

  /// Whether a node is a text.
  func isText(_ node: Int) -> Bool { nodes[node].name < 0 }

  /// The name of an element without its prefix; empty for a text.
  func local(_ node: Int) -> String { isText(node) ? "" : names[Int(nodes[node].name)].local }

  /// The namespace of an element; empty where it has none.
  func namespace(_ node: Int) -> String {
    isText(node) ? "" : names[Int(nodes[node].name)].namespace
  }

  /// The nodes inside of a node, in document order.
  func inside(_ node: Int) -> Range<Int> { (node + 1)..<Int(nodes[node].end) }

  /// The children of a node.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var at = node + 1
    while at < Int(nodes[node].end) {
      children.append(at)
      at = Int(nodes[at].end)
    }
    return children
  }

  /// The children of a local name, whatever their namespace unless one is given.
  func children(_ node: Int, _ local: String, in namespace: String? = nil) -> [Int] {
    children(node).filter { child in
      self.local(child) == local && (namespace.map { $0 == self.namespace(child) } ?? true)
    }
  }

  /// The first child of a local name.
  func child(_ node: Int, _ local: String, in namespace: String? = nil) -> Int? {
    children(node, local, in: namespace).first
  }

  /// The first element of a local name inside of a node.
  func first(_ local: String, inside node: Int) -> Int? {
    inside(node).first { self.local($0) == local }
  }

  /// The value of an attribute by its local name; nothing where the element lacks it.
  func attribute(_ node: Int, _ local: String) -> String? {
    guard !isText(node) else { return nil }
    let node = nodes[node]
    return attributes[Int(node.lower)..<Int(node.upper)]
      .first { names[Int($0.name)].local == local }?.value
  }

  /// All text in a node as it stands there.
  func string(_ node: Int) -> String {
    if isText(node) {
      return String(decoding: text[Int(nodes[node].lower)..<Int(nodes[node].upper)], as: UTF8.self)
    }
    var bytes: [UInt8] = []
    for inner in inside(node) where isText(inner) {
      bytes += text[Int(nodes[inner].lower)..<Int(nodes[inner].upper)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// All text in a node with its white space squeezed; nothing where that is empty.
  func text(of node: Int?) -> String? {
    guard let node else { return nil }
    let text = string(node).collapsingSpaces
    return text.isEmpty ? nil : text
  }
}
