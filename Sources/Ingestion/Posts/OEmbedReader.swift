import Source

/// Reads oEmbed answers (https://oembed.com, 2.3.4): their `html` holds the post as a page would
/// embed it.
enum OEmbedReader {
  private static let origin = "oembed"

  /// The post of an answer; nothing where the value is no answer of this kind.
  ///
  /// - Parameter file: what messages call it.
  static func read(_ value: JSONValue, file: String, limits: ReadingLimits) throws(IngestionError)
    -> ManuscriptWithMetadata?
  {
    guard case .string(let html)? = value["html"] else { return nil }
    let tree = try HTMLParser.parse(Array(html.utf8), file: file, limits: limits)
    guard let embedded = try EmbeddedPost.first(in: tree, deadline: limits.deadline) else {
      return nil
    }
    let post = try embedded.account(from: origin)
    guard !post.manuscript.isEmpty else { return nil }
    var metadata = SourceMetadata()
    let handle = value["author_url"]?.text.flatMap(handle)
    let author = PostText.author(name: value["author_name"]?.text, handle: handle)
    metadata.offer(.author, author ?? embedded.attribution, from: origin)
    metadata.offer(.publisher, author ?? embedded.attribution, from: origin)
    metadata.offer(.publisher, value["provider_name"]?.text, from: origin)
    metadata.offer(.url, value["url"]?.text, from: origin)
    metadata.offer(.title, value["title"]?.text, from: origin)
    metadata.fill(from: post.metadata)
    return ManuscriptWithMetadata(manuscript: post.manuscript, metadata: metadata)
  }

  /// The last part of the author's address, where that is a name on a network: `SecBlinken`.
  private static func handle(ofAuthor url: String) -> String? {
    let parts = url.split(separator: "/")
    guard parts.count == 3, let last = parts.last, !last.contains("?") else { return nil }
    let handle = last.hasPrefix("@") ? last.dropFirst() : last
    return handle.isEmpty ? nil : String(handle)
  }
}
