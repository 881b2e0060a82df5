import Source

/// Tells the language of a text by its script and its small words.
struct LanguageDetection: Sendable {
  private let rules: MetadataRules

  init() throws(IngestionError) {
    rules = try MetadataRules.shared()
  }

  /// The language of a text: Japanese, English, or undetermined.
  ///
  /// Looks at the first 4,000 scalars.
  func language(of text: SourceText) -> LanguageTag {
    let scalars = text.scalars.prefix(4000)
    if isJapanese(scalars) { return .japanese }
    var words = 0
    var known = 0
    var foreign = 0
    var word: [UInt8] = []
    var isKnowable = true
    var isForeignScript = false
    var isNative = false
    var isCapital = false
    func endWord() {
      guard !word.isEmpty || !isKnowable else { return }
      words += 1
      let text = String(decoding: word, as: UTF8.self)
      if isKnowable, rules.languageWords.en.contains(text) { known += 1 }
      if isKnowable, rules.languageWords.other.contains(text) { foreign += 1 }
      if !isKnowable { isForeignScript = true }
      if !isCapital, text.count > 4, rules.languageWords.endings.contains(where: text.hasSuffix) {
        isNative = true
      }
      word.removeAll(keepingCapacity: true)
      isKnowable = true
    }
    for scalar in scalars {
      if !CharacterTraits.isLetter(scalar) {
        endWord()
      } else if scalar.isASCII {
        if word.isEmpty { isCapital = ("A"..."Z").contains(scalar) }
        word.append(UInt8(scalar.value) | 0x20)
      } else {
        // The small words of English are written in ASCII.
        isKnowable = false
      }
    }
    endWord()
    guard words > 0 else { return .undetermined }
    if isNative, foreign == 0, !isForeignScript, words <= rules.languageWords.longestWithEndings {
      return .english
    }
    guard known > foreign else { return .undetermined }
    return Double(known) / Double(words) >= rules.languageWords.share ? .english : .undetermined
  }

  /// The language of a text of which one is declared: the script has the last word, since templates
  /// declare English for pages in any language.
  func language(of text: SourceText, declared: LanguageTag?) -> LanguageTag {
    guard let declared else { return language(of: text) }
    let isJapanese = isJapanese(text.scalars.prefix(4000))
    return isJapanese && declared == .english ? .japanese : declared
  }

  private func isJapanese(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var letters = 0
    var kana = 0
    for scalar in scalars where CharacterTraits.isLetter(scalar) {
      letters += 1
      if scalar.isKana { kana += 1 }
    }
    return kana > 0 && Double(kana) >= rules.kanaShare * Double(letters)
  }
}
