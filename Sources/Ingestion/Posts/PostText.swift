/// The text of a post as a reader saw it.
enum PostText {
  /// A link of a post: the short form that stands in the text, and what it stands for.
  struct Link: Sendable, Hashable {
    var short: String
    /// The full address; nothing for a picture or a video, whose link is not shown.
    var full: String?
  }

  /// Replaces short links by what they stand for, and takes out the links of pictures.
  static func expanding(_ links: [Link], in text: String) -> String {
    var result = text
    for link in links where !link.short.isEmpty {
      result = result.split(separator: link.short, omittingEmptySubsequences: false)
        .joined(separator: link.full ?? "")
    }
    return result
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
