import Testing

@testable import Language

@Suite("Batches of tokens")
struct TokenBatchTests {
  private func texts(_ lengths: [Int]) -> [[Int32]] {
    lengths.map { [Int32](repeating: 7, count: $0) }
  }

  @Test("hold every text once, in order, padded to one length")
  func holdEverything() {
    let list = texts(Array(1...70) + [200, 200, 511, 512, 512])
    let batches = TokenBatch.batches(of: list, padding: 1)
    #expect(batches.flatMap(\.members) == Array(list.indices))
    for batch in batches {
      #expect(batch.tokens.count == batch.count * batch.length)
      #expect(batch.mask.count == batch.tokens.count)
      #expect(batch.mask.reduce(0, +) == Int32(batch.members.reduce(0) { $0 + list[$1].count }))
    }
  }

  @Test("pad a text by its own length alone")
  func padByLength() {
    let alone = TokenBatch.batches(of: texts([5]), padding: 1)
    let together = TokenBatch.batches(of: texts([5, 6, 7, 40]), padding: 1)
    #expect(alone[0].length == together[0].length)
    #expect(together[0].members == 0..<3)
  }

  @Test("mark padding")
  func markPadding() {
    let batch = TokenBatch.batches(of: texts([2, 3]), padding: 1)[0]
    #expect(batch.tokens == [7, 7, 1, 1, 7, 7, 7, 1])
    #expect(batch.mask == [1, 1, 0, 0, 1, 1, 1, 0])
  }

  @Test("are none for no texts")
  func takeNothing() {
    #expect(TokenBatch.batches(of: [], padding: 1).isEmpty)
  }
}
