/// Reads posts that networks give out as JSON.
struct PostReader {
  let options: ReadingOptions

  /// Reads a text of JSON, or the script of an X archive that holds it.
  ///
  /// - Parameter file: what messages call it.
  func read(_ utf8: [UInt8], file: String) throws(IngestionError) -> [ManuscriptWithMetadata] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: XStatusReader.withoutScript(utf8))
    } catch {
      throw IngestionError(
        file: file, line: error.line, .malformed(format: "JSON", reason: error.reason))
    }
    if let posts = XPostReader.read(value) { return posts }
    if let posts = BlueskyReader.read(value) { return posts }
    if let posts = try MastodonReader(options: options).read(value) { return posts }
    if let posts = try XStatusReader.read(value) { return posts }
    if let post = try OEmbedReader.read(value, limit: options.maximumElements) { return [post] }
    throw IngestionError(file: file, .unknownPost)
  }
}
