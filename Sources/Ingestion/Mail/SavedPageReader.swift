import Source

/// Reads a page that a browser has saved with its pictures in one file (MHTML, RFC 2557).
struct SavedPageReader {
  let limits: ReadingLimits
  private static let origin = "MHTML header"

  /// Whether a message is a page that was saved, and not one that was sent.
  static func isSavedPage(_ message: MessagePart, ending: String) -> Bool {
    let header = message.header
    return ["mht", "mhtml"].contains(ending)
      || header.value("snapshot-content-location") != nil
      || header.value("from")?.hasPrefix("<Saved by ") == true
  }

  /// Reads the page in a message: the part that its header names as the root.
  func read(_ message: MessagePart, file: String, charset: String?) throws(IngestionError)
    -> FormatReading
  {
    guard let root = message.root, root.type.value == "text/html" else {
      throw IngestionError(
        file: file, .malformed(format: "MHTML", reason: "it has no part that is a page"))
    }
    let text = try TextDecoding(
      rules: try ReadingRules.shared(), deadline: limits.deadline
    ).decode(
      SourceFile(name: file, bytes: try content(of: root, file: file)), chosen: charset,
      declared: root.type.parameters["charset"])
    var page = try PageReader(limits: limits).read(text.utf8, file: file)
    let address =
      message.header.value("snapshot-content-location") ?? root.header.value("content-location")
    let isAddress = address?.hasPrefix("http") == true
    page.metadata.offer(.url, isAddress ? address : nil, from: Self.origin)
    page.metadata.offer(.title, try message.header.text("subject"), from: Self.origin)
    return FormatReading(manuscripts: [page], notes: text.notes)
  }

  /// The page with its compression undone, which programs that save what was sent may leave.
  private func content(of root: MessagePart, file: String) throws(IngestionError) -> [UInt8] {
    let encoding = ContentEncoding(field: root.header.value("content-encoding"))
    do throws(ContentEncoding.Mistake) {
      return try encoding.decoded(
        root.bytes, limit: limits.maximumExpandedSize, deadline: limits.deadline)
    } catch {
      switch error {
      case .tooLarge:
        throw IngestionError(file: file, .expandsTooFar(limit: limits.maximumExpandedSize))
      case .tooLate:
        throw IngestionError(file: file, .takesTooLong(limit: limits.deadline.limit))
      case .unknown(let name):
        throw IngestionError(file: file, .unknownCompression(part: "the page", name: name))
      }
    }
  }
}
