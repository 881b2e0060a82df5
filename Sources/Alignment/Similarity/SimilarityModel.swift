import Foundation
import Source

/// The probability that two claims say the same thing: a logistic function of named features, whose
/// weights stand in `Resources/similarity.json`.
struct SimilarityModel: Sendable {
  private let bias: Double
  private let weights: SIMD16<Double>
  /// The probability from which two claims are taken to say the same thing.
  let joinThreshold: Double
  /// The probability from which a claim is taken to be stated in part.
  let partlyThreshold: Double

  private struct Table: Decodable {
    let bias: Double
    let weights: [String: Double]
    let joinThreshold: Double
    let partlyThreshold: Double
  }

  /// Reads the model.
  ///
  /// - Throws: `ResourceError` when it cannot be read or names a feature that there is not.
  init() throws {
    let name = "similarity.json"
    let table = try ResourceTable.decode(Table.self, from: name, in: .module)
    if let unknown = table.weights.keys.sorted().first(where: { PairFeature(rawValue: $0) == nil })
    {
      throw ResourceError(name: name, reason: "no feature is called \(unknown)")
    }
    bias = table.bias
    weights = PairFeature.allCases.reduce(into: .zero) { weights, feature in
      weights[PairFeature.lane(of: feature)] = table.weights[feature.rawValue] ?? 0
    }
    joinThreshold = table.joinThreshold
    partlyThreshold = table.partlyThreshold
  }

  /// The probability that the claims with these features say the same thing.
  func probability(_ features: PairFeatures) -> Double {
    1 / (1 + exp(-(bias + (weights * features.lanes).sum())))
  }
}
