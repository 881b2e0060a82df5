/// The likeness of pairs of claims, by their indices.
struct LikenessTable: Sendable {
  private let starts: [Int]
  private let entries: [Entry]

  /// A claim that another is like.
  struct Entry: Sendable {
    let claim: Int32
    let likeness: Double
  }

  /// - Parameter count: the number of claims.
  init(pairs: [LikePair], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs {
      starts[pair.first + 1] += 1
      starts[pair.second + 1] += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var entries = [Entry](repeating: Entry(claim: 0, likeness: 0), count: 2 * pairs.count)
    for pair in pairs {
      entries[next[pair.first]] = Entry(claim: Int32(pair.second), likeness: pair.likeness)
      entries[next[pair.second]] = Entry(claim: Int32(pair.first), likeness: pair.likeness)
      next[pair.first] += 1
      next[pair.second] += 1
    }
    for index in 0..<count {
      entries[starts[index]..<starts[index + 1]].sort { $0.claim < $1.claim }
    }
    (self.starts, self.entries) = (starts, entries)
  }

  /// The claims that are like a claim, in order.
  func entries(of claim: Int) -> ArraySlice<Entry> { entries[starts[claim]..<starts[claim + 1]] }

  /// The likeness of two claims, 0 where they are not alike at all.
  ///
  /// - Complexity: O(log n) in the number of claims that are like the first.
  subscript(one: Int, other: Int) -> Double {
    let own = entries(of: one)
    var (lower, upper) = (own.startIndex, own.endIndex)
    while lower < upper {
      let middle = (lower + upper) / 2
      if own[middle].claim < Int32(other) { lower = middle + 1 } else { upper = middle }
    }
    return lower < own.endIndex && own[lower].claim == Int32(other) ? own[lower].likeness : 0
  }
}
