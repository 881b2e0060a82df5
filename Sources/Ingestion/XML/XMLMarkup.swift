/// Writes a part of an XML document down as HTML, so that one reader makes paragraphs of all markup.
struct XMLMarkup: Sendable {
  /// The HTML elements that stand for the elements of a format, by their names; an element that is not
  /// named keeps its name.
  var tags: [String: String] = [:]
  /// Elements that are left out with all that is in them.
  var leftOut: Set<String> = []

  /// The HTML of what is inside of a node, in time linear in its length.
  func html(inside node: Int, of tree: XMLTree) -> [UInt8] {
    var html: [UInt8] = []
    var open: [(name: String, end: Int)] = []
    var at = node + 1
    let end = Int(tree.nodes[node].end)
    while at < end {
      while let last = open.last, at >= last.end {
        html += "</\(last.name)>".utf8
        open.removeLast()
      }
      if tree.isText(at) {
        escape(tree.string(at).utf8, into: &html)
        at += 1
        continue
      }
      let local = tree.local(at)
      let inner = Int(tree.nodes[at].end)
      guard !leftOut.contains(local) else {
        at = inner
        continue
      }
      let name = tags[local] ?? local
      html += "<\(name)>".utf8
      open.append((name, inner))
      at += 1
    }
    while let last = open.popLast() { html += "</\(last.name)>".utf8 }
    return html
  }

  private func escape(_ text: some Sequence<UInt8>, into html: inout [UInt8]) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "<"): html += "&lt;".utf8
      case UInt8(ascii: "&"): html += "&amp;".utf8
      default: html.append(byte)
      }
    }
  }
}
