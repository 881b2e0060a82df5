import SeededRandomness
import Testing

@testable import Alignment

@Suite("Average linkage")
struct AverageLinkageTests {
  private let pairs = [
    LikePair(first: 0, second: 1, likeness: 0.9), LikePair(first: 1, second: 2, likeness: 0.8),
    LikePair(first: 0, second: 2, likeness: 0.1), LikePair(first: 3, second: 4, likeness: 0.6),
  ]

  @Test("joins what is alike on the whole, not what a chain of likenesses leads to")
  func noChaining() {
    var linkage = AverageLinkage(labels: [0, 1, 2, 3, 4], pairs: pairs)
    #expect(linkage.groups(threshold: 0.5) == [[0, 1], [2], [3, 4]])
  }

  @Test("never joins things of one label, however alike")
  func labels() {
    var linkage = AverageLinkage(labels: [7, 7, 2, 3, 4], pairs: pairs)
    #expect(linkage.groups(threshold: 0.5) == [[0], [1, 2], [3, 4]])
  }

  @Test("does not depend on the order of the pairs")
  func order() {
    var generator = SeededGenerator(seed: 42)
    var all: [LikePair] = []
    for first in 0..<12 {
      for second in (first + 1)..<12 {
        all.append(
          LikePair(first: first, second: second, likeness: Double(generator.next() % 100) / 100))
      }
    }
    var expected = AverageLinkage(labels: Array(0..<12), pairs: all)
    let groups = expected.groups(threshold: 0.55)
    for _ in 0..<20 {
      var shuffled = AverageLinkage(labels: Array(0..<12), pairs: all.shuffled(using: &generator))
      #expect(shuffled.groups(threshold: 0.55) == groups)
    }
  }

}
