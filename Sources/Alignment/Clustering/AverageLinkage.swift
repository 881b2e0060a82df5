/// Two things with their likeness, from 0 to 1; `first` is the lower of the two.
package struct LikePair: Sendable {
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
  private var queue = PriorityQueue<Neighbours>()

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
  /// - Complexity: O(n · p · log n) for n things with p alike neighbours each.
  mutating func groups(threshold: Double) -> [[Int]] {
    for group in groups.indices {
      for other in sums[group].keys where other > group {
        queueUp(group, other, threshold: threshold)
      }
    }
    while let next = queue.popFirst() {
      // What was queued up before one of the two grew is no longer so.
      guard let sum = sums[next.group][next.other],
        mean(next.group, next.other, sum: sum) == next.likeness
      else { continue }
      join(next.other, into: next.group)
      for other in sums[next.group].keys {
        queueUp(min(next.group, other), max(next.group, other), threshold: threshold)
      }
    }
    return groups.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
  }

  /// Two groups that may be joined; those that are joined first come first.
  private struct Neighbours: Comparable {
    let group: Int
    let other: Int
    let likeness: Double

    static func < (one: Neighbours, two: Neighbours) -> Bool {
      (two.likeness, one.group, one.other) < (one.likeness, two.group, two.other)
    }
  }

  private mutating func queueUp(_ group: Int, _ other: Int, threshold: Double) {
    guard let sum = sums[group][other] else { return }
    let likeness = mean(group, other, sum: sum)
    guard likeness >= threshold else { return }
    queue.insert(Neighbours(group: group, other: other, likeness: likeness))
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
