import Source

/// The words of the boxes under a finding (`Resources/review.yaml`), in each language.
public struct ReviewWords: Sendable {
  private let table: [String: [String: String]]
  /// What each word in small letters means, whatever its language.
  private let verdicts: [String: Decision.Verdict]

  /// - Throws: `ResourceError` when the table cannot be read.
  public init() throws {
    table = try ResourceTable.decode(
      [String: [String: String]].self, from: "review.yaml", in: .module)
    var verdicts: [String: Decision.Verdict] = [:]
    for verdict in Self.boxes {
      for word in (table[verdict.rawValue] ?? [:]).values { verdicts[word.lowercased()] = verdict }
    }
    self.verdicts = verdicts
    noteWords = Set((table["note"] ?? [:]).values.map { $0.lowercased() })
  }

  /// The verdicts that have a box, in the order in which they stand.
  static let boxes: [Decision.Verdict] = [.accept, .reject, .followUp]

  /// The word of a verdict's box.
  func word(for verdict: Decision.Verdict, in language: LanguageTag) -> String {
    word(verdict.rawValue, in: language)
  }

  /// The word before a note.
  func noteWord(in language: LanguageTag) -> String { word("note", in: language) }

  private func word(_ key: String, in language: LanguageTag) -> String {
    table[key]?[language.rawValue] ?? table[key]?[LanguageTag.english.rawValue] ?? key
  }

  /// What a box with this word decides.
  func verdict(of word: String) -> Decision.Verdict? { verdicts[word.lowercased()] }

  /// All words that a box may have, sorted.
  var boxWords: [String] { verdicts.keys.sorted() }

  /// The words that may stand before a note, in small letters.
  let noteWords: Set<String>
}
