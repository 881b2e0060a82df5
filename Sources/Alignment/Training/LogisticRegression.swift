import Foundation

/// Fits logistic models to examples by Newton's method with a penalty on large weights (iteratively
/// reweighted least squares; Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 4.4.1).
///
/// There is nothing random in it: the same examples give the same weights.
struct LogisticRegression {
  /// An example: its features, whether it is so, and how much it counts.
  struct Example: Sendable {
    let features: [Double]
    let isTrue: Bool
    let weight: Double
  }

  /// The strength of the penalty on the squares of weights (not of the bias), each times its feature's variance: a
  /// feature that varies little is not held down for the large weight that it needs.
  var penalty = 1.0
  /// The greatest number of Newton steps.
  var steps = 50

  /// The bias and the weights of a model.
  ///
  /// - Complexity: O(n · k²) a step, for n examples of k features.
  func fit(_ examples: [Example]) -> (bias: Double, weights: [Double]) {
    let width = (examples.first?.features.count ?? 0) + 1
    var weights = [Double](repeating: 0, count: width)
    let penalties = [0] + variances(examples).map { penalty * $0 + Self.leastPenalty }
    for _ in 0..<steps {
      var gradient = [Double](repeating: 0, count: width)
      var hessian = [[Double]](repeating: gradient, count: width)
      for index in 1..<max(width, 1) {
        gradient[index] = penalties[index] * weights[index]
        hessian[index][index] = penalties[index]
      }
      for example in examples {
        let row = [1] + example.features
        let logit = zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }
        let probability = LogisticCurve.probability(logit: logit)
        let error = example.weight * (probability - (example.isTrue ? 1 : 0))
        let curvature = max(example.weight * probability * (1 - probability), 1e-9)
        for one in row.indices where row[one] != 0 {
          gradient[one] += error * row[one]
          for other in row.indices { hessian[one][other] += curvature * row[one] * row[other] }
        }
      }
      let step = Self.solution(of: hessian, gradient)
      for index in weights.indices { weights[index] -= step[index] }
      if step.allSatisfy({ abs($0) < 1e-8 }) { break }
    }
    return (weights.first ?? 0, Array(weights.dropFirst()))
  }

  /// What keeps the weight of a feature that never varies at 0.
  private static let leastPenalty = 1e-6

  /// The variance of each feature, examples counted by their weights.
  private func variances(_ examples: [Example]) -> [Double] {
    let total = max(examples.reduce(0) { $0 + $1.weight }, .leastNormalMagnitude)
    return (0..<(examples.first?.features.count ?? 0)).map { index in
      let mean = examples.reduce(0) { $0 + $1.weight * $1.features[index] } / total
      return examples.reduce(0) { sum, example in
        let difference = example.features[index] - mean
        return sum + example.weight * difference * difference
      } / total
    }
  }

  /// Solves a system of linear equations by Gaussian elimination with pivoting.
  static func solution(of matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for column in 0..<count {
      let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-12 else { continue }
      for row in 0..<count where row != column {
        let factor = rows[row][column] / rows[column][column]
        guard factor != 0 else { continue }
        for index in column...count { rows[row][index] -= factor * rows[column][index] }
      }
    }
    return (0..<count).map { abs(rows[$0][$0]) > 1e-12 ? rows[$0][count] / rows[$0][$0] : 0 }
  }
}
