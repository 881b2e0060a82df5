/// The name of a person as an account writes it, without titles.
struct PersonName: Sendable, Hashable {
  /// The letters in which a name is written, which tell how it is compared with others.
  enum Script: Int, Sendable, Hashable {
    case latin, kanji, katakana
  }

  let script: Script
  /// Its words: those of the text in Latin letters, those between middle dots in katakana, the dictionary's
  /// in kanji.
  let words: [NameWord]

  /// The name as it is written.
  var text: String {
    switch script {
    case .latin: words.map(\.text).joined(separator: " ")
    case .kanji: words.map(\.text).joined()
    case .katakana: words.map(\.text).joined(separator: "・")
    }
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

extension PersonName: Comparable {
  /// Longer names first, then by their letters: an order that comes from the names alone.
  static func < (one: PersonName, other: PersonName) -> Bool {
    (-one.words.count, one.script.rawValue, one.text)
      < (-other.words.count, other.script.rawValue, other.text)
  }
}
