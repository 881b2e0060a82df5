import Foundation
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
  func word(for verdict: Decision.Verdict, in language: ReportLanguage) -> String {
    word(verdict.rawValue, in: language)
  }

  /// The word before a note, with its colon.
  func noteLabel(in language: ReportLanguage) -> String {
    word("note", in: language) + word("colon", in: language)
  }

  /// The place of a quote: the paragraph with this index.
  public func place(ofParagraph index: Int, in language: ReportLanguage) -> String {
    MessageCatalog.filled(
      word("paragraph", in: language), ["number": String(index + 1)])
  }

  /// The places of quotes, as what stands before and behind their number in each language.
  var places: [(before: String, after: String)] {
    ReportLanguage.allCases.map { language in
      let parts = word("paragraph", in: language).components(separatedBy: "{number}")
      return (parts.first ?? "", parts.dropFirst().first ?? "")
    }
  }

  private func word(_ key: String, in language: ReportLanguage) -> String {
    table[key]?[language.rawValue] ?? table[key]?[ReportLanguage.english.rawValue] ?? key
  }

  /// What a box with this word decides.
  func verdict(of word: String) -> Decision.Verdict? { verdicts[word.lowercased()] }

  /// All words that a box may have, sorted.
  var boxWords: [String] { verdicts.keys.sorted() }

  /// The words that may stand before a note, in small letters.
  let noteWords: Set<String>
}
