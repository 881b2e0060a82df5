/// The name of a person with all that comparing it needs, computed once.
struct MatchableName: Sendable {
  let name: PersonName
  /// Whether it is more than a family name with its particles.
  let isFull: Bool
  /// The words in plain letters that count: no initials, no "von", no "Jr"; none but for Latin letters.
  var words: [MatchableWord] = []
  /// Whether all words can be Japanese by their letters: only then are long vowels of no account.
  var isJapanese = false
  /// The whole name as it is spoken, with and without what stands before its particle.
  var wholes: [Transliteration.Letters] = []
  /// The words of a name in katakana, and all of them as one, as they sound.
  var sounds: [Transliteration.Sounds] = []
  var wholeSound: Transliteration.Sounds?
  /// What a name in kanji may be read as where it is a family name, or the family name in it.
  var familyKeys: Set<String> = []
  /// What the family name and the given name of a full name in kanji may be read as, wherever it is divided.
  var divisions: [(families: Set<String>, givens: Set<String>)] = []
  /// A name in kanji, and the family name in it, in Mandarin.
  var mandarin: String?
  var mandarinFamily: String?
}

/// A word of a name in Latin letters.
struct MatchableWord: Sendable {
  /// In small letters without marks.
  let plain: String
  /// Its key where it can be a Japanese word.
  let key: String?
  /// As it is spoken.
  let letters: Transliteration.Letters
}
