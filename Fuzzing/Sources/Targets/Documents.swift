@testable import Ingestion

/// What stands inside of packed documents and behind other programs: bytes that no mutation of a packed file reaches.
extension FuzzTarget {
  /// The parts of a DOCX file, in order, with a zero byte between two of them.
  static let docx = packed(
    "docx", in: "release.docx",
    parts: [
      "word/document.xml", "word/styles.xml", "docProps/core.xml", "docProps/app.xml",
      "_rels/.rels", "word/numbering.xml",
    ],
    stored: [("[Content_Types].xml", "")])

  /// The parts of an ODT file.
  static let odt = packed(
    "odt", in: "release.odt", parts: ["content.xml", "meta.xml", "styles.xml"],
    stored: [("mimetype", "application/vnd.oasis.opendocument.text")])

  /// What poppler writes for a PDF file.
  static let pdfLayout = FuzzTarget(
    name: "pdf-layout",
    seeds: { repository in
      let rules = try PDFRules.shared()
      return try repository.formats(["release.pdf"]).map {
        try PDFProgram.output(
          for: $0, limits: ReadingLimits(ReadingOptions(), file: "release.pdf"), rules: rules)
      }
    },
    read: { bytes in
      let reader = PDFReader(limits: ReadingLimits(ReadingOptions(), file: "release.pdf"))
      _ = try reader.reading(ofLayout: bytes, file: "release.pdf")
    })

  private static func packed(
    _ name: String, in file: String, parts: [String], stored: [(name: String, text: String)]
  ) -> FuzzTarget {
    let kept = stored.map { (name: $0.name, content: Array($0.text.utf8)) }
    return FuzzTarget(
      name: name,
      seeds: { repository in
        try repository.formats([file]).map { bytes in
          let archive = try ZIPArchive(
            bytes, file: file, limits: ReadingLimits(ReadingOptions(), file: file))
          let contents = try parts.map { try archive.content(of: $0, limit: 1 << 20) ?? [] }
          return Array(contents.joined(separator: [0]))
        }
      },
      read: { bytes in
        let contents = bytes.split(
          separator: 0, maxSplits: parts.count - 1, omittingEmptySubsequences: false)
        let entries = zip(parts, contents).filter { !$0.1.isEmpty }
          .map { (name: $0.0, content: Array($0.1)) }
        let archive = StoredArchive(entries: kept + entries)
        for account in try AccountReader().read(archive.bytes, named: file).accounts {
          check(account)
        }
      })
  }
}
