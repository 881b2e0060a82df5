/// Two things with their likeness, from 0 to 1; `first` is the lower of the two.
struct LikePair: Sendable {
  let first: Int
  let second: Int
  let likeness: Double
}

/// Joins things that are alike into groups, the most alike first, as long as the mean likeness between
/// two groups reaches a threshold (average linkage, UPGMA; Sokal and Michener, 1958).
///
/// Pairs that are not given count as unlike. The result does not depend on the order of the pairs: ties
/// go to the groups whose lowest members come first.
struct AverageLinkage {
  private var groups: [[Int]]
  /// The sum of the likenesses between two groups, by both.
  private var sums: [[Int: Double]]
  private let labels: [Int]

  /// - Parameters:
  ///   - labels: one for each thing; things of one label never come into one group.
  ///   - pairs: the pairs that are alike at all.
  init(labels: [Int], pairs: [LikePair]) {
    self.labels = labels
    groups = labels.indices.map { [$0] }
    sums = .init(repeating: [:], count: labels.count)
    for pair in pairs where labels[pair.first] != labels[pair.second] {
      sums[pair.first][pair.second] = pair.likeness
      sums[pair.second][pair.first] = pair.likeness
    }
  }

  /// The groups, each in order, ordered by their first members.
  ///
  /// - Complexity: O(n² + n · p) for n things with p alike neighbours each, in the worst case.
  mutating func groups(threshold: Double) -> [[Int]] {
    var nearest = groups.indices.map { nearestNeighbour(of: $0, threshold: threshold) }
    while let group = closestGroup(among: nearest), let other = nearest[group]?.group {
      let affected = Set(sums[other].keys).union(sums[group].keys)
      join(other, into: group)
      nearest[other] = nil
      for index in affected where !groups[index].isEmpty {
        nearest[index] = nearestNeighbour(of: index, threshold: threshold)
      }
    }
    return groups.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }

  private struct Neighbour {
    let group: Int
    let likeness: Double
  }

  /// The likest group above this one; each pair is looked at from its lower side only.
  private func nearestNeighbour(of group: Int, threshold: Double) -> Neighbour? {
    sums[group].lazy.filter { $0.key > group }
      .map { Neighbour(group: $0.key, likeness: mean(group, $0.key, sum: $0.value)) }
      .filter { $0.likeness >= threshold }
      .min { ($1.likeness, $0.group) < ($0.likeness, $1.group) }
  }

  private func closestGroup(among nearest: [Neighbour?]) -> Int? {
    nearest.indices.filter { nearest[$0] != nil }
      .min { (nearest[$1]?.likeness ?? 0, $0) < (nearest[$0]?.likeness ?? 0, $1) }
  }

  private func mean(_ one: Int, _ other: Int, sum: Double) -> Double {
    sum / Double(groups[one].count * groups[other].count)
  }

  private mutating func join(_ absorbed: Int, into group: Int) {
    groups[group] = (groups[group] + groups[absorbed]).sorted()
    groups[absorbed] = []
    let moved = sums[absorbed]
    sums[absorbed] = [:]
    for (other, sum) in moved {
      sums[other][absorbed] = nil
      guard other != group else { continue }
      sums[group][other, default: 0] += sum
      sums[other][group] = sums[group][other]
    }
    let own = Set(groups[group].map { labels[$0] })
    for other in Array(sums[group].keys)
    where groups[other].contains(where: { own.contains(labels[$0]) }) {
      sums[group][other] = nil
      sums[other][group] = nil
    }
  }
}
