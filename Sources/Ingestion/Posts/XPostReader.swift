import Source

/// Reads post objects of the X API v2: `{"data": {...}, "includes": {"users": [...], "tweets":
/// [...]}}`.
///
/// The fields are those of https://docs.x.com/x-api/fundamentals/data-dictionary: `text`,
/// `note_tweet`, `created_at`, `lang`, `author_id`, `entities.urls`, `referenced_tweets`.
struct XPostReader {
  /// The included users and posts by their ids, the first of each.
  private let users: [String: JSONValue]
  private let posts: [String: JSONValue]
  /// The user of posts that name none, where there is only one.
  private let onlyUser: JSONValue?
  private static let origin = "x-api"

  /// The posts of an answer; nothing where the value is no answer of this kind.
  static func read(_ value: JSONValue, deadline: Deadline) throws(IngestionError)
    -> [ManuscriptWithMetadata]?
  {
    guard let data = value["data"] else { return nil }
    let reader = XPostReader(includes: value["includes"] ?? .null)
    var posts: [ManuscriptWithMetadata] = []
    for element in data.elements {
      try deadline.check()
      if let post = reader.post(element) { posts.append(post) }
    }
    return posts.isEmpty ? nil : posts
  }

  private init(includes: JSONValue) {
    func byIdentifier(_ values: [JSONValue]) -> [String: JSONValue] {
      let named = values.compactMap { value in value["id"]?.text.map { ($0, value) } }
      return Dictionary(named) { first, _ in first }
    }
    let all = includes["users"]?.elements ?? []
    users = byIdentifier(all)
    posts = byIdentifier(includes["tweets"]?.elements ?? [])
    onlyUser = all.count == 1 ? all.first : nil
  }

  private func post(_ data: JSONValue) -> ManuscriptWithMetadata? {
    var manuscript = Manuscript()
    // A repost holds the other's words only, and cuts them short in its own text.
    let reposted = referenced(by: data, as: "retweeted")
    if let reposted {
      appendQuote(of: reposted, to: &manuscript)
    } else {
      guard let text = Self.text(of: data) else { return nil }
      manuscript.blocks = PostText.blocks(text)
    }
    if let quoted = referenced(by: data, as: "quoted") { appendQuote(of: quoted, to: &manuscript) }
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata(of: data))
  }

  private func metadata(of data: JSONValue) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.offer(.author, author(of: data), from: Self.origin)
    metadata.offer(.publisher, author(of: data), from: Self.origin)
    metadata.offer(.url, address(of: data), from: Self.origin)
    metadata.offer(language: data["lang"]?.text, from: Self.origin)
    metadata.offer(kind: .post, from: Self.origin)
    let created = data["created_at"]?.text.flatMap { Timestamp(iso8601: $0) }
    metadata.offer(published: created, from: Self.origin)
    return metadata
  }

  private func appendQuote(of data: JSONValue, to manuscript: inout Manuscript) {
    guard let text = Self.text(of: data) else { return }
    manuscript.quotes.append(
      .init(kind: .post, attribution: author(of: data), url: address(of: data)))
    manuscript.blocks += PostText.blocks(text, quote: manuscript.quotes.count - 1)
  }

  private func referenced(by data: JSONValue, as type: String) -> JSONValue? {
    let reference = data["referenced_tweets"]?.elements.first { $0["type"]?.text == type }
    return reference?["id"]?.text.flatMap { posts[$0] }
  }

  private func user(of data: JSONValue) -> JSONValue? {
    guard let id = data["author_id"]?.text else { return onlyUser }
    return users[id]
  }

  private func author(of data: JSONValue) -> String? {
    let user = user(of: data)
    return PostText.author(name: user?["name"]?.text, handle: user?["username"]?.text)
  }

  private func address(of data: JSONValue) -> String? {
    guard let id = data["id"]?.text else { return nil }
    return "https://x.com/\(user(of: data)?["username"]?.text ?? "i")/status/\(id)"
  }

  /// The whole text: long posts carry it in `note_tweet`.
  private static func text(of data: JSONValue) -> String? {
    let note = data["note_tweet"]
    guard case .string(let text)? = note?["text"] ?? data["text"] else { return nil }
    let entities = note?["entities"] ?? data["entities"] ?? .null
    let links = (entities["urls"]?.elements ?? []).map { url in
      PostText.Link(short: url["url"]?.text ?? "", full: fullAddress(of: url))
    }
    let plain = PostText.withoutEntities(PostText.expanding(links, in: text))
    return plain.collapsingSpaces.isEmpty ? nil : plain
  }

  private static func fullAddress(of url: JSONValue) -> String? {
    guard url["media_key"] == nil else { return nil }
    let full = url["unwound_url"]?.text ?? url["expanded_url"]?.text ?? url["display_url"]?.text
    let isPicture = full.map { $0.contains("/photo/") || $0.contains("/video/") } ?? true
    return isPicture ? nil : full
  }
}
