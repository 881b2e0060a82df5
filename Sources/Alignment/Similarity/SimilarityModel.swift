import Foundation
import Source

/// The probability that two claims say the same thing: a logistic function of named features, whose
/// weights stand in `Resources/similarity.json`.
struct SimilarityModel: Sendable, Decodable {
  private let bias: Double
  private let weights: [String: Double]
  /// The probability from which two claims are taken to say the same thing.
  let joinThreshold: Double
  /// The probability from which a claim is taken to be stated in part.
  let partlyThreshold: Double

  /// Reads the model.
  ///
  /// - Throws: `ResourceError` when it cannot be read or names a feature that there is not.
  static func load() throws -> SimilarityModel {
    let model = try ResourceTable.decode(
      SimilarityModel.self, from: "similarity.json", in: .module)
    if let unknown = model.weights.keys.sorted().first(where: { PairFeature(rawValue: $0) == nil }) {
      throw ResourceError(name: "similarity.json", reason: "no feature is called \(unknown)")
    }
    return model
  }

  /// The probability that the claims with these features say the same thing.
  func probability(_ features: PairFeatures) -> Double {
    let sum = PairFeature.allCases.reduce(bias) { sum, feature in
      sum + (weights[feature.rawValue] ?? 0) * features[feature]
    }
    return 1 / (1 + exp(-sum))
  }
}
