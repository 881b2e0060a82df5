/// The text of a post as a reader saw it.
enum PostText {
  /// A link of a post: the short form that stands in the text, and what it stands for.
  struct Link: Sendable, Hashable {
    var short: String
    /// The full address; nothing for a picture or a video, whose link is not shown.
    var full: String?
  }

  /// Replaces short links by what they stand for, and takes out the links of pictures.
  ///
  /// Networks list a link once for each place where it stands, so that what comes out is no longer than the text
  /// and the addresses together.
  ///
  /// - Complexity: linear in the length of the text, times that of the longest short form.
  static func expanding(_ links: [Link], in text: String) -> String {
    var forms = LinkForms(links)
    let utf8 = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < utf8.count {
      if let (full, length) = forms.take(from: utf8[at...]) {
        result += full.utf8
        at += length
      } else {
        result.append(utf8[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The short forms of links as a tree of their bytes.
  private struct LinkForms {
    private struct Node {
      var next: [UInt8: Int] = [:]
      /// What stands for the form that ends here, the last one first.
      var addresses: [String] = []
    }

    private var nodes = [Node()]
    private static let longest = 256

    init(_ links: [Link]) {
      for link in links.reversed() where (1...Self.longest).contains(link.short.utf8.count) {
        let end = link.short.utf8.reduce(0) { node, byte in
          if let next = nodes[node].next[byte] { return next }
          nodes.append(Node())
          nodes[node].next[byte] = nodes.count - 1
          return nodes.count - 1
        }
        nodes[end].addresses.append(link.full ?? "")
      }
    }

    /// What the longest form at the beginning of some bytes stands for, and the form's length.
    mutating func take(from bytes: ArraySlice<UInt8>) -> (full: String, length: Int)? {
      var node = 0
      var found: (node: Int, length: Int)?
      for (offset, byte) in bytes.enumerated() {
        guard let next = nodes[node].next[byte] else { break }
        node = next
        if !nodes[node].addresses.isEmpty { found = (node, offset + 1) }
      }
      guard let found else { return nil }
      return nodes[found.node].addresses.popLast().map { ($0, found.length) }
    }
  }

  /// Undoes the three entities that the X API writes into text: `&amp;`, `&lt;`, `&gt;`.
  static func withoutEntities(_ text: String) -> String {
    var result = text
    for (name, mark) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")] {
      guard result.utf8.contains(UInt8(ascii: "&")) else { return result }
      result = result.split(separator: name, omittingEmptySubsequences: false)
        .joined(separator: mark)
    }
    return result
  }

  /// `Secretary Antony Blinken (@SecBlinken)`, or what is known of it.
  static func author(name: String?, handle: String?) -> String? {
    guard let handle else { return name }
    let at = handle.hasPrefix("@") ? handle : "@\(handle)"
    return name.map { "\($0) (\(at))" } ?? at
  }

  /// The paragraphs of a post: each line that its author ended.
  static func blocks(_ text: String, quote: Int? = nil) -> [Manuscript.Block] {
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    return lines.compactMap { line in
      let text = String(line).collapsingSpaces
      guard !text.isEmpty else { return nil }
      return Manuscript.Block(text: text, role: quote == nil ? .body : .quote, quote: quote)
    }
  }
}
