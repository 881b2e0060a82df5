/// Reads the XML parts of office documents.
struct OfficePart {
  let archive: ZIPArchive
  let file: String
  let limits: ReadingLimits

  /// A part by its name; nothing where there is none.
  func tree(_ name: String) throws(IngestionError) -> XMLTree? {
    guard let bytes = try archive.content(of: name, limit: limits.maximumExpandedSize) else {
      return nil
    }
    let text = try TextDecoding(
      rules: try ReadingRules.shared(), deadline: limits.deadline
    ).decode(
      SourceFile(name: file, bytes: bytes), declared: "utf-8")
    let document = try XMLParser.parse(
      text.utf8, file: file, limits: limits)
    if let mistake = document.mistake {
      throw IngestionError(
        file: file, line: mistake.line, .malformed(format: "XML in \(name)", reason: mistake.reason)
      )
    }
    return document.tree
  }
}
