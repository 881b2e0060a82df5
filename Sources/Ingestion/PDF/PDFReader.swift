import Source

/// Reads PDF by poppler: its text in reading order, its title and author.
struct PDFReader {
  let limits: ReadingLimits
  private static let origin = "document properties"

  /// Reads a document.
  func read(_ file: SourceFile) throws(IngestionError) -> FormatReading {
    try reading(ofLayout: try layout(of: file), file: file.name)
  }

  /// Reads what poppler writes for a document.
  func reading(ofLayout bytes: [UInt8], file: String) throws(IngestionError) -> FormatReading {
    let rules = try PDFRules.shared()
    let utf8 = TextCleaning.clean(TextCleaning.replacingIllFormed(bytes).utf8)
    let document = try XMLParser.parse(utf8, file: file, limits: limits)
    let layout = PDFLayout(document.tree)
    var text = PDFText(layout, rules: rules)
    var reading = ManuscriptWithMetadata(
      manuscript: try text.read(until: limits.deadline), metadata: SourceMetadata())
    guard !reading.manuscript.isEmpty else { throw IngestionError(file: file, .imagesOnly) }
    reading.metadata.offer(.title, layout.title, from: Self.origin)
    reading.metadata.offer(.author, layout.author, from: Self.origin)
    return FormatReading(manuscripts: [try reading.withHeadlineAndDate()])
  }

  private func layout(of file: SourceFile) throws(IngestionError) -> [UInt8] {
    let rules = try PDFRules.shared()
    do throws(PDFProgram.Mistake) {
      return try PDFProgram.output(for: file.bytes, limits: limits, rules: rules)
    } catch {
      switch error {
      case .tooLate:
        throw IngestionError(file: file.name, .takesTooLong(limit: limits.deadline.limit))
      case .notInstalled:
        throw IngestionError(
          file: file.name, .missingProgram(name: "pdftotext", remedy: PDFProgram.remedy))
      case .tooLarge:
        throw IngestionError(
          file: file.name, .expandsTooFar(limit: limits.maximumExpandedSize))
      case .failed(let reason):
        throw IngestionError(file: file.name, Self.trouble(with: file.bytes, reason: reason))
      }
    }
  }

  /// A document that needs a password names its encryption in plain words.
  private static func trouble(with bytes: [UInt8], reason: String) -> IngestionError.Trouble {
    let name = Array("/Encrypt".utf8)
    let isEncrypted = bytes.indices.contains { place in
      bytes[place] == name[0] && bytes[place...].starts(with: name)
    }
    return isEncrypted
      ? .unsupported(format: "an encrypted PDF file", instead: "save it without a password")
      : .malformed(format: "PDF", reason: reason)
  }
}
