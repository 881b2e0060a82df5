import Foundation
import Source

/// Tells how near a name in katakana is to one in Latin letters.
///
/// The letters are aligned with the sounds of the katakana, at the least cost, by a table of what each
/// grapheme may become (`Resources/names/transliteration.yaml`): joint alignment as in Knight and Graehl,
/// Machine transliteration (Computational Linguistics 24, 1998), with costs in place of probabilities.
struct Transliteration: Sendable {
  private let romanization: Romanization
  /// What each grapheme may become, with its cost.
  private let sounds: [[UInt8]: [Sound]]
  private let longest: Int

  private struct Sound: Sendable {
    let letters: [UInt8]
    let cost: Double
  }

  private struct Table: Decodable {
    let usual: [String: [String]]
    let rare: [String: [String]]
  }

  /// The cost of a letter or sound that has nothing on the other side.
  private static let gap = 1.0
  private static let rarity = 0.5
  /// The bar of a long vowel, among the sounds: letters may give it or not.
  private static let bar = UInt8(ascii: "-")

  /// Reads the table of graphemes.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init(romanization: Romanization) throws {
    self.romanization = romanization
    let table = try ResourceTable.decode(
      Table.self, from: "names/transliteration.yaml", in: .module)
    var sounds: [[UInt8]: [Sound]] = [:]
    for (costs, cost) in [(table.usual, 0.0), (table.rare, Self.rarity)] {
      for (grapheme, alternatives) in costs {
        sounds[Array(grapheme.utf8), default: []] += alternatives.map {
          Sound(letters: Array($0.utf8), cost: cost)
        }
      }
    }
    self.sounds = sounds
    longest = sounds.keys.map(\.count).max() ?? 1
  }

  /// A name in katakana as it sounds.
  struct Sounds: Sendable, Hashable {
    fileprivate let letters: [UInt8]
    /// The number of sounds without the bars of long vowels.
    fileprivate let count: Int
  }

  /// A name in Latin letters as it is spoken.
  struct Letters: Sendable, Hashable {
    fileprivate let letters: [UInt8]
  }

  /// How a name in katakana sounds; nothing where it is none.
  func sounds(ofKatakana name: String) -> Sounds? {
    guard let spoken = romanization.latin(ofKana: name, marks: .bars) else { return nil }
    // Katakana write v as b more often than not.
    let letters = Array(Self.simplified(spoken.replacing("v", with: "b")).utf8)
    let count = letters.count { $0 != Self.bar }
    return count == 0 ? nil : Sounds(letters: letters, count: count)
  }

  /// A name in Latin letters as it is spoken.
  static func letters(ofLatin name: String) -> Letters {
    Letters(letters: Array(simplified(spoken(name)).utf8))
  }

  /// How far a name in katakana is from one in Latin letters, from 0, as the share of its sounds that the
  /// letters do not give; nothing where there are no letters.
  ///
  /// - Complexity: O(n · m) for n letters and m sounds.
  func distance(_ katakana: Sounds, _ latin: Letters) -> Double? {
    guard !latin.letters.isEmpty else { return nil }
    return cost(of: latin.letters, as: katakana.letters) / Double(katakana.count)
  }

  /// The greatest distance at which two names are taken to be one.
  static let nearness = 0.075
  /// By how much the nearest name must be nearer than the next.
  static let margin = 0.08

  private func cost(of letters: [UInt8], as sounds: [UInt8]) -> Double {
    let width = sounds.count + 1
    var costs = [Double](repeating: .infinity, count: (letters.count + 1) * width)
    costs[0] = 0
    for letter in 0...letters.count {
      let graphemes = graphemes(in: letters, at: letter)
      for sound in 0...sounds.count where costs[letter * width + sound] < .infinity {
        let cost = costs[letter * width + sound]
        let lower = { (place: Int, added: Double) in
          costs[place] = min(costs[place], cost + added)
        }
        let hasSound = sound < sounds.count
        if hasSound {
          lower(letter * width + sound + 1, sounds[sound] == Self.bar ? 0 : Self.gap)
        }
        guard letter < letters.count else { continue }
        lower((letter + 1) * width + sound, Self.gap)
        if hasSound { lower((letter + 1) * width + sound + 1, Self.gap) }
        for (length, values) in graphemes {
          for value in values where sounds[sound...].starts(with: value.letters) {
            lower((letter + length) * width + sound + value.letters.count, value.cost)
          }
        }
      }
    }
    return costs[costs.count - 1]
  }

  /// The graphemes that begin at a letter, with what they may become.
  private func graphemes(in letters: [UInt8], at index: Int) -> [(length: Int, values: [Sound])] {
    (1...longest).compactMap { length in
      guard index + length <= letters.count else { return nil }
      return sounds[Array(letters[index..<(index + length)])].map { (length, $0) }
    }
  }

  /// A name in small letters without marks above and below them.
  static func folded(_ name: String) -> String {
    let letters = name.lowercased().map { separateLetters[$0] ?? String($0) }.joined()
    return letters.folding(options: .diacriticInsensitive, locale: nil)
      .filter { $0.isASCII && $0.isLetter }
  }

  /// Letters that are no other letter with a mark.
  private static let separateLetters: [Character: String] = [
    "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "đ": "d", "ı": "i",
  ]

  /// Letters whose marks change their sound.
  private static let markedLetters: [Character: String] = ["ø": "oe", "ö": "oe", "ğ": ""]

  /// A name in small letters as it is spoken.
  private static func spoken(_ name: String) -> String {
    folded(name.lowercased().map { markedLetters[$0] ?? String($0) }.joined())
  }

  /// Without double consonants.
  private static func simplified(_ letters: String) -> String {
    var result = ""
    for letter in letters where letter != result.last || "aeiou".contains(letter) {
      result.append(letter)
    }
    return result
  }
}
