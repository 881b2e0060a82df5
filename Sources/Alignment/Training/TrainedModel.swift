import Foundation

/// A logistic model fitted to groups of examples, with the threshold that tells best what is so.
struct TrainedModel {
  private let names: [String]
  private let bias: Double
  private let weights: [Double]
  private let threshold: Double

  /// Fits a model.
  ///
  /// The threshold is the one whose F-measure is greatest, on average over the groups that have something that is so: a
  /// model that has learned from as many of either is too generous where most are not.
  ///
  /// - Parameters:
  ///   - names: the names of the features, in the order of the examples'.
  ///   - penalty: how strongly large weights are held down, see ``LogisticRegression/penalty``.
  ///   - beta: how much recall counts beside precision (van Rijsbergen, 1979): one half where what is wrongly taken to
  ///     be so costs more than what is missed.
  init(
    _ groups: [[LogisticRegression.Example]], names: [String], penalty: Double,
    beta: Double = 1
  ) {
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
        Self.measure(answers, from: $0, beta: beta) < Self.measure(answers, from: $1, beta: beta)
      } ?? 0.5
  }

  private static let candidates = (1..<40).map { Double($0) / 40 }

  private static func measure(
    _ groups: [[(probability: Double, isTrue: Bool)]], from threshold: Double, beta: Double
  ) -> Double {
    let values = groups.map { group in
      let right = Double(group.filter { $0.isTrue && $0.probability >= threshold }.count)
      let given = Double(group.filter { $0.probability >= threshold }.count)
      let wanted = Double(group.filter(\.isTrue).count)
      return (1 + beta * beta) * right / max(given + beta * beta * wanted, 1)
    }
    return values.reduce(0, +) / Double(max(values.count, 1))
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
