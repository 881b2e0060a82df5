import Source

/// Writes the boxes and the note under a finding, as `ReportReader` reads them.
public struct ReviewBoxes: Sendable {
  private let words: ReviewWords
  private let language: ReportLanguage

  /// - Throws: `ResourceError` when the table of words cannot be read.
  public init(language: ReportLanguage = .english) throws {
    words = try ReviewWords()
    self.language = language
  }

  /// One list item a line, indented by two spaces: a task box for each verdict, then the note.
  public func lines(for ruling: Decision.Ruling?) -> [String] {
    let boxes = ReviewWords.boxes.map { verdict in
      "  - [\(ruling?.verdict == verdict ? "x" : " ")] \(words.word(for: verdict, in: language))"
    }
    let note = (ruling?.note ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    let first = note.first.map { $0.isEmpty ? "" : " \($0)" } ?? ""
    return boxes + ["  - \(words.noteLabel(in: language))\(first)"]
      + note.dropFirst().map { $0.isEmpty ? "" : "    \($0)" }
  }
}
