import Claims
import Language
import Source

/// Which claims are worth comparing with which: all where they are few; else those that share words, names or values
/// that few claims have ("blocking"; Christen, 2012), and those whose embeddings lie in one neighbourhood.
///
/// What stands in a list of more claims than `longestList` is left to rarer things in common, so that each claim
/// has a bounded number of partners, however many claims there are.
struct CandidatePairs: Sendable {
  /// Whether all claims are partners of each other.
  let isComplete: Bool
  private let count: Int
  /// Lists of claims, in order, that share something.
  private let lists: [[Int32]]
  /// The lists in which a claim stands.
  private let memberships: [[Int32]]

  /// Up to so many claims, all are compared with each other.
  static let exhaustiveLimit = 2_000
  /// Up to so many claims that share something are compared for it.
  private static let longestList = 96
  /// In lists of claims with all words in common, and of neighbours, each is compared with so many on either side.
  private static let window = 128
  /// So many of a claim's weightiest words are looked up, alone and two together.
  private static let wordCount = 10

  /// - Parameter exhaustiveLimit: the number of claims up to which all are compared.
  /// - Complexity: linear in the number of claims and their words beyond the limit.
  init(
    _ claims: [ComparableClaim], weights: LemmaWeights,
    exhaustiveLimit: Int = CandidatePairs.exhaustiveLimit
  ) {
    count = claims.count
    isComplete = claims.count <= exhaustiveLimit
    guard !isComplete else {
      (lists, memberships) = ([], [])
      return
    }
    let found =
      Self.listsByContent(claims, weights: weights)
      + EmbeddingNeighbourhoods(claims.map(\.embedding)).lists
    var memberships = [[Int32]](repeating: [], count: claims.count)
    for (index, list) in found.enumerated() {
      for claim in list { memberships[Int(claim)].append(Int32(index)) }
    }
    (lists, self.memberships) = (found, memberships)
  }

  /// The partners of a claim that stand behind it in the order of all claims, each once, in order.
  func partners(behind claim: Int) -> [Int32] {
    guard !isComplete else { return (claim + 1..<max(count, claim + 1)).map(Int32.init) }
    var found: [Int32] = []
    for index in memberships[claim] {
      let list = lists[Int(index)]
      let place = list.partitioningIndex { $0 >= Int32(claim) }
      found += list[(place + 1)...].prefix(Self.window)
    }
    found.sort()
    var last: Int32 = -1
    return found.filter { partner in
      defer { last = partner }
      return partner != last
    }
  }

  // MARK: - Content in common

  /// A thing that claims may have in common, with one that has it.
  private struct Entry: Comparable {
    let key: UInt64
    let claim: Int32

    static func < (one: Entry, other: Entry) -> Bool {
      (one.key, one.claim) < (other.key, other.claim)
    }
  }

  private static func listsByContent(
    _ claims: [ComparableClaim], weights: LemmaWeights
  ) -> [[Int32]] {
    let keys = claims.concurrentMap(minimumShare: 256) { Self.keys(of: $0, weights: weights) }
    var entries: [Entry] = []
    for (claim, keys) in keys.enumerated() {
      entries += keys.rare.map { Entry(key: $0, claim: Int32(claim)) }
    }
    let rare = grouped(entries).filter { $0.count <= longestList }
    let whole = grouped(
      keys.enumerated().map { Entry(key: $1.whole, claim: Int32($0)) })
    return rare + whole
  }

  /// The claims that have the same key, for keys that several have.
  private static func grouped(_ entries: [Entry]) -> [[Int32]] {
    let entries = entries.sorted()
    var lists: [[Int32]] = []
    var start = 0
    while start < entries.count {
      let key = entries[start].key
      let end = entries[start...].firstIndex { $0.key != key } ?? entries.count
      if end - start > 1 { lists.append(entries[start..<end].map(\.claim)) }
      start = end
    }
    return lists
  }

  /// What a claim can be found by: its weightiest words, names and values, alone and two together, and all
  /// its words.
  private static func keys(
    of claim: ComparableClaim, weights: LemmaWeights
  ) -> (rare: [UInt64], whole: UInt64) {
    let places = Set(weights.places(of: claim.lemmas) + weights.places(of: claim.entities))
    let words = places.sorted { one, other in
      (weights.weight(at: other), one) < (weights.weight(at: one), other)
    }.prefix(wordCount).map { mixed(UInt64($0)) }
    let amounts = claim.claim.measures.compactMap(\.value.quantity?.value)
    let single = words + Set(amounts.map { mixed($0.bitPattern | 1) }).sorted()
    var keys = single
    for (index, one) in single.enumerated() {
      for other in single[(index + 1)...] { keys.append(mixed(one ^ other)) }
    }
    let whole = weights.places(of: claim.lemmas).reduce(0) { mixed($0 ^ UInt64($1)) }
    return (Array(Set(keys)), whole)
  }

  /// A number with its bits spread (SplitMix64; Steele, Lea and Flood, 2014).
  private static func mixed(_ number: UInt64) -> UInt64 {
    var value = number &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
