import Source

/// Reads plain text and Markdown, with or without front matter.
struct DocumentReader {
  let isMarkdown: Bool
  let limits: ReadingLimits

  /// Reads a text.
  ///
  /// - Parameter file: what messages call it.
  func read(_ text: String, file: String) throws(IngestionError) -> ManuscriptWithMetadata {
    let front = try FrontMatter(text, file: file)
    var metadata = front.settings.metadata(from: "front matter")
    let body = String(front.body)
    var manuscript =
      isMarkdown
      ? try MarkdownReader.read(body, limits: limits)
      : try PlainTextReader.read(body, limits: limits)
    guard !manuscript.isEmpty else { throw IngestionError(file: file, .empty) }
    if let first = manuscript.blocks.first, first.role == .heading {
      metadata.offer(.title, first.text, from: "text")
      manuscript.hasHeadline = true
    }
    if metadata.published == nil {
      let dates = try DateText.shared()
      let lines = manuscript.blocks.prefix(4).map(\.text)
      let found = lines.lazy.compactMap { dates.publicationDate(ofLine: $0) }.first
      metadata.offer(published: found, from: "text")
    }
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }
}
