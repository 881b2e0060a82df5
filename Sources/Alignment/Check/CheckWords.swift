import Source

/// The words that turn a claim round (`Resources/check.yaml`).
struct CheckWords: Sendable {
  private let negations: Set<String>
  private let opposites: [String: Set<String>]

  private struct Table: Decodable {
    let negations: [String: [String]]
    let opposites: [String: [[String]]]
  }

  /// Reads the table; the languages share one, since no word of one is a word of the other.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "check.yaml", in: .module)
    negations = Set(table.negations.values.flatMap { $0 })
    opposites = table.opposites.values.flatMap { $0 }.reduce(into: [:]) { opposites, pair in
      for (one, other) in [(pair.first, pair.last), (pair.last, pair.first)] {
        if let one, let other { opposites[one, default: []].insert(other) }
      }
    }
  }

  /// Whether a word, by its base form, denies.
  func isNegation(_ lemma: String) -> Bool { negations.contains(lemma) }

  /// The words that exclude a word.
  func opposites(of lemma: String) -> Set<String> { opposites[lemma] ?? [] }
}
