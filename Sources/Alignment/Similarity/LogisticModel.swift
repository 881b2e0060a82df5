import Foundation
import Source

/// The probability of something as a logistic function of named features, its weights a file that anyone can
/// read (`Resources/*.json`).
struct LogisticModel<Feature: RawRepresentable & CaseIterable & Hashable & Sendable>: Sendable
where Feature.RawValue == String, Feature.AllCases: Sendable {
  /// The probability's logit where all features are 0.
  let bias: Double
  /// The weight of each feature.
  let weights: [Feature: Double]

  /// The probability from which on it is so, where the model was taught one.
  let threshold: Double

  private struct Table: Decodable {
    let bias: Double
    let threshold: Double?
    let weights: [String: Double]
  }

  /// Reads a model of this module's resources.
  ///
  /// - Throws: `ResourceError` when it cannot be read or names a feature that there is not.
  init(resource name: String) throws {
    let table = try ResourceTable.decode(Table.self, from: name, in: .module)
    if let unknown = table.weights.keys.sorted().first(where: { Feature(rawValue: $0) == nil }) {
      throw ResourceError(name: name, reason: "no feature is called \(unknown)")
    }
    bias = table.bias
    threshold = table.threshold ?? 0.5
    weights = table.weights.reduce(into: [:]) { weights, entry in
      if let feature = Feature(rawValue: entry.key) { weights[feature] = entry.value }
    }
  }

  /// Whether it is so.
  func decides(_ features: [Feature: Double]) -> Bool { probability(features) >= threshold }

  /// The probability for these features; one that is not given is 0.
  func probability(_ features: [Feature: Double]) -> Double {
    let logit = Feature.allCases.reduce(bias) { sum, feature in
      sum + (weights[feature] ?? 0) * (features[feature] ?? 0)
    }
    return LogisticCurve.probability(logit: logit)
  }
}

/// The logistic function.
enum LogisticCurve {
  /// The probability whose odds have this logarithm.
  static func probability(logit: Double) -> Double { 1 / (1 + exp(-logit)) }
}
