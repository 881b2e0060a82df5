import SeededRandomness
import Testing

@testable import Alignment

@Suite("A queue whose least element comes first")
struct PriorityQueueTests {
  @Test("what was put in comes out in order, equal elements too")
  func order() {
    var generator = SeededGenerator(seed: 5)
    for count in 0..<40 {
      let elements = (0..<count).map { _ in Int.random(in: 0..<20, using: &generator) }
      var queue = PriorityQueue<Int>()
      for element in elements { queue.insert(element) }
      var sorted: [Int] = []
      while let next = queue.popFirst() { sorted.append(next) }
      #expect(sorted == elements.sorted())
    }
  }
}
