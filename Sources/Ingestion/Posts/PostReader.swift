/// Reads posts that networks give out as JSON.
struct PostReader {
  let limits: ReadingLimits

  /// Reads a text of JSON, or the script of an X archive that holds it.
  ///
  /// - Parameter file: what messages call it.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> [ManuscriptWithMetadata] {
    let value: JSONValue
    do {
      value = try JSONValue(
        parsing: XStatusReader.withoutScript(utf8), deadline: limits.deadline,
        maximumCount: limits.maximumElements)
    } catch {
      try limits.deadline.check()
      throw IngestionError(
        file: file, line: error.line, .malformed(format: "JSON", reason: error.reason))
    }
    if let posts = try XPostReader.read(value, deadline: limits.deadline) { return posts }
    if let posts = try BlueskyReader.read(value, deadline: limits.deadline) { return posts }
    if let posts = try MastodonReader(limits: limits).read(value, file: file) { return posts }
    if let posts = try XStatusReader.read(value, deadline: limits.deadline) { return posts }
    if let post = try OEmbedReader.read(value, file: file, limits: limits) { return [post] }
    throw IngestionError(file: file, .unknownPost)
  }
}
