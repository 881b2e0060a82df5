/// The name of a person as an account writes it, without titles. Two that are written alike are the same,
/// however the dictionary takes them apart and reads them.
struct PersonName: Sendable {
  /// The letters in which a name is written, which tell how it is compared with others.
  enum Script: Int, Sendable, Hashable {
    case latin, kanji, katakana
  }

  let script: Script
  /// Its words: those of the text in Latin letters, those between middle dots in katakana, the dictionary's
  /// in kanji.
  let words: [NameWord]
  /// The name as it is written.
  let text: String

  init(script: Script, words: [NameWord]) {
    self.script = script
    self.words = words
    let joint =
      switch script {
      case .latin: " "
      case .kanji: ""
      case .katakana: "・"
      }
    text = words.map(\.text).joined(separator: joint)
  }
}

/// A word of a name.
struct NameWord: Sendable, Hashable {
  let text: String
  /// How it is read, in katakana, where the dictionary tells.
  let reading: String?

  init(_ text: String, reading: String? = nil) {
    self.text = text
    self.reading = reading
  }
}

extension PersonName: Hashable, Comparable {
  static func == (one: PersonName, other: PersonName) -> Bool {
    one.script == other.script && one.text == other.text
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(script)
    hasher.combine(text)
  }

  /// Longer names first, then by their letters: an order that comes from the names alone.
  static func < (one: PersonName, other: PersonName) -> Bool {
    (-one.words.count, one.script.rawValue, one.text)
      < (-other.words.count, other.script.rawValue, other.text)
  }
}
