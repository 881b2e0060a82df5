import Source

/// Reads statuses of Mastodon and what speaks its API
/// (https://docs.joinmastodon.org/entities/Status/): `content`, `account`, `created_at`, `reblog`.
struct MastodonReader {
  let limits: ReadingLimits
  private static let origin = "mastodon"

  /// The statuses of a value: one, a list, or the answer to a search; nothing where it is none of these.
  ///
  /// - Parameter file: what messages call it.
  func read(_ value: JSONValue, file: String) throws(IngestionError) -> [ManuscriptWithMetadata]? {
    var posts: [ManuscriptWithMetadata] = []
    for status in (value["statuses"] ?? value).elements {
      try limits.deadline.check()
      if let post = try post(status, file: file) { posts.append(post) }
    }
    return posts.isEmpty ? nil : posts
  }

  private func post(_ status: JSONValue, file: String) throws(IngestionError)
    -> ManuscriptWithMetadata?
  {
    guard status["account"]?["acct"] != nil, status["content"] != nil else { return nil }
    var manuscript = Manuscript()
    if let reblog = status["reblog"], reblog["content"] != nil {
      try appendQuote(of: reblog, to: &manuscript, file: file)
    } else {
      manuscript = try text(of: status, file: file)
      // What is quoted stands in an object of its own, under its state.
      let quoted = status["quote"]?["quoted_status"] ?? status["quote"]
      if let quoted, quoted["content"] != nil {
        try appendQuote(of: quoted, to: &manuscript, file: file)
      }
    }
    guard !manuscript.isEmpty else { return nil }
    var metadata = SourceMetadata()
    metadata.offer(.author, Self.author(of: status), from: Self.origin)
    metadata.offer(.publisher, Self.author(of: status), from: Self.origin)
    metadata.offer(.url, Self.address(of: status), from: Self.origin)
    metadata.offer(language: status["language"]?.text, from: Self.origin)
    metadata.offer(kind: .post, from: Self.origin)
    let created = status["created_at"]?.text.flatMap { Timestamp(iso8601: $0) }
    metadata.offer(published: created, from: Self.origin)
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  private func appendQuote(of status: JSONValue, to manuscript: inout Manuscript, file: String)
    throws(IngestionError)
  {
    var quoted = try text(of: status, file: file)
    guard !quoted.isEmpty else { return }
    quoted.quotes = [
      .init(kind: .post, attribution: Self.author(of: status), url: Self.address(of: status))
    ]
    for index in quoted.blocks.indices {
      quoted.blocks[index].quote = 0
      quoted.blocks[index].role = .quote
    }
    manuscript.append(quoted)
  }

  /// The warning above a status, where there is one, and its words.
  private func text(of status: JSONValue, file: String) throws(IngestionError) -> Manuscript {
    var manuscript = Manuscript()
    if let warning = status["spoiler_text"]?.text {
      manuscript.blocks.append(.init(text: warning))
    }
    guard case .string(let html)? = status["content"] else { return manuscript }
    // Lines that the author ended are paragraphs, as in the posts of other networks.
    let lines = html.replacing(#/<br\s*\/?>/#, with: "</p><p>")
    manuscript.append(try FragmentReader(limits: limits).read(Array(lines.utf8), file: file))
    return manuscript
  }

  private static func author(of status: JSONValue) -> String? {
    let account = status["account"]
    return PostText.author(name: account?["display_name"]?.text, handle: account?["acct"]?.text)
  }

  private static func address(of status: JSONValue) -> String? {
    status["url"]?.text ?? status["uri"]?.text
  }
}
