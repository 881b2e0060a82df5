import Testing

@testable import Source

@Suite("Many elements at a time")
struct ConcurrentMapTests {
  @Test("the answers stand in the order of the elements", arguments: [1, 2, 3, 7, 64])
  func order(threads: Int) {
    let elements = Array(0..<50)
    #expect(elements.concurrentMap(threads: threads) { $0 * 2 } == elements.map { $0 * 2 })
  }

  @Test("no element is lost where there are fewer than threads, or none")
  func few() {
    #expect([5].concurrentMap(threads: 8) { $0 } == [5])
    #expect([Int]().concurrentMap(threads: 8) { $0 } == [])
    #expect([1, 2, 3].concurrentMap(threads: 2, minimumShare: 64) { $0 } == [1, 2, 3])
  }
}
