import Source

/// The words that make two claims contradict each other, or not (`Resources/contradictions.yaml`).
struct ContradictionWords: Sendable {
  private let exclusive: [String: Set<String>]
  private let states: [String: Set<String>]
  private let vague: [LanguageTag: Set<String>]
  private let modals: Set<String>
  private let local: Set<String>
  private let checkWords: CheckWords

  private struct Table: Decodable {
    let exclusive: [String: [[String]]]
    let states: [String: [[String]]]
    let vague: [String: Set<String>]
    let modals: [String: Set<String>]
    let local: [String: Set<String>]
  }

  /// Reads the table; the languages share the pairs, since no word of one is a word of the other.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "contradictions.yaml", in: .module)
    exclusive = Self.symmetric(table.exclusive)
    states = Self.symmetric(table.states)
    vague = table.vague.reduce(into: [:]) { $0[LanguageTag(rawValue: $1.key)] = $1.value }
    modals = table.modals.values.reduce(into: []) { $0.formUnion($1) }
    local = table.local.values.reduce(into: []) { $0.formUnion($1) }
    checkWords = try CheckWords()
  }

  private static func symmetric(_ pairs: [String: [[String]]]) -> [String: Set<String>] {
    pairs.values.joined().reduce(into: [:]) { opposites, pair in
      guard let one = pair.first, let other = pair.last else { return }
      opposites[one, default: []].insert(other)
      opposites[other, default: []].insert(one)
    }
  }

  /// The predicates that cannot be true beside this one.
  func excluded(by lemma: String) -> Set<String> { exclusive[lemma] ?? [] }

  /// The states that this one excludes at one time.
  func states(excludedBy lemma: String) -> Set<String> { states[lemma] ?? [] }

  /// Whether a word says that something may, will or should be.
  func isModal(_ text: String) -> Bool { modals.contains(text) }

  /// Whether a preposition or particle tells where something is.
  func isLocal(_ preposition: String) -> Bool { local.contains(preposition) }

  /// Whether two words, by their base forms, exclude each other anywhere.
  func areOpposites(_ one: String, _ other: String) -> Bool {
    excluded(by: one).contains(other) || states(excludedBy: one).contains(other)
      || checkWords.opposites(of: one).contains(other)
  }

  /// Whether a word, by its base form, denies.
  func isNegation(_ lemma: String) -> Bool { checkWords.isNegation(lemma) }

  /// Whether an amount is one that nobody counted: "several hours".
  func isVague(_ text: String, in language: LanguageTag) -> Bool {
    let words = vague[language] ?? []
    guard language == .japanese else {
      return text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
    return words.contains(where: text.hasPrefix)
  }
}
