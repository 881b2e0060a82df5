/// Texts in which many words are looked up: an index of runs of four bytes tells in which texts a word can be at
/// all, so that few are searched.
struct TextSearch: Sendable {
  private let texts: [String: [UInt8]]
  private let holders: [UInt32: Set<String>]

  private static let length = 4

  /// - Parameter texts: the texts, each by its name.
  init(_ texts: [String: String]) {
    self.texts = texts.mapValues { Array($0.utf8) }
    var holders: [UInt32: Set<String>] = [:]
    for (name, bytes) in self.texts {
      for run in Set(Self.runs(in: bytes)) { holders[run, default: []].insert(name) }
    }
    self.holders = holders
  }

  /// Whether one of some texts holds a word.
  func contains(_ word: String, inAnyOf names: Set<String>) -> Bool {
    let wanted = Array(word.utf8)
    let sets = Set(Self.runs(in: wanted)).map { holders[$0] ?? [] }.sorted { $0.count < $1.count }
    let candidates = sets.first ?? names
    return candidates.contains { name in
      names.contains(name) && sets.allSatisfy { $0.contains(name) } && holds(name, wanted)
    }
  }

  private func holds(_ name: String, _ wanted: [UInt8]) -> Bool {
    guard let text = texts[name], let first = wanted.first else { return true }
    return text.withUnsafeBufferPointer { text in
      guard text.count >= wanted.count else { return false }
      for start in 0...(text.count - wanted.count) where text[start] == first {
        if wanted.indices.allSatisfy({ text[start + $0] == wanted[$0] }) { return true }
      }
      return false
    }
  }

  private static func runs(in bytes: [UInt8]) -> [UInt32] {
    guard bytes.count >= length else { return [] }
    return (0...(bytes.count - length)).map { start in
      bytes[start..<start + length].reduce(0) { $0 << 8 | UInt32($1) }
    }
  }
}
