import Foundation
import Language

/// Learns the weights of the checker's models from examples with their right answers.
///
/// Every set of examples counts the same, however long it is, and in each what is so as much as what is
/// not: a set with a hundred times as many claims of one sort does not decide alone.
public struct CheckTrainer {
  private let checker: ClaimChecker
  private var sets: [[(features: [SupportFeature: Double], label: String)]] = []

  /// Makes a trainer that has seen nothing.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(store: ModelStore, encoder: SentenceEncoder) throws {
    checker = try ClaimChecker(store: store, encoder: encoder)
  }

  /// Adds a set of examples; those without a label are left out.
  ///
  /// - Throws: `ModelError` when a model fails.
  public mutating func add(_ requests: [CheckRequest]) throws {
    let labelled = requests.filter { $0.label != nil }
    var examples: [(features: [SupportFeature: Double], label: String)] = []
    for start in stride(from: 0, to: labelled.count, by: 256) {
      let block = Array(labelled[start..<min(start + 256, labelled.count)])
      for (features, request) in zip(try checker.features(of: block), block) {
        examples.append((features, request.label ?? ""))
      }
    }
    sets.append(examples)
  }

  /// The features of all examples with their right answers, for those who want to see what a model learns from:
  /// a line of JSON an example.
  public func table() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try sets.enumerated().reduce(into: Data()) { lines, set in
      for example in set.element {
        let features = example.features.map { ($0.rawValue, $1) }
        lines += try encoder.encode(
          Row(
            features: Dictionary(uniqueKeysWithValues: features), label: example.label,
            set: set.offset))
        lines.append(UInt8(ascii: "\n"))
      }
    }
  }

  private struct Row: Encodable {
    let features: [String: Double]
    let label: String
    let set: Int
  }

  /// The model of support as JSON.
  public func supportModel() throws -> Data {
    try model { ["supported", "aligned"].contains($0) }
  }

  /// The model of contradiction as JSON.
  public func contradictionModel() throws -> Data {
    try model { $0 == "contradicted" }
  }

  private struct Table: Encodable {
    let bias: Double
    let weights: [String: Double]
  }

  private func model(_ isTrue: (String) -> Bool) throws -> Data {
    let examples = sets.flatMap { set -> [LogisticRegression.Example] in
      let positive = set.filter { isTrue($0.label) }.count
      return set.map { example in
        let isTrue = isTrue(example.label)
        let count = isTrue ? positive : set.count - positive
        return LogisticRegression.Example(
          features: SupportFeature.allCases.map { example.features[$0] ?? 0 }, isTrue: isTrue,
          weight: 500 / Double(max(count, 1)))
      }
    }
    let fitted = LogisticRegression().fit(examples)
    let rounded = { (value: Double) in (value * 1e4).rounded() / 1e4 }
    let weights = zip(SupportFeature.allCases, fitted.weights).map { ($0.rawValue, rounded($1)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
    return try encoder.encode(
      Table(bias: rounded(fitted.bias), weights: Dictionary(uniqueKeysWithValues: weights)))
  }
}
