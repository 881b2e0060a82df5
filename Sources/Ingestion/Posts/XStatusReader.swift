import Source

/// Reads statuses of the X API v1.1, and those of the archive that X gives its users: `tweets.js`.
///
/// The fields are those of "Tweet object" in the API's version 1.1: `full_text` or `text`,
/// `extended_tweet`, `created_at`, `user`, `entities`, `retweeted_status`, `quoted_status`.
struct XStatusReader {
  private static let origin = "x-api"
  private static let script = Array("window.YTD.".utf8)
  private let dates: DateText

  /// The statuses of a value: one, a list, the answer to a search, or an archive; nothing where the
  /// value is none of these.
  static func read(_ value: JSONValue, deadline: Deadline) throws(IngestionError)
    -> [ManuscriptWithMetadata]?
  {
    let reader = XStatusReader(dates: try DateText.shared())
    let list = value["statuses"] ?? value
    var posts: [ManuscriptWithMetadata] = []
    for element in list.elements {
      try deadline.check()
      if let post = reader.post(element["tweet"] ?? element) { posts.append(post) }
    }
    return posts.isEmpty ? nil : posts
  }

  /// Whether a text is the script of an archive: `window.YTD.tweets.part0 = [...]`.
  static func isScript(_ utf8: some Collection<UInt8>) -> Bool { utf8.starts(with: script) }

  /// The JSON of a script; any other text as it is.
  static func withoutScript(_ utf8: [UInt8]) -> ArraySlice<UInt8> {
    let text = utf8.drop { $0 <= 0x20 }
    guard isScript(text), let equals = text.firstIndex(of: UInt8(ascii: "=")) else {
      return utf8[...]
    }
    // Its lines count on from that of the equals sign, which is the first.
    return text[text.index(after: equals)...]
  }

  private func post(_ status: JSONValue) -> ManuscriptWithMetadata? {
    guard status["id_str"] != nil || status["user"] != nil || status["full_text"] != nil else {
      return nil
    }
    var manuscript = Manuscript()
    // A repost holds the other's words only, and cuts them short in its own text.
    if let reposted = status["retweeted_status"] {
      appendQuote(of: reposted, to: &manuscript)
    } else {
      guard let text = Self.text(of: status) else { return nil }
      manuscript.blocks = PostText.blocks(text)
      if let quoted = status["quoted_status"] { appendQuote(of: quoted, to: &manuscript) }
    }
    guard !manuscript.isEmpty else { return nil }
    var metadata = SourceMetadata()
    metadata.offer(.author, Self.author(of: status), from: Self.origin)
    metadata.offer(.publisher, Self.author(of: status), from: Self.origin)
    metadata.offer(.url, Self.address(of: status), from: Self.origin)
    let language = status["lang"]?.text
    metadata.offer(language: language, from: Self.origin)
    metadata.offer(kind: .post, from: Self.origin)
    metadata.offer(published: timestamp(of: status), from: Self.origin)
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }

  private func appendQuote(of status: JSONValue, to manuscript: inout Manuscript) {
    guard let text = Self.text(of: status) else { return }
    manuscript.quotes.append(
      .init(kind: .post, attribution: Self.author(of: status), url: Self.address(of: status)))
    manuscript.blocks += PostText.blocks(text, quote: manuscript.quotes.count - 1)
  }

  /// `Sat Dec 11 15:42:07 +0000 2021`.
  private func timestamp(of status: JSONValue) -> Timestamp? {
    guard let text = status["created_at"]?.text else { return nil }
    let words = text.split(separator: " ")
    guard words.count == 6 else { return dates.timestamp(of: text) }
    return dates.timestamp(of: "\(words[2]) \(words[1]) \(words[5]) \(words[3]) \(words[4])")
  }

  private static func author(of status: JSONValue) -> String? {
    let user = status["user"]
    return PostText.author(name: user?["name"]?.text, handle: user?["screen_name"]?.text)
  }

  private static func address(of status: JSONValue) -> String? {
    guard let id = status["id_str"]?.text ?? status["id"]?.text else { return nil }
    return "https://x.com/\(status["user"]?["screen_name"]?.text ?? "i")/status/\(id)"
  }

  /// The whole text: long statuses carry it beside the short one.
  private static func text(of status: JSONValue) -> String? {
    let whole = status["extended_tweet"] ?? status
    guard case .string(let text)? = whole["full_text"] ?? status["full_text"] ?? status["text"]
    else { return nil }
    let entities = whole["entities"] ?? status["entities"] ?? .null
    let links = (entities["urls"]?.elements ?? []).map { url in
      PostText.Link(
        short: url["url"]?.text ?? "",
        full: url["expanded_url"]?.text ?? url["display_url"]?.text)
    }
    let pictures = (entities["media"]?.elements ?? []).map { media in
      PostText.Link(short: media["url"]?.text ?? "", full: nil)
    }
    let plain = PostText.withoutEntities(PostText.expanding(links + pictures, in: text))
    return plain.collapsingSpaces.isEmpty ? nil : plain
  }
}
