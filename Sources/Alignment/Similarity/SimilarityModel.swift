import Source

/// The probability that two claims say the same thing: a logistic function of named features, whose weights
/// stand in `Resources/similarity.json`, which `crossread train` makes. All pairs of an event are scored, so that the
/// sum is one of vectors.
struct SimilarityModel: Sendable {
  private let bias: Double
  private let weights: SIMD16<Double>
  /// The probability from which two claims are taken to say the same thing.
  let threshold: Double

  /// Reads the model.
  ///
  /// - Throws: `ResourceError` when it cannot be read or names a feature that there is not.
  init() throws {
    let model = try LogisticModel<PairFeature>(resource: "similarity.json")
    bias = model.bias
    threshold = model.threshold
    weights = PairFeature.allCases.reduce(into: .zero) { weights, feature in
      weights[PairFeature.lane(of: feature)] = model.weights[feature] ?? 0
    }
  }

  /// The probability that the claims with these features say the same thing.
  func probability(_ features: PairFeatures) -> Double {
    LogisticCurve.probability(logit: bias + (weights * features.lanes).sum())
  }
}
