import Source

/// Reads posts of Bluesky: views and records of `app.bsky.feed.post`
/// (https://docs.bsky.app/docs/api/app-bsky-feed-get-posts).
enum BlueskyReader {
  private static let origin = "bluesky"
  private static let type = "app.bsky.feed.post"

  /// The posts of a value: of `getPosts`, `getPostThread`, a feed, or one post or record; nothing where
  /// it is none of these.
  static func read(_ value: JSONValue, deadline: Deadline) throws(IngestionError)
    -> [ManuscriptWithMetadata]?
  {
    let feed = value["feed"]?.elements.compactMap { $0["post"] }
    let thread = value["thread"]?["post"].map { [$0] }
    let views = value["posts"]?.elements ?? feed ?? thread ?? value.elements
    var posts: [ManuscriptWithMetadata] = []
    for view in views {
      try deadline.check()
      if let post = post(view) { posts.append(post) }
    }
    return posts.isEmpty ? nil : posts
  }

  private static func post(_ view: JSONValue) -> ManuscriptWithMetadata? {
    let record = view["record"] ?? view["value"] ?? view
    guard record["$type"]?.text == type, let text = text(of: record) else { return nil }
    var manuscript = Manuscript()
    manuscript.blocks = PostText.blocks(text)
    if let quoted = quoted(by: view), let words = self.text(of: quoted["value"] ?? .null) {
      manuscript.quotes = [
        .init(kind: .post, attribution: author(of: quoted), url: address(of: quoted))
      ]
      manuscript.blocks += PostText.blocks(words, quote: 0)
    }
    guard !manuscript.isEmpty else { return nil }
    var metadata = SourceMetadata()
    metadata.offer(.author, author(of: view), from: origin)
    metadata.offer(.publisher, author(of: view), from: origin)
    metadata.offer(.url, address(of: view), from: origin)
    metadata.offer(language: record["langs"]?.elements.first?.text, from: origin)
    metadata.offer(kind: .post, from: origin)
    let created = record["createdAt"]?.text.flatMap { Timestamp(iso8601: $0) }
    metadata.offer(published: created, from: origin)
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  /// The post that a view embeds, alone or beside pictures.
  private static func quoted(by view: JSONValue) -> JSONValue? {
    let embedded = view["embed"]?["record"]
    return [embedded?["record"], embedded].compactMap { $0 }.first { $0["value"] != nil }
  }

  private static func author(of view: JSONValue) -> String? {
    let author = view["author"]
    return PostText.author(name: author?["displayName"]?.text, handle: author?["handle"]?.text)
  }

  /// `https://bsky.app/profile/town.example/post/3k2` of `at://did:plc:x/app.bsky.feed.post/3k2`.
  private static func address(of view: JSONValue) -> String? {
    guard let uri = view["uri"]?.text, uri.hasPrefix("at://") else { return nil }
    let parts = uri.dropFirst("at://".count).split(separator: "/")
    guard parts.count == 3, parts[1] == type else { return nil }
    let profile = view["author"]?["handle"]?.text ?? String(parts[0])
    return "https://bsky.app/profile/\(profile)/post/\(parts[2])"
  }

  /// The words of a record, with the addresses of links in place of their shortened forms.
  private static func text(of record: JSONValue) -> String? {
    guard case .string(let text)? = record["text"] else { return nil }
    let bytes = Array(text.utf8)
    let links = (record["facets"]?.elements ?? []).compactMap { facet -> (Range<Int>, String)? in
      let uri = facet["features"]?.elements.lazy.compactMap { $0["uri"]?.text }.first
      guard let uri, let index = facet["index"],
        let start = index["byteStart"]?.text.flatMap({ Int($0) }),
        let end = index["byteEnd"]?.text.flatMap({ Int($0) }), 0 <= start, start < end,
        end <= bytes.count
      else { return nil }
      return (start..<end, uri)
    }
    var expanded: [UInt8] = []
    var end = 0
    for (range, uri) in links.sorted(by: { $0.0.lowerBound < $1.0.lowerBound })
    where range.lowerBound >= end {
      expanded += bytes[end..<range.lowerBound]
      expanded += uri.utf8
      end = range.upperBound
    }
    let plain = String(decoding: expanded + bytes[end...], as: UTF8.self)
    return plain.collapsingSpaces.isEmpty ? nil : plain
  }
}
