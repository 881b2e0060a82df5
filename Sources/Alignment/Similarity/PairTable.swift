import Claims

/// The pairs of claims of an event that are alike at all, with their likeness.
struct PairTable: Sendable {
  let pairs: [Pair]

  /// Two claims, by their indices, with what they have in common.
  struct Pair: Sendable {
    let first: Int
    let second: Int
    var features: PairFeatures
  }

  /// Compares all claims with each other.
  ///
  /// - Complexity: O(n²) in the number of claims.
  init(_ claims: [ComparableClaim], weights: LemmaWeights, nouns: CountedNouns) {
    var pairs: [Pair] = []
    for first in claims.indices {
      for second in claims.indices[(first + 1)...] {
        let features = PairFeatures(claims[first], claims[second], weights: weights, nouns: nouns)
        pairs.append(Pair(first: first, second: second, features: features))
      }
    }
    self.pairs = Self.markingNearest(pairs, accounts: claims.map(\.claim.account))
  }

  /// The pairs whose likeness reaches a floor.
  func likePairs(by model: SimilarityModel, floor: Double) -> [LikePair] {
    pairs.compactMap { pair in
      let likeness = model.probability(pair.features)
      return likeness >= floor
        ? LikePair(first: pair.first, second: pair.second, likeness: likeness) : nil
    }
  }

  /// A claim and an account, to find which of the account's claims is nearest to the claim.
  private struct Side: Hashable {
    let claim: Int
    let account: String
  }

  private static func markingNearest(_ pairs: [Pair], accounts: [String]) -> [Pair] {
    var best: [Side: Double] = [:]
    let sides = { (pair: Pair) in
      [
        Side(claim: pair.first, account: accounts[pair.second]),
        Side(claim: pair.second, account: accounts[pair.first]),
      ]
    }
    for pair in pairs {
      for side in sides(pair) {
        best[side] = max(best[side] ?? -.infinity, pair.features.nearness)
      }
    }
    return pairs.map { pair in
      var pair = pair
      let isNearest = sides(pair).allSatisfy { best[$0] == pair.features.nearness }
      let isAcross = accounts[pair.first] != accounts[pair.second]
      pair.features[.mutuallyNearest] = isNearest && isAcross ? 1 : 0
      return pair
    }
  }
}
