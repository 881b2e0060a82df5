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

  init(claims: [Claim], cost: (String) -> Double) {
    var counts: [String: Int] = [:]
    for lemma in claims.flatMap(\.lemmas) { counts[lemma, default: 0] += 1 }
    let total = Double(claims.count)
    weights = counts.reduce(into: [:]) { weights, entry in
      let rarity = log((total + 1) / Double(entry.value)) / log(total + 1)
      weights[entry.key] = cost(entry.key) * max(rarity, 0.05)
    }
  }

  func weight(of lemma: String) -> Double { weights[lemma] ?? 0 }

  func weight(of lemmas: some Sequence<String>) -> Double {
    lemmas.reduce(0) { $0 + weight(of: $1) }
  }
}
