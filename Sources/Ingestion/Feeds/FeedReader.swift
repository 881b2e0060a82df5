import Source

/// Reads the entries of a feed: RSS 2.0 and its forerunners, RSS 1.0 (RDF), Atom (RFC 4287).
struct FeedReader {
  let limits: ReadingLimits
  let tree: XMLTree
  let file: String
  private static let atom = "http://www.w3.org/2005/Atom"

  /// What the feed says of all its entries.
  private struct Channel {
    var title: String?
    var author: String?
    var language: String?
  }

  /// The entries that have text, in the order of the feed.
  func entries() throws(IngestionError) -> [ManuscriptWithMetadata] {
    guard let root = tree.root else { return [] }
    let isEntry = tree.local(root) == "entry"
    let channel = tree.child(root, "channel") ?? root
    // RSS 1.0 has its items beside the channel, RSS 2.0 in it; in Atom the feed is the channel.
    let parents = channel == root ? [root] : [root, channel]
    let inside = parents.flatMap { tree.children($0, "item") + tree.children($0, "entry") }
    let nodes = isEntry ? [root] : inside
    let described = isEntry ? nil : try describe(channel)
    var entries: [ManuscriptWithMetadata] = []
    for node in nodes {
      try limits.deadline.check()
      let entry = try entry(node, of: described)
      if !entry.manuscript.isEmpty { entries.append(entry) }
    }
    return entries
  }

  private func describe(_ channel: Int) throws(IngestionError) -> Channel {
    let language = tree.text(of: tree.child(channel, "language")) ?? self.language(of: channel)
    return Channel(
      title: try plainText(of: tree.child(channel, "title")),
      author: tree.child(channel, "author").flatMap(author),
      language: language ?? tree.root.flatMap(self.language))
  }

  private func entry(_ node: Int, of channel: Channel?) throws(IngestionError)
    -> ManuscriptWithMetadata
  {
    let rules = try NewsXMLRules.shared().feed
    let title = try plainText(of: child(node, "title", rules))
    var manuscript = Manuscript()
    for name in rules.content {
      guard let content = child(node, name, rules) else { continue }
      manuscript = try text(of: content)
      if !manuscript.isEmpty { break }
    }
    if let title, manuscript.blocks.first?.text != title {
      manuscript.blocks.insert(.init(text: title, role: .heading), at: 0)
    }
    if title != nil, !manuscript.isEmpty {
      manuscript.blocks[0].role = .heading
      manuscript.hasHeadline = true
    }
    return ManuscriptWithMetadata(
      manuscript: manuscript,
      metadata: try metadata(of: node, title: title, channel: channel, rules: rules))
  }

  private func metadata(
    of node: Int, title: String?, channel: Channel?, rules: NewsXMLRules.FeedElements
  ) throws(IngestionError) -> SourceMetadata {
    let origin = "feed entry"
    var metadata = SourceMetadata()
    metadata.offer(.title, title, from: origin)
    // An entry that was taken over from another feed names that one.
    let source = tree.child(node, "source")
    let sourceTitle = source.flatMap { tree.child($0, "title") ?? $0 }
    metadata.offer(.publisher, try plainText(of: sourceTitle), from: origin)
    for name in rules.author {
      let author = child(node, name, rules).flatMap(self.author)
      metadata.offer(.author, author, from: origin)
    }
    metadata.offer(.url, address(of: node), from: origin)
    let dates = try DateText.shared()
    for name in rules.published {
      let date = tree.text(of: child(node, name, rules)).flatMap { dates.timestamp(of: $0) }
      metadata.offer(published: date, from: origin)
    }
    for name in rules.modified {
      let date = tree.text(of: child(node, name, rules)).flatMap { dates.timestamp(of: $0) }
      metadata.offer(modified: date, from: origin)
    }
    metadata.offer(language: language(of: node), from: origin)
    guard let channel else { return metadata }
    metadata.offer(.publisher, channel.title, from: "feed")
    metadata.offer(.author, channel.author, from: "feed")
    metadata.offer(language: channel.language, from: "feed")
    return metadata
  }

  /// A child that is not one of an extension for media.
  private func child(
    _ node: Int, _ name: String, _ rules: NewsXMLRules.FeedElements
  ) -> Int? {
    tree.children(node, name).first { !rules.extensions.contains(tree.namespace($0)) }
  }

  /// `xml:lang` or `dc:language`.
  private func language(of node: Int) -> String? {
    tree.attribute(node, "lang") ?? tree.text(of: tree.child(node, "language"))
  }

  /// `desk@paper.example (Ada Brook)` of RSS, or the name in an element of Atom.
  private func author(_ node: Int) -> String? {
    if let name = tree.child(node, "name") { return tree.text(of: name) }
    guard let text = tree.text(of: node) else { return nil }
    guard text.contains("@"), let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      return text
    }
    return String(text[text.index(after: open)...].dropLast())
  }

  private func address(of node: Int) -> String? {
    let links = tree.children(node, "link")
    let linked = links.first {
      tree.attribute($0, "href") != nil && tree.attribute($0, "rel") ?? "alternate" == "alternate"
    }
    let guid = tree.child(node, "guid").flatMap { guid in
      tree.attribute(guid, "isPermaLink") == "false" ? nil : tree.text(of: guid)
    }
    let candidates = [
      linked.flatMap { tree.attribute($0, "href") },
      links.lazy.compactMap { tree.text(of: $0) }.first,
      guid, tree.attribute(node, "about"),
    ]
    return candidates.compactMap { $0 }.first { $0.hasPrefix("http") }
  }

  // MARK: - Text

  /// The blocks of an element that holds text, HTML written as text, or XHTML.
  private func text(of node: Int) throws(IngestionError) -> Manuscript {
    let reader = FragmentReader(limits: limits)
    let type = tree.attribute(node, "type") ?? ""
    if type == "xhtml" || type == "application/xhtml+xml" {
      let writer = try NewsXMLRules.shared().xhtml.writer
      return try reader.read(writer.html(inside: node, of: tree), file: file)
    }
    let text = tree.string(node)
    let isAtom = tree.namespace(node) == Self.atom
    let isPlain = isAtom ? !type.contains("html") : !Self.looksLikeHTML(text)
    guard !isPlain else {
      return try PlainTextReader.read(text, limits: limits, hasHeading: false)
    }
    return try reader.read(Array(text.utf8), file: file)
  }

  /// A title on one line, without the markup that some feeds write into it.
  private func plainText(of node: Int?) throws(IngestionError) -> String? {
    guard let node, let text = tree.text(of: node) else { return nil }
    guard Self.looksLikeHTML(text) else { return text }
    let blocks = try FragmentReader(limits: limits).read(Array(text.utf8), file: file).blocks
    let plain = blocks.map(\.text).joined(separator: " ").collapsingSpaces
    return plain.isEmpty ? nil : plain
  }

  /// Whether a text has a tag or a reference to a character in it.
  ///
  /// Not by a regular expression, which costs more to make than most texts of a feed to read.
  private static func looksLikeHTML(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.indices.contains { place in
      switch bytes[place] {
      case UInt8(ascii: "<"): isTag(bytes[(place + 1)...])
      case UInt8(ascii: "&"): isReference(bytes[(place + 1)...])
      default: false
      }
    }
  }

  /// Whether what follows `<` makes a tag: `/p>`, `a href="x">`.
  private static func isTag(_ rest: ArraySlice<UInt8>) -> Bool {
    let name = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
    guard let first = name.first, isLetter(first) else { return false }
    return name.first { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") } == UInt8(ascii: ">")
  }

  /// Whether what follows `&` makes a reference: `eacute;`, `#233;`, `#xE9;`.
  private static func isReference(_ rest: ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "#") else { return isRun(rest, isLetter) }
    let number = rest.dropFirst()
    return number.first == UInt8(ascii: "x")
      ? isRun(number.dropFirst()) { isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
      : isRun(number, isDigit)
  }

  /// Whether bytes of a sort stand before a semicolon.
  private static func isRun(_ bytes: ArraySlice<UInt8>, _ isMeant: (UInt8) -> Bool) -> Bool {
    guard let end = bytes.firstIndex(where: { !isMeant($0) }) else { return false }
    return end > bytes.startIndex && bytes[end] == UInt8(ascii: ";")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
