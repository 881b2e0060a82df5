import Testing

@testable import Alignment
@testable import Language

@Suite("How well the tokens of a claim match")
struct TokenMatchTests {
  /// Tokens whose vectors are axes, by number: those with one number are alike, all others have nothing in common.
  private func tokens(_ axes: [Int32], costs: [Double]? = nil) -> TokenVectors {
    let values = axes.flatMap { axis in
      (0..<Embedding.width).map { $0 == Int(axis) ? Float(1) : 0 }
    }
    return TokenVectors(
      pieces: axes, costs: costs ?? axes.map { _ in 10 }, values: values)
  }

  private func weighed(_ axes: [Int32], costs: [Double]? = nil) -> WeighedTokens {
    let tokens = tokens(axes, costs: costs)
    return WeighedTokens(vectors: tokens, weights: tokens.costs)
  }

  @Test("is whole where the sentence has them all, in whatever order")
  func whole() {
    let match = TokenMatch(weighed([1, 2, 3]), weighed([3, 1, 2]))
    #expect(match.recall == 1)
    #expect(match.precision == 1)
    #expect(match.harmonicMean == 1)
    #expect(match.worst == 0)
  }

  @Test("tells what the claim lacks from what the sentence has more")
  func directions() {
    let match = TokenMatch(weighed([1, 2]), weighed([1, 2, 3, 4]))
    #expect(match.recall == 1)
    #expect(match.precision == 0.5)
    #expect(abs(match.harmonicMean - 2.0 / 3) < 1e-9)
  }

  @Test("counts a token by its weight, and names the share of the heaviest that is missing")
  func weights() {
    let match = TokenMatch(weighed([1, 2, 3], costs: [2, 6, 2]), weighed([1, 3]))
    #expect(abs(match.recall - 0.4) < 1e-9)
    #expect(abs(match.worst - 0.6) < 1e-9)
  }

  @Test("is that of the sentence that has a token, where there are several")
  func several() {
    let claim = weighed([1, 2])
    let products = [[1], [2]].map { claim.vectors.greatestProducts(with: tokens($0)).own }
    #expect(TokenMatch(claim, products: products).recall == 1)
    #expect(TokenMatch(claim, products: [products[0]]).recall == 0.5)
  }

  @Test("is nothing where a side has no tokens")
  func nothing() {
    #expect(TokenMatch(weighed([]), weighed([1])).harmonicMean == 0)
    #expect(TokenMatch(weighed([1]), weighed([])).harmonicMean == 0)
    #expect(TokenMatch(weighed([1]), weighed([])).worst == 1)
  }

  @Test("weighs tokens as the language does where a claim meets one source")
  func oneSource() {
    let matter = Matter([tokens([1, 2]), tokens([1, 3])], background: .zero)
    #expect(matter.tokens(tokens([1, 2])).weights == [10, 10])
  }

  @Test("weighs a token less that most sources have")
  func manySources() {
    let sources = (4..<24).map { tokens([1, $0]) }
    let matter = Matter([tokens([1, 2])] + sources, background: .zero)
    let weights = matter.tokens(tokens([1, 2])).weights
    #expect(weights[0] < weights[1])
    #expect(weights[1] == 10)
  }

  @Test("takes from the vectors what all sources have in common")
  func centre() {
    // Vectors that share a direction and have one of their own.
    let texts = (1...30).map { own in
      TokenVectors(
        pieces: [Int32(own)], costs: [10],
        values: (0..<Embedding.width).map { $0 == 0 || $0 == own ? 1 : 0 })
    }
    let shared = TokenMatch(
      Matter([], background: .zero).tokens(texts[0]), Matter([], background: .zero).tokens(texts[1])
    )
    let matter = Matter(texts, background: .zero)
    let apart = TokenMatch(matter.tokens(texts[0]), matter.tokens(texts[1]))
    #expect(abs(shared.recall - 0.5) < 1e-6)
    #expect(apart.recall < 0.2)
  }
}
