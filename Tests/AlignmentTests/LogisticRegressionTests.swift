import Testing

@testable import Alignment

@Suite("Fitting logistic models")
struct LogisticRegressionTests {
  @Test("the weights that made the examples are found again")
  func recovery() {
    let made = (bias: -0.5, weights: [1.5, -2.0])
    // Every point of a grid counts as often as the model says that it is so.
    let examples = stride(from: -2.0, through: 2, by: 0.25).flatMap { one in
      stride(from: -2.0, through: 2, by: 0.25).flatMap { other -> [LogisticRegression.Example] in
        let logit = made.bias + made.weights[0] * one + made.weights[1] * other
        let probability = LogisticCurve.probability(logit: logit)
        return [
          .init(features: [one, other], isTrue: true, weight: probability),
          .init(features: [one, other], isTrue: false, weight: 1 - probability),
        ]
      }
    }
    let fitted = LogisticRegression(penalty: 1e-6).fit(examples)
    #expect(abs(fitted.bias - made.bias) < 1e-3)
    for (found, weight) in zip(fitted.weights, made.weights) { #expect(abs(found - weight) < 1e-3) }
  }

  @Test("examples that a line parts get finite weights")
  func separable() {
    let examples = (0..<10).map {
      LogisticRegression.Example(features: [Double($0)], isTrue: $0 > 4, weight: 1)
    }
    let fitted = LogisticRegression().fit(examples)
    #expect(fitted.bias.isFinite)
    #expect(fitted.weights.filter(\.isFinite).count == 1)
    #expect(fitted.weights[0] > 0)
  }

  @Test("a feature that is always 0 gets no weight")
  func unused() {
    let examples = (0..<8).map {
      LogisticRegression.Example(features: [Double($0 % 4), 0], isTrue: $0 > 3, weight: 1)
    }
    #expect(LogisticRegression().fit(examples).weights[1] == 0)
  }
}
