import Foundation
import Source

/// The probability that two claims say the same thing: a logistic function of named features, whose weights
/// stand in `Resources/similarity.json`. All pairs of an event are scored, so that the sum is one of vectors.
struct SimilarityModel: Sendable {
  private let bias: Double
  private let weights: SIMD16<Double>
  /// The probability from which two claims are taken to say the same thing.
  let joinThreshold: Double
  /// The probability from which a claim is taken to be stated in part.
  let partlyThreshold: Double

  private struct Thresholds: Decodable {
    let joinThreshold: Double
    let partlyThreshold: Double
  }

  /// Reads the model.
  ///
  /// - Throws: `ResourceError` when it cannot be read or names a feature that there is not.
  init() throws {
    let name = "similarity.json"
    let model = try LogisticModel<PairFeature>(resource: name)
    let thresholds = try ResourceTable.decode(Thresholds.self, from: name, in: .module)
    bias = model.bias
    weights = PairFeature.allCases.reduce(into: .zero) { weights, feature in
      weights[PairFeature.lane(of: feature)] = model.weights[feature] ?? 0
    }
    joinThreshold = thresholds.joinThreshold
    partlyThreshold = thresholds.partlyThreshold
  }

  /// The probability that the claims with these features say the same thing.
  func probability(_ features: PairFeatures) -> Double {
    LogisticCurve.probability(logit: bias + (weights * features.lanes).sum())
  }
}
