import Source

/// Writes kana in Latin letters and reads Japanese names in Latin letters, so that both can be compared.
///
/// Kana are written in the modified Hepburn system (the Library of Congress's romanization table for
/// Japanese, ALA-LC, 2012; James Curtis Hepburn, A Japanese-English Dictionary, third edition, 1886). A name
/// in Latin letters may follow it or the Kunrei and Nihon systems (Cabinet notification of 9 December 1954)
/// or the passport rules, which write no long vowels, write them as `oh`, and write `m` before `b`, `m` and
/// `p`. A key leaves out all in which they differ: `Satō`, `Sato`, `Satou`, `Satoh` and サトウ have one key,
/// `Shimbashi`, `Sinbasi` and シンバシ too.
struct Romanization: Sendable {
  /// The Hepburn spelling of each kana and digraph.
  private let syllables: [[Character]: String]
  /// The Hepburn spelling of each spelling that Japanese names have in any system.
  private let spellings: [[Character]: String]

  private struct Table: Decodable {
    let native: [String: [String]]
    let foreign: [String: [String]]
  }

  /// Reads the table of kana (`Resources/names/kana.yaml`).
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "names/kana.yaml", in: .module)
    var syllables: [[Character]: String] = [:]
    var spellings: [[Character]: String] = [:]
    for (kana, latin) in table.native.merging(table.foreign, uniquingKeysWith: { one, _ in one }) {
      syllables[Array(kana)] = latin.first
    }
    for latin in table.native.values {
      for spelling in latin { spellings[Array(spelling)] = latin.first }
    }
    self.syllables = syllables
    self.spellings = spellings
  }

  // MARK: - Kana to Latin letters

  /// What becomes of the marks that are no syllables: ッ and ー.
  enum Marks {
    /// A consonant is doubled after ッ; a long vowel is written as a short one.
    case doubling
    /// No consonant is doubled; a bar stands behind a long vowel.
    case bars
  }

  /// Kana, of either sort, in Hepburn's spelling; nothing where there is anything but kana.
  func latin(ofKana kana: String, marks: Marks = .doubling) -> String? {
    let letters = Array(kana.unicodeScalars.map { Character(Self.katakana($0)) })
    var result = ""
    var index = 0
    var isDoubled = false
    while index < letters.count {
      if letters[index] == "ー" {
        if marks == .bars { result.append("-") }
        index += 1
        continue
      }
      if letters[index] == "ッ" {
        isDoubled = marks == .doubling
        index += 1
        continue
      }
      guard let (latin, length) = syllable(in: letters, at: index) else { return nil }
      if isDoubled, let first = latin.first { result.append(first) }
      isDoubled = false
      result += latin
      index += length
    }
    return result
  }

  private func syllable(in letters: [Character], at index: Int) -> (latin: String, length: Int)? {
    for length in [2, 1] where index + length <= letters.count {
      if let latin = syllables[Array(letters[index..<(index + length)])] { return (latin, length) }
    }
    return nil
  }

  /// The katakana of a hiragana; any other scalar as it is.
  private static func katakana(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x3041...0x3096).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value + 0x60) ?? scalar
  }

  // MARK: - Keys

  /// The key of a name in kana; nothing where there is anything but kana.
  func key(ofKana kana: String) -> String? {
    latin(ofKana: kana).map(Self.withoutLongVowels)
  }

  /// The key of a word in Latin letters; nothing where it is no Japanese word in any of the systems.
  func key(ofLatin word: String) -> String? {
    let letters = Array(Self.plainLetters(of: word))
    guard !letters.isEmpty else { return nil }
    var result = ""
    var index = 0
    while index < letters.count {
      if let skipped = Self.silentLetters(in: letters, at: index) {
        result += skipped.latin
        index += skipped.length
      } else if let (latin, length) = spelling(in: letters, at: index) {
        result += latin
        index += length
      } else {
        return nil
      }
    }
    return Self.withoutLongVowels(result)
  }

  private func spelling(in letters: [Character], at index: Int) -> (latin: String, length: Int)? {
    for length in [3, 2, 1] where index + length <= letters.count {
      let part = Array(letters[index..<(index + length)])
      // An n is a syllable by itself only where no vowel makes a longer one of it.
      if let latin = spellings[part] { return (latin, length) }
    }
    return nil
  }

  /// Letters that stand for no syllable of their own: the first of a double consonant, the `h` of `oh`, an `m`
  /// for `n`.
  private static func silentLetters(
    in letters: [Character], at index: Int
  ) -> (latin: String, length: Int)? {
    let letter = letters[index]
    let next = index + 1 < letters.count ? letters[index + 1] : nil
    if letter == "m", let next, "bmp".contains(next) { return ("n", 1) }
    if let next, next == letter, !"aeioun".contains(letter) { return (String(letter), 1) }
    if letter == "t", next == "c" { return ("c", 1) }
    let isAfterO = index > 0 && letters[index - 1] == "o"
    if letter == "h", isAfterO, next.map({ !"aeiouy".contains($0) }) ?? true { return ("", 1) }
    return nil
  }

  private static func withoutLongVowels(_ latin: String) -> String {
    var result = ""
    for letter in latin {
      if letter == "u" || letter == "o", result.last == "o" { continue }
      if letter == "u", result.last == "u" { continue }
      result.append(letter)
    }
    return result
  }

  /// A word in small letters without apostrophes and hyphens, its long vowels written out.
  private static func plainLetters(of word: String) -> String {
    let long: [Character: String] = [
      "ā": "aa", "â": "aa", "ī": "ii", "î": "ii", "ū": "uu", "û": "uu", "ē": "ee", "ê": "ee",
      "ō": "ou",
      "ô": "ou",
    ]
    return word.lowercased().filter { !"'’ʼ-‐".contains($0) }
      .map { long[$0] ?? String($0) }.joined()
  }
}
