import Language
import Source

/// Short forms that accounts introduce in brackets: "Pacific Islands Forum (PIF)", 太平洋諸島フォーラム（PIF）.
///
/// In English the letters must be the initials of the words before the bracket (after Schwartz and Hearst, A
/// simple algorithm for identifying abbreviation definitions in biomedical text, 2003); in Japanese the noun
/// before the bracket is meant.
struct BracketedNames: Sendable {
  /// The full names by their short forms.
  private var names: [String: Set<String>] = [:]

  /// The full names of a short form, in order.
  func fullNames(of short: String) -> [String] { (names[short] ?? []).sorted() }

  /// The short forms, in order.
  var shortForms: [String] { names.keys.sorted() }

  /// Reads the brackets of an account.
  mutating func read(_ analyzed: AnalyzedAccount) {
    for sentence in analyzed.sentences {
      let words = sentence.words
      for index in words.indices.dropFirst().dropLast(2)
      where "(（".contains(words[index].text) && ")）".contains(words[index + 2].text) {
        let short = words[index + 1].text
        guard Self.isShortForm(short) else { continue }
        let before = words[..<index]
        let isJapanese = before.last.map(Self.isEastAsian) ?? false
        let name = isJapanese ? Self.noun(before) : Self.phrase(before, of: short)
        guard let first = name.first, let last = name.last else { continue }
        names[short, default: []].insert(
          analyzed.account.text[first.range.lowerBound..<last.range.upperBound])
      }
    }
  }

  private static func isShortForm(_ text: String) -> Bool {
    (2...8).contains(text.count) && text.filter(\.isUppercase).count >= 2
      && text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  private static func isEastAsian(_ word: Word) -> Bool {
    word.text.unicodeScalars.allSatisfy(NamePatterns.isEastAsian)
  }

  private static func noun(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    words.suffix(while: {
      $0.partOfSpeech.isNominal || $0.partOfSpeech == .numeral || $0.text == "・"
    })
  }

  /// The shortest run of words before the bracket whose capitals are the letters of the short form.
  private static func phrase(_ words: ArraySlice<Word>, of short: String) -> ArraySlice<Word> {
    for start in words.indices.reversed().prefix(12) {
      let run = words[start...]
      let initials = run.compactMap { word in
        word.text.first.flatMap { $0.isUppercase ? String($0) : nil }
      }
      guard run.first?.text.first?.isUppercase ?? false else { continue }
      if initials.joined() == short { return run }
    }
    return []
  }
}

extension ArraySlice<Word> {
  /// The longest end of the slice whose words all fit.
  fileprivate func suffix(while fits: (Word) -> Bool) -> ArraySlice<Word> {
    let start = lastIndex { !fits($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
