import SeededRandomness
import Testing

@testable import Language

@Suite("An embedding")
struct EmbeddingTests {
  private func random(_ seed: UInt64) -> Embedding {
    var generator = SeededGenerator(seed: seed)
    return Embedding((0..<Embedding.width).map { _ in Float.random(in: -1...1, using: &generator) })
  }

  @Test("has the scalar product that the sum of products is")
  func multiplies() {
    let (first, second) = (random(1), random(2))
    let expected = zip(first.values, second.values).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
    #expect(abs(Double(first.dot(second)) - expected) < 1e-4)
    #expect(first.dot(second) == second.dot(first))
  }

  @Test("has a cosine of 1 with itself at any length, and of -1 with its opposite")
  func comparesDirections() {
    let embedding = random(3)
    let opposite = Embedding(embedding.values.map { -2 * $0 })
    #expect(abs(embedding.cosine(embedding) - 1) < 1e-6)
    #expect(abs(embedding.cosine(opposite) + 1) < 1e-6)
  }

  @Test("has a cosine of 0 with the origin")
  func comparesWithOrigin() {
    #expect(random(4).cosine(.zero) == 0)
    #expect(Embedding.zero.normalized == .zero)
  }

  @Test("is as wide as every other, whatever it is made of")
  func hasOneWidth() {
    #expect(Embedding([1]).values.count == Embedding.width)
    #expect(Embedding([Float](repeating: 1, count: 500)).values.count == Embedding.width)
  }

  @Test("has length 1 once normalized")
  func normalizes() {
    #expect(abs(random(5).normalized.norm - 1) < 1e-6)
  }

  @Test("lies in the middle of two opposite ones at the origin")
  func averages() {
    let embedding = random(6)
    #expect(Embedding.mean([embedding, Embedding(embedding.values.map { -$0 })]) == .zero)
    #expect(Embedding.mean([embedding]) == embedding)
    #expect(Embedding.mean([Embedding]()) == .zero)
  }

  @Test("without itself is the origin")
  func subtracts() {
    #expect(random(7).subtracting(random(7)) == .zero)
    #expect(random(8).subtracting(random(9), scaledBy: 0) == random(8))
  }
}
