import Source

/// Reads office documents in ZIP: DOCX and ODT.
struct OfficeReader {
  let limits: ReadingLimits
  private static let openDocument = "application/vnd.oasis.opendocument.text"

  /// Reads a document, and says of other archives what they are.
  func read(_ file: SourceFile) throws(IngestionError) -> FormatReading {
    let archive = try ZIPArchive(file.bytes, file: file.name, limits: limits)
    // An entry that comes to another size than the list gives is refused when it is read.
    let parts = archive.entries.filter { $0.name.hasSuffix(".xml") || $0.name.hasSuffix(".rels") }
    guard parts.reduce(0, { $0 + $1.size }) <= limits.maximumExpandedSize else {
      throw IngestionError(
        file: file.name, .expandsTooFar(limit: limits.maximumExpandedSize))
    }
    let rules = try OfficeRules.shared()
    let type = try archive.content(of: "mimetype", limit: 1 << 10)
      .map { String(decoding: $0, as: UTF8.self).collapsingSpaces }
    let reading: ManuscriptWithMetadata
    if let type, type.hasPrefix(Self.openDocument) {
      reading = try ODTReader(limits: limits, rules: rules, archive: archive, file: file.name)
        .read()
    } else if let document = try DOCXReader.mainPart(of: archive, file: file.name, limits: limits) {
      reading = try DOCXReader(limits: limits, rules: rules, archive: archive, file: file.name)
        .read(document)
    } else {
      throw IngestionError(file: file.name, Self.trouble(with: archive, type: type, rules: rules))
    }
    guard !reading.manuscript.isEmpty else { throw IngestionError(file: file.name, .noMainText) }
    return FormatReading(manuscripts: [try reading.withHeadlineAndDate()])
  }

  private static func trouble(with archive: ZIPArchive, type: String?, rules: OfficeRules)
    -> IngestionError.Trouble
  {
    let names = Set(archive.entries.map(\.name))
    let entry = rules.others.sorted { $0.key < $1.key }.first { names.contains($0.key) }
    let found = type.flatMap { rules.otherTypes[$0] } ?? entry?.value
    return .unsupported(
      format: found?.format ?? "a ZIP archive",
      instead: found?.instead ?? "unpack it, and put its accounts into the folder")
  }
}
