import Source

/// The runs of eight words of some accounts, of sixteen letters where a script has no spaces, and which accounts have
/// which in common (w-shingling; Broder, 1997).
struct ShingleIndex: Sendable {
  private let shingles: [String: [Shingle]]
  private let distinct: [String: Set<UInt64>]
  private let holders: [UInt64: [String]]

  private struct Shingle: Sendable {
    /// A hash of the words: two runs with one hash are not to be expected in a folder.
    let words: UInt64
    let range: Range<Int>
  }

  private static let length = 8
  private static let lengthInLetters = 16

  /// - Parameter texts: the accounts with their texts.
  /// - Complexity: linear in the number of words.
  init(_ texts: [(account: String, text: SourceText, language: LanguageTag)]) {
    let found = texts.concurrentMap { Self.shingles(of: $0.text, in: $0.language) }
    shingles = Dictionary(uniqueKeysWithValues: zip(texts.map(\.account), found))
    distinct = shingles.mapValues { Set($0.map(\.words)) }
    var holders: [UInt64: [String]] = [:]
    for (account, _, _) in texts {
      for words in distinct[account] ?? [] { holders[words, default: []].append(account) }
    }
    self.holders = holders
  }

  /// How many different runs of words an account has.
  func count(of account: String) -> Int { distinct[account]?.count ?? 0 }

  /// How many of them each other account has too.
  func shared(by account: String) -> [String: Int] {
    var shared: [String: Int] = [:]
    for words in distinct[account] ?? [] {
      for other in holders[words] ?? [] where other != account { shared[other, default: 0] += 1 }
    }
    return shared
  }

  /// How many of them each other account has too, where of all that have a run of words one is chosen to have it from.
  func shared(by account: String, from choose: ([String]) -> String?) -> [String: Int] {
    var shared: [String: Int] = [:]
    for words in distinct[account] ?? [] {
      let others = (holders[words] ?? []).filter { $0 != account }
      if !others.isEmpty, let source = choose(others) { shared[source, default: 0] += 1 }
    }
    return shared
  }

  /// Where the first run of an account stands that another account has too.
  func firstShared(by account: String, with other: String) -> Range<Int>? {
    let theirs = distinct[other] ?? []
    return shingles[account]?.first { theirs.contains($0.words) }?.range
  }

  private static func shingles(of text: SourceText, in language: LanguageTag) -> [Shingle] {
    let isSpaced = language != .japanese
    let words = words(of: text, isSpaced: isSpaced)
    let length = isSpaced ? Self.length : lengthInLetters
    guard words.count >= length else { return [] }
    let hashes = words.map { hash(text[$0].lowercased()) }
    return (0...(words.count - length)).map { start in
      Shingle(
        words: hashes[start..<(start + length)].reduce(offset) { ($0 ^ $1) &* prime },
        range: words[start].lowerBound..<words[start + length - 1].upperBound)
    }
  }

  /// FNV-1a (Fowler, Noll and Vo, 1991).
  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(offset) { ($0 ^ UInt64($1)) &* prime }
  }

  private static let offset: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func words(of text: SourceText, isSpaced: Bool) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for (index, scalar) in text.scalars.enumerated() {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        start = start ?? index
        if !isSpaced {
          words.append(index..<index + 1)
          start = nil
        }
      } else if let first = start {
        words.append(first..<index)
        start = nil
      }
    }
    if let start { words.append(start..<text.count) }
    return words
  }
}
