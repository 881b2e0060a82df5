import Foundation

/// A logistic model fitted to groups of examples, with the threshold that tells best what is so.
struct TrainedModel {
  private let names: [String]
  private let bias: Double
  private let weights: [Double]
  /// The probability from which on it is so.
  var threshold: Double

  /// Fits a model.
  ///
  /// The threshold is the one whose F1 is greatest, on average over the groups that have something that is so: a
  /// model that has learned from as many of either is too generous where most are not.
  ///
  /// - Parameters:
  ///   - names: the names of the features, in the order of the examples'.
  ///   - penalty: how strongly large weights are held down, see ``LogisticRegression/penalty``.
  init(_ groups: [[LogisticRegression.Example]], names: [String], penalty: Double) {
    let fitted = LogisticRegression(penalty: penalty).fit(groups.flatMap { $0 })
    self.names = names
    bias = fitted.bias
    weights = fitted.weights
    let answers = groups.filter { $0.contains(where: \.isTrue) }.map { group in
      group.map { example in
        let logit = zip(example.features, fitted.weights).reduce(fitted.bias) { $0 + $1.0 * $1.1 }
        return (LogisticCurve.probability(logit: logit), example.isTrue)
      }
    }
    threshold =
      Self.candidates.max {
        Self.meanF1(answers, from: $0) < Self.meanF1(answers, from: $1)
      } ?? 0.5
  }

  static let candidates = (1..<40).map { Double($0) / 40 }

  private static func meanF1(
    _ groups: [[(probability: Double, isTrue: Bool)]], from threshold: Double
  ) -> Double {
    let values = groups.map { group in
      let right = Double(group.filter { $0.isTrue && $0.probability >= threshold }.count)
      let given = Double(group.filter { $0.probability >= threshold }.count)
      let wanted = Double(group.filter(\.isTrue).count)
      return 2 * right / max(given + wanted, 1)
    }
    return values.reduce(0, +) / Double(max(values.count, 1))
  }

  /// The probability for features in the order of the examples'.
  func probability(_ features: [Double]) -> Double {
    LogisticCurve.probability(logit: zip(features, weights).reduce(bias) { $0 + $1.0 * $1.1 })
  }

  private struct Table: Encodable {
    let bias: Double
    let threshold: Double
    let weights: [String: Double]
  }

  /// The model as the resources have it.
  ///
  /// - Throws: `EncodingError` where a weight is not finite.
  func json() throws -> Data {
    let rounded = { (value: Double) in (value * 1e4).rounded() / 1e4 }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(
      Table(
        bias: rounded(bias), threshold: rounded(threshold),
        weights: Dictionary(uniqueKeysWithValues: zip(names, weights.map(rounded)))))
  }
}
