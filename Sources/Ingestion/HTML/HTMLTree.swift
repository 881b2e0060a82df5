/// A page as a flat tree of values: its nodes in document order, each with its parent and where it
/// ends.
///
/// The nodes inside of node `i` are `i + 1 ..< end(i)`, so every walk is a loop and no depth of
/// nesting reaches the end of the stack.
struct HTMLTree: Sendable {
  /// A node: an element or a text.
  struct Node: Sendable {
    var tag: HTMLTag
    var parent: Int32
    /// The index of the first node after this one and all that is in it.
    var end: Int32
    /// The bytes of a text node in `text`, or the places of an element's attributes in
    /// `attributes`.
    var lower: Int32
    var upper: Int32
  }

  /// An attribute's value, as bytes of `values`.
  struct Attribute: Sendable {
    var name: HTMLAttribute
    var lower: Int32
    var upper: Int32
  }

  var nodes: ContiguousArray<Node> = []
  var attributes: ContiguousArray<Attribute> = []
  /// All text, in document order.
  var text: [UInt8] = []
  /// All values of attributes.
  var values: [UInt8] = []

  /// The tag of a node.
  func tag(_ node: Int) -> HTMLTag { nodes[node].tag }

  /// The node's parent; −1 for the root.
  func parent(_ node: Int) -> Int { Int(nodes[node].parent) }

  /// The nodes inside of a node, in document order.
  func inside(_ node: Int) -> Range<Int> { (node + 1)..<Int(nodes[node].end) }

  /// The children of a node.
  func children(_ node: Int) -> [Int] {
    var children: [Int] = []
    var at = node + 1
    let end = Int(nodes[node].end)
    while at < end {
      children.append(at)
      at = Int(nodes[at].end)
    }
    return children
  }

  /// The value of an attribute; nothing where the element lacks it.
  func attribute(_ node: Int, _ name: HTMLAttribute) -> String? {
    guard let bytes = attributeBytes(node, name) else { return nil }
    return String(decoding: values[bytes], as: UTF8.self)
  }

  /// Whether an element has an attribute.
  func has(_ node: Int, _ name: HTMLAttribute) -> Bool { attributeBytes(node, name) != nil }

  /// The place of an attribute's value in `values`.
  func attributeBytes(_ node: Int, _ name: HTMLAttribute) -> Range<Int>? {
    let node = nodes[node]
    guard node.tag != .text else { return nil }
    for place in Int(node.lower)..<Int(node.upper) where attributes[place].name == name {
      return Int(attributes[place].lower)..<Int(attributes[place].upper)
    }
    return nil
  }

  /// The words of an attribute such as `class` or `rel`, in lower case.
  func words(_ node: Int, _ name: HTMLAttribute) -> [Substring] {
    guard let value = attribute(node, name) else { return [] }
    return value.lowercased().split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r\n" }
  }

  /// The text in a node with its white space squeezed, skipped elements left out.
  func textContent(_ node: Int) -> String {
    if nodes[node].tag == .text { return string(ofText: node).collapsingSpaces }
    var bytes: [UInt8] = []
    var at = node + 1
    let end = Int(nodes[node].end)
    while at < end {
      let inner = nodes[at]
      if inner.tag.traits.contains(.skipped) {
        at = Int(inner.end)
        continue
      }
      if inner.tag == .text { bytes.append(contentsOf: text[Int(inner.lower)..<Int(inner.upper)]) }
      if inner.tag.traits.contains(.block) || inner.tag == .br { bytes.append(0x20) }
      at += 1
    }
    return String(decoding: bytes, as: UTF8.self).collapsingSpaces
  }

  /// The text of a text node as it stands there.
  func string(ofText node: Int) -> String {
    let node = nodes[node]
    return String(decoding: text[Int(node.lower)..<Int(node.upper)], as: UTF8.self)
  }
}
