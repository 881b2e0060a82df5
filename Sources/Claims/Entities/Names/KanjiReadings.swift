import Foundation
import Source

/// How names in kanji may be read, as keys that can be compared with names in Latin letters.
///
/// Family names are read as the dictionary has them or as `Resources/names/readings.yaml` does where there are
/// several ways. Given names that the dictionary lacks may be put together of what each kanji is read as. A
/// Chinese name is read in Mandarin (Unicode's Han-Latin transform) as well.
struct KanjiReadings: Sendable {
  private let romanization: Romanization
  private let families: [String: Set<String>]
  private let characters: [String: Set<String>]

  /// More readings than this are no knowledge.
  private static let limit = 200

  init(romanization: Romanization, table: NameReadings) {
    self.romanization = romanization
    let keys = { (readings: [String]) in
      Set(readings.compactMap { romanization.latin(ofKana: $0) })
    }
    families = table.families.mapValues(keys)
    characters = table.characters.mapValues(keys)
  }

  /// The keys of a family name.
  func familyKeys(of words: some Sequence<NameWord>) -> Set<String> {
    let words = Array(words)
    let text = words.map(\.text).joined()
    let known = families[text] ?? []
    guard let reading = reading(of: words) else { return keys(known) }
    return keys(known.union([reading]))
  }

  /// The keys of a given name.
  func givenKeys(of words: some Sequence<NameWord>) -> Set<String> {
    let words = Array(words)
    let composed = compositions(of: Array(words.map(\.text).joined()))
    return keys(composed.union(reading(of: words).map { [$0] } ?? []))
  }

  /// A whole name in Mandarin, without its tones and spaces: `xijinping`; nothing where it is not all kanji.
  func mandarin(of text: String) -> String? {
    guard text.unicodeScalars.allSatisfy(\.properties.isIdeographic),
      let latin = text.applyingTransform(.mandarinToLatin, reverse: false)
    else { return nil }
    return Transliteration.folded(latin)
  }

  private func reading(of words: [NameWord]) -> String? {
    let parts = words.map { word in
      (word.reading ?? word.text).isEmpty
        ? nil : romanization.latin(ofKana: word.reading ?? word.text)
    }
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.joined()
  }

  /// All ways to read a text kanji by kanji, or by two kanji that are read together; none where one of them
  /// has no reading in the table.
  private func compositions(of text: [Character]) -> Set<String> {
    var found: [Set<String>] = [[""]]
    for end in text.indices.map({ $0 + 1 }) {
      var readings: Set<String> = []
      for length in 1...2 where length <= end {
        let part = String(text[(end - length)..<end])
        let own = characters[part] ?? romanization.latin(ofKana: part).map { [$0] } ?? []
        for start in found[end - length] { readings.formUnion(own.map { start + $0 }) }
      }
      guard readings.count <= Self.limit else { return [] }
      found.append(readings)
    }
    return text.isEmpty ? [] : found[text.count]
  }

  private func keys(_ latin: Set<String>) -> Set<String> {
    Set(latin.compactMap(romanization.key(ofLatin:)))
  }
}

/// `Resources/names/readings.yaml`.
struct NameReadings: Sendable, Decodable {
  let families: [String: [String]]
  let characters: [String: [String]]
  let nicknames: [[String]]

  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    self = try ResourceTable.decode(NameReadings.self, from: "names/readings.yaml", in: .module)
  }
}
