/// What a file is read into, before it is known under which names.
struct FormatReading: Sendable {
  /// The accounts in it, in order.
  var manuscripts: [ManuscriptWithMetadata]
  /// What is worth knowing: a charset that is not known, parts that were left out.
  var notes: [IngestionError] = []
}

/// What every format is read into.
struct ManuscriptWithMetadata: Sendable {
  var manuscript: Manuscript
  var metadata: SourceMetadata
}

extension ManuscriptWithMetadata {
  /// The same with what the text of a document says of itself: its headline is the first paragraph where
  /// that is a heading, before any title in its properties; a date near it is when it was published: when
  /// its file was made may be years before.
  func withHeadlineAndDate() throws(IngestionError) -> ManuscriptWithMetadata {
    var completed = self
    if let first = manuscript.blocks.first, first.role == .heading {
      completed.metadata = SourceMetadata()
      completed.metadata.offer(.title, first.text, from: "text")
      completed.metadata.fill(from: metadata)
      completed.manuscript.hasHeadline = true
    }
    let dates = try DateText.shared()
    let lines = manuscript.blocks.prefix(4).map(\.text)
    let found = lines.lazy.compactMap { dates.publicationDate(ofLine: $0) }.first
    completed.metadata.offer(published: found, from: "text")
    return completed
  }
}

/// Finds a file's format and has it read.
struct FormatReader {
  let limits: ReadingLimits

  /// Reads a file.
  ///
  /// - Parameter charset: the label that `event.yaml` gives for the file.
  func read(_ file: SourceFile, charset: String?) throws(IngestionError) -> FormatReading {
    switch Format(ofBytes: file) {
    case .message: return try MessageReader(limits: limits).read(file, charset: charset)
    case .office: return try OfficeReader(limits: limits).read(file)
    case .pdf: return try PDFReader(limits: limits).read(file)
    case .webArchive:
      return try WARCReader(limits: limits).read(
        WARCArchive(file), file: file.name, charset: charset)
    case .gzip:
      // What is packed twice is packed to do harm.
      guard !file.isUnpacked else {
        throw IngestionError(
          file: file.name,
          .unsupported(format: "a gzip file in a gzip file", instead: "unpack it"))
      }
      if let archive = try WARCArchive(unpacking: file, limits: limits) {
        return try WARCReader(limits: limits).read(archive, file: file.name, charset: charset)
      }
      let content = try GzipFile.content(of: file, limits: limits)
      return try read(
        SourceFile(name: file.name, bytes: content, isUnpacked: true), charset: charset)
    default: return try readText(file, charset: charset)
    }
  }

  private func readText(_ file: SourceFile, charset: String?) throws(IngestionError)
    -> FormatReading
  {
    let text = try TextDecoding(
      rules: try ReadingRules.shared(), deadline: limits.deadline
    ).decode(file, chosen: charset)
    var reading = try reading(of: text, file: file)
    reading.notes = text.notes + reading.notes
    return reading
  }

  private func reading(of text: DecodedText, file: SourceFile) throws(IngestionError)
    -> FormatReading
  {
    switch Format(of: text.utf8, file: file, deadline: limits.deadline) {
    case .html:
      let page = try PageReader(limits: limits).read(text.utf8, file: file.name)
      return FormatReading(manuscripts: [page])
    case .json:
      let posts = try PostReader(limits: limits).read(text.utf8, file: file.name)
      return FormatReading(manuscripts: posts)
    case .newsXML:
      return try NewsXMLReader(limits: limits).read(text.utf8, file: file.name)
    case .subtitles:
      let transcript = try SubtitleReader.read(
        text.string, file: file.name, limits: limits)
      return FormatReading(manuscripts: [transcript])
    case .markdown:
      let text = try DocumentReader(isMarkdown: true, limits: limits)
        .read(text.string, file: file.name)
      return FormatReading(manuscripts: [text])
    default:
      let text = try DocumentReader(isMarkdown: false, limits: limits)
        .read(text.string, file: file.name)
      return FormatReading(manuscripts: [text])
    }
  }
}
