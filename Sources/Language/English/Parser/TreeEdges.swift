/// The first and last token of the subtree of each token.
///
/// As spaCy's `set_children_from_heads` computes them: several passes, until all heads lie in the
/// sentence of their tokens, but no more than eleven.
struct TreeEdges {
  private static let passes = 12

  private(set) var left: [Int32]
  private(set) var right: [Int32]

  /// Computes the edges from the heads.
  init(_ heads: [Int32]) {
    self.left = heads.indices.map { Int32($0) }
    self.right = left
    for _ in 0..<Self.passes {
      widen(heads)
      if areHeadsInSentences(heads) { return }
    }
  }

  private mutating func widen(_ heads: [Int32]) {
    for index in heads.indices { widen(Int(heads[index]), by: index) }
    for index in heads.indices.reversed() { widen(Int(heads[index]), by: index) }
  }

  private mutating func widen(_ head: Int, by child: Int) {
    if left[child] < left[head] { left[head] = left[child] }
    if right[child] > right[head] { right[head] = right[child] }
  }

  private func areHeadsInSentences(_ heads: [Int32]) -> Bool {
    var isStart = Array(repeating: false, count: heads.count)
    for index in heads.indices where Int(heads[index]) == index { isStart[Int(left[index])] = true }
    var start = 0
    for end in heads.indices where end > 0 && isStart[end] || end == heads.count - 1 {
      for index in start..<end where heads[index] < Int32(start) || heads[index] > Int32(end) {
        return false
      }
      start = end
    }
    return true
  }
}
