import Claims
import Foundation
import Language

/// How much each word of an event's claims tells.
///
/// A word that is rare in the language tells more than a common one: its cost is that of its pieces in
/// the SentencePiece vocabulary, the negative logarithm of their probability (Kudo, 2018). A word that
/// most claims of this event share tells little of any of them, however rare it is: the cost is scaled by
/// its inverse document frequency among the claims (Spärck Jones, 1972).
struct LemmaWeights: Sendable {
  private let weights: [String: Double]
  /// The words in the order of their letters.
  private let places: [String: Int32]
  private let weightsByPlace: [Double]

  /// - Parameter entities: what the claims name: an entity weighs as its name does, by its id.
  init(claims: [Claim], entities: EntityDirectory = .empty, cost: (String) -> Double) {
    let names = claims.map { claim in Set(claim.mentions.map(\.entity)) }
    self.init(claims.map(\.lemmas), names: names, cost: cost) {
      entities.entity($0)?.name.lowercased()
    }
  }

  /// - Parameters:
  ///   - lemmas: the words of each text, each once.
  ///   - names: the ids of what each text names.
  ///   - cost: how rare a word is in the language.
  ///   - name: the name of an id.
  init(
    _ lemmas: [[String]], names: [Set<String>] = [], cost: (String) -> Double,
    name: (String) -> String? = { $0 }
  ) {
    let total = Double(lemmas.count)
    let rarity = { (count: Int) in
      max(log((total + 1) / Double(count)) / log(total + 1), 0.05)
    }
    var weights: [String: Double] = [:]
    for (lemma, count) in Self.counts(lemmas) { weights[lemma] = cost(lemma) * rarity(count) }
    for (id, count) in Self.counts(names) {
      guard let name = name(id) else { continue }
      weights[id] = cost(name) * rarity(count)
    }
    self.weights = weights
    let ordered = weights.keys.sorted()
    places = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($1, Int32($0)) })
    weightsByPlace = ordered.map { weights[$0] ?? 0 }
  }

  private static func counts(_ words: [some Sequence<String>]) -> [String: Int] {
    words.joined().reduce(into: [:]) { counts, word in counts[word, default: 0] += 1 }
  }

  func weight(of lemma: String) -> Double { weights[lemma] ?? 0 }

  func weight(of lemmas: some Sequence<String>) -> Double {
    lemmas.reduce(0) { $0 + weight(of: $1) }
  }

  // MARK: - Words as numbers

  /// The places of some words in the order of all words; words without weight have none.
  func places(of lemmas: Set<String>) -> [Int32] { lemmas.compactMap { places[$0] }.sorted() }

  /// The weight of the word at a place.
  func weight(at place: Int32) -> Double { weightsByPlace[Int(place)] }
}
