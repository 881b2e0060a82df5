/// A file of text that belongs to an event and is no account: a report, a review, an earlier comparison.
public enum TextFile {
  /// The text of a file, its charset found as that of an account, with `\n` as the only line end; nothing
  /// where there is no such file.
  ///
  /// - Parameters:
  ///   - path: where the file is.
  ///   - folder: the folder that a link must not lead out of, unless the options say that it may.
  /// - Throws: `IngestionError` where the file is there and cannot be read: a folder, a pipe, a link out of
  ///   the folder, too large, no text.
  /// - Complexity: linear in the size of the file.
  public static func text(
    at path: String, within folder: String? = nil, options: ReadingOptions = ReadingOptions()
  ) throws(IngestionError) -> String? {
    do throws(IngestionError) {
      let file = try FileLoading(options: options).load(path, name: path, within: folder)
      let decoding = TextDecoding(
        rules: try ReadingRules.shared(),
        deadline: Deadline(file: path, limit: options.maximumTime))
      return try decoding.decode(file).string
    } catch {
      if case .missing = error.trouble { return nil }
      throw error
    }
  }
}
