import Foundation
import Source

/// Reads PDF by poppler: its text in reading order, its title and author.
struct PDFReader {
  let options: ReadingOptions
  private static let origin = "document properties"

  /// Reads a document.
  func read(_ file: SourceFile) throws(IngestionError) -> FormatReading {
    let rules = try PDFRules.shared()
    let output = try output(for: file, rules: rules)
    let (head, body) = Self.parts(of: output)
    let pages = body.split(separator: "\u{0C}").map { Self.plain(String($0)) }
    let text = PDFText(rules: rules).paragraphs(of: pages)
    guard !text.isEmpty else { throw IngestionError(file: file.name, .imagesOnly) }
    var reading = try DocumentReader(isMarkdown: false).read(text, file: file.name)
    reading.metadata.offer(.title, Self.value(of: "title", in: head), from: Self.origin)
    reading.metadata.offer(.author, Self.value(of: "Author", in: head), from: Self.origin)
    return FormatReading(manuscripts: [reading])
  }

  private func output(for file: SourceFile, rules: PDFRules) throws(IngestionError) -> String {
    do throws(PDFProgram.Mistake) {
      let bytes = try PDFProgram.output(
        for: file.bytes, limit: options.maximumExpandedSize, rules: rules)
      return String(decoding: bytes, as: UTF8.self)
    } catch {
      switch error {
      case .notInstalled:
        throw IngestionError(
          file: file.name, .missingProgram(name: "pdftotext", remedy: PDFProgram.remedy))
      case .tooLarge:
        throw IngestionError(
          file: file.name, .expandsTooFar(limit: options.maximumExpandedSize))
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

  /// The head of what the program writes, and the text between `<pre>` and its end.
  private static func parts(of output: String) -> (head: Substring, body: Substring) {
    guard let start = output.range(of: "<pre>"),
      let end = output.range(of: "</pre>", options: .backwards)
    else { return (output[...], "") }
    guard start.upperBound <= end.lowerBound else { return (output[...], "") }
    return (output[..<start.lowerBound], output[start.upperBound..<end.lowerBound])
  }

  private static func value(of name: String, in head: Substring) -> String? {
    let marks = name == "title" ? ("<title>", "<") : ("<meta name=\"\(name)\" content=\"", "\"")
    guard let start = head.range(of: marks.0),
      let end = head[start.upperBound...].range(of: marks.1)
    else { return nil }
    return plain(String(head[start.upperBound..<end.lowerBound]))
  }

  /// Undoes the four escapes that the program writes.
  private static func plain(_ text: String) -> String {
    PostText.withoutEntities(text.replacing("&quot;", with: "\""))
  }
}
