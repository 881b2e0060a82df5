import Language

/// How well the tokens of a claim match those of sentences by their vectors, each with the one nearest to it:
/// BERTScore (Zhang et al., 2020), where a token counts as much as it tells.
struct TokenMatch: Sendable {
  /// How well the tokens of the claim are matched, on average: 1 where each is there.
  let recall: Double
  /// How well the tokens of the sentences are matched.
  let precision: Double
  /// The share of the claim's weight that its worst matched token lacks.
  let worst: Double

  /// The harmonic mean of recall and precision; 0 where one is not above 0.
  var harmonicMean: Double {
    recall > 0 && precision > 0 ? 2 * recall * precision / (recall + precision) : 0
  }

  /// - Complexity: the product of the numbers of tokens.
  init(_ claim: WeighedTokens, _ sentence: WeighedTokens) {
    let products = claim.vectors.greatestProducts(with: sentence.vectors)
    self.init(
      claim, products: products.own, precision: Self.mean(products.other, sentence.weights))
  }

  /// The match of a claim whose tokens are matched by any of several sentences.
  ///
  /// - Parameter products: of each sentence, how near its nearest token is to each of the claim.
  init(_ claim: WeighedTokens, products: [[Float]]) {
    let greatest = claim.weights.indices.map { index in
      products.map { $0[index] }.max() ?? 0
    }
    self.init(claim, products: greatest, precision: 0)
  }

  private init(_ claim: WeighedTokens, products: [Float], precision: Double) {
    recall = Self.mean(products, claim.weights)
    self.precision = precision
    let total = claim.weights.reduce(0, +)
    let lacks = zip(products, claim.weights).map { (1 - Double($0)) * $1 }
    worst = total > 0 ? (lacks.max() ?? 0) / total : 0
  }

  private static func mean(_ products: [Float], _ weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    return total > 0 ? zip(products, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / total : 0
  }
}
