/// The pairs of claims of an event that are alike at all, with their likeness.
struct PairTable: Sendable {
  private let pairs: [Pair]

  /// Two claims, by their indices, with their likeness where they are mutually nearest and where not.
  private struct Pair: Sendable {
    let first: Int32
    let second: Int32
    let nearness: Double
    let likeness: Double
    let likenessIfNearest: Double
    /// On how many of its two sides it is the nearest pair.
    var nearestSides = 0
  }

  /// At most so many pairs of one claim are kept: enough for 200 accounts that all say the same.
  private static let maximumPairs = 256

  /// Compares claims with each other: all of them where they are few, else those that share something
  /// (`CandidatePairs`).
  ///
  /// - Parameters:
  ///   - accounts: the account of each claim.
  ///   - model: tells how alike two claims are.
  /// - Complexity: linear in the number of candidate pairs.
  init(
    _ sides: [PairSide], accounts: [String], model: SimilarityModel, candidates: CandidatePairs
  ) {
    let found = Array(sides.indices).concurrentMap(minimumShare: 64) { first -> [Pair] in
      candidates.partners(behind: first).map { second in
        var features = PairFeatures(sides[first], sides[Int(second)])
        let likeness = model.probability(features)
        let nearness = features.nearness
        features[.mutuallyNearest] = 1
        return Pair(
          first: Int32(first), second: second, nearness: nearness, likeness: likeness,
          likenessIfNearest: model.probability(features))
      }
    }
    pairs = Self.markingNearest(
      Self.bounded(found, count: sides.count, isComplete: candidates.isComplete),
      accounts: Self.numbers(of: accounts))
  }

  /// The pairs whose likeness reaches a floor.
  func likePairs(floor: Double) -> [LikePair] {
    pairs.compactMap { pair in
      let likeness = pair.nearestSides == 2 ? pair.likenessIfNearest : pair.likeness
      return likeness >= floor
        ? LikePair(first: Int(pair.first), second: Int(pair.second), likeness: likeness) : nil
    }
  }

  private static func numbers(of accounts: [String]) -> [Int32] {
    var numbers: [String: Int32] = [:]
    return accounts.map { account in
      let number = numbers[account, default: Int32(numbers.count)]
      numbers[account] = number
      return number
    }
  }

  /// The pairs that are among the likest of one of their claims; all where all claims were compared.
  private static func bounded(_ found: [[Pair]], count: Int, isComplete: Bool) -> [Pair] {
    let pairs = found.flatMap { $0 }
    guard !isComplete else { return pairs }
    let incident = IncidentPairs(pairs.map { ($0.first, $0.second) }, count: count)
    var isKept = [Bool](repeating: false, count: pairs.count)
    for claim in 0..<count {
      let own = incident.pairs(of: claim)
      guard own.count > maximumPairs else {
        for index in own { isKept[Int(index)] = true }
        continue
      }
      let likest = own.sorted { one, other in
        (pairs[Int(other)].likenessIfNearest, one) < (pairs[Int(one)].likenessIfNearest, other)
      }
      for index in likest.prefix(maximumPairs) { isKept[Int(index)] = true }
    }
    return zip(pairs, isKept).compactMap { $1 ? $0 : nil }
  }

  /// Marks on which sides a pair is the nearest: where the other account has no claim that is nearer.
  private static func markingNearest(_ pairs: [Pair], accounts: [Int32]) -> [Pair] {
    var pairs = pairs
    let incident = IncidentPairs(pairs.map { ($0.first, $0.second) }, count: accounts.count)
    var best = [Double](repeating: -.infinity, count: Int(accounts.max() ?? -1) + 1)
    for claim in accounts.indices {
      let own = incident.pairs(of: claim)
      let other = { (pair: Pair) in
        Int(accounts[Int(Int(pair.first) == claim ? pair.second : pair.first)])
      }
      for index in own {
        let pair = pairs[Int(index)]
        best[other(pair)] = max(best[other(pair)], pair.nearness)
      }
      for index in own where other(pairs[Int(index)]) != Int(accounts[claim]) {
        let pair = pairs[Int(index)]
        if best[other(pair)] == pair.nearness { pairs[Int(index)].nearestSides += 1 }
      }
      for index in own { best[other(pairs[Int(index)])] = -.infinity }
    }
    return pairs
  }
}

/// For each thing, the indices of the pairs that it is part of, in order.
struct IncidentPairs: Sendable {
  private let starts: [Int]
  private let indices: [Int32]

  /// - Parameter count: the number of things.
  init(_ pairs: [(first: Int32, second: Int32)], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for pair in pairs {
      starts[Int(pair.first) + 1] += 1
      starts[Int(pair.second) + 1] += 1
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var indices = [Int32](repeating: 0, count: pairs.count * 2)
    for (index, pair) in pairs.enumerated() {
      for thing in [pair.first, pair.second] {
        indices[next[Int(thing)]] = Int32(index)
        next[Int(thing)] += 1
      }
    }
    (self.starts, self.indices) = (starts, indices)
  }

  func pairs(of thing: Int) -> ArraySlice<Int32> { indices[starts[thing]..<starts[thing + 1]] }
}
