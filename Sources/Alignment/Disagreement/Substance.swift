import Claims
import Source
import Values

/// What a claim tells of whomever and whatever it names: its words besides names and values, its values, and its act.
/// Claims that have a name in common and nothing else tell two things: "the bank opened a branch", "the bank dismissed
/// two clerks".
struct Substance: Sendable {
  private let words: Set<String>
  private let values: [Value]
  private let act: String?
  private let language: LanguageTag

  /// The first letters by which words of one family are known: "agree", "agreement".
  private static let leastStem = 5
  private static let longestEnding = 4

  init(_ claim: Claim, in language: LanguageTag) {
    let names =
      claim.mentions.map(\.range) + claim.measures.map(\.value.range)
      + claim.terms.filter(\.isName).map(\.range)
    let capitalized = Self.capitalized(in: claim.text)
    words = Set(
      claim.words.filter { word in !names.contains { $0.overlaps(word.range) } }
        .map { $0.lemma.lowercased() }
        .filter { lemma in
          !capitalized.contains { $0 == lemma || lemma.count > 3 && $0.hasPrefix(lemma) }
        })
    // Two things may well have happened on one day.
    values = claim.values.filter { !$0.isTime }
    act = claim.act.flatMap { $0.reports ? nil : $0.group }
    self.language = language
  }

  /// The words of a text, but for the first, that are written as names, in lower case: be they known as names or not.
  private static func capitalized(in text: String) -> [String] {
    text.split { !$0.isLetter }.dropFirst().filter { $0.first?.isUppercase ?? false }
      .map { $0.lowercased() }
  }

  /// Whether two claims of one language tell nothing in common; of two languages, words cannot show it.
  func isApart(from other: Substance) -> Bool {
    guard language == other.language else { return false }
    let sharesAct = act != nil && act == other.act
    let sharesValue = values.contains { value in
      other.values.contains { value.compared(with: $0).relation == .equal }
    }
    return !sharesAct && !sharesValue && words.isDisjoint(with: other.words)
      && !words.contains { word in other.words.contains { areOfOneFamily(word, $0) } }
  }

  /// "Agree" and "agreement"; in Japanese, words with a character in common: 開始, 始まる.
  private func areOfOneFamily(_ one: String, _ other: String) -> Bool {
    if language == .japanese {
      return one.unicodeScalars.contains {
        $0.properties.isIdeographic && other.unicodeScalars.contains($0)
      }
    }
    let stem = zip(one, other).prefix { $0 == $1 }.count
    return stem >= Self.leastStem
      && max(one.count, other.count) - stem <= Self.longestEnding
  }
}
