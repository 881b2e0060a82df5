/// Reads subtitles as a transcript: WebVTT and SRT.
enum SubtitleReader {
  private static let origin = "WebVTT header"

  /// Reads a text.
  ///
  /// - Parameter file: what messages call it.
  static func read(_ text: String, file: String, limits: ReadingLimits) throws(IngestionError)
    -> ManuscriptWithMetadata
  {
    let subtitles = try SubtitleFile(text, limits: limits)
    guard !subtitles.cues.isEmpty else {
      throw IngestionError(
        file: file,
        .malformed(
          format: "WebVTT or SRT", reason: "it has no times such as 00:00:01.000 --> 00:00:04.000"))
    }
    let transcript = try Transcript(
      subtitles.cues, rules: try SubtitleRules.shared(), deadline: limits.deadline)
    let manuscript = try transcript.manuscript(until: limits.deadline)
    guard !manuscript.isEmpty else { throw IngestionError(file: file, .empty) }
    var metadata = SourceMetadata()
    metadata.offer(.title, subtitles.title, from: origin)
    metadata.offer(language: subtitles.language, from: origin)
    metadata.offer(kind: AccountKind(rawValue: "transcript"), from: "format")
    return ManuscriptWithMetadata(manuscript: manuscript, metadata: metadata)
  }
}
