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

  /// - Parameter entities: what the claims name: an entity weighs as its name does, by its id.
  init(claims: [Claim], entities: EntityDirectory = .empty, cost: (String) -> Double) {
    let total = Double(claims.count)
    let rarity = { (count: Int) in
      max(log((total + 1) / Double(count)) / log(total + 1), 0.05)
    }
    var weights: [String: Double] = [:]
    for (lemma, count) in Self.counts(claims.map(\.lemmas)) {
      weights[lemma] = cost(lemma) * rarity(count)
    }
    for (id, count) in Self.counts(claims.map { Set($0.mentions.map(\.entity)) }) {
      guard let name = entities.entity(id)?.name else { continue }
      weights[id] = cost(name.lowercased()) * rarity(count)
    }
    self.weights = weights
  }

  private static func counts(_ words: [some Sequence<String>]) -> [String: Int] {
    words.joined().reduce(into: [:]) { counts, word in counts[word, default: 0] += 1 }
  }

  func weight(of lemma: String) -> Double { weights[lemma] ?? 0 }

  func weight(of lemmas: some Sequence<String>) -> Double {
    lemmas.reduce(0) { $0 + weight(of: $1) }
  }
}
