import Claims

/// The claims of an event of which people have said which facts they carry, to see how well points are made of them.
struct PointClustering {
  let claims: [Claim]
  /// The facts that each claim carries, by its id; a claim that is not named has not been judged.
  let facts: [String: Set<String>]
  /// All pairs of claims.
  let pairs: [Pair]

  /// Two claims, by their indices, and what they have in common.
  struct Pair {
    let first: Int
    let second: Int
    let features: [Double]
  }

  /// The pairs of claims of two accounts that people have judged: whether they carry a common fact.
  ///
  /// All events together count as one set: one event has few facts that are shared.
  var examples: [LogisticRegression.Example] {
    pairs.compactMap { pair in
      guard claims[pair.first].account != claims[pair.second].account,
        let one = facts[claims[pair.first].id], let other = facts[claims[pair.second].id]
      else { return nil }
      return LogisticRegression.Example(
        features: pair.features, isTrue: !one.isDisjoint(with: other), weight: 1)
    }
  }

  /// The threshold at which points join what carries a common fact, and nothing else, as measured by F1 over all events;
  /// of those that are about as good, the highest, since what is joined wrongly misleads more than what stands apart.
  /// Nothing where no two accounts share a fact.
  ///
  /// It is lower than the one that is best for single pairs, since a group is held together by its mean.
  static func bestThreshold(_ events: [PointClustering], model: TrainedModel) -> Double? {
    let values = TrainedModel.candidates.map { threshold in
      (threshold, f1(events.map { $0.counts(at: threshold, of: model) }))
    }
    guard let best = values.map(\.1).max(), best > 0 else { return nil }
    return values.last { $0.1 >= best - roughness }?.0
  }

  /// What F1 differs by from one half of the events to the other at the least.
  private static let roughness = 0.01

  private struct Counts {
    /// Facts that two accounts share, and those of them that some point joins.
    var shared = 0
    var found = 0
    /// Pairs of judged claims that points join, and those that carry a common fact.
    var joined = 0
    var right = 0
  }

  private static func f1(_ counts: [Counts]) -> Double {
    let sum = { (part: KeyPath<Counts, Int>) in
      Double(counts.reduce(0) { $0 + $1[keyPath: part] })
    }
    let recall = sum(\.found) / max(sum(\.shared), 1)
    let precision = sum(\.right) / max(sum(\.joined), 1)
    return recall + precision > 0 ? 2 * recall * precision / (recall + precision) : 0
  }

  private func counts(at threshold: Double, of model: TrainedModel) -> Counts {
    var linkage = AverageLinkage(
      labels: claims.sentenceLabels,
      pairs: pairs.map {
        LikePair(
          first: $0.first, second: $0.second, likeness: model.probability($0.features))
      }.filter { $0.likeness >= PointAligner.leastLikeness }
        .joining(accounts: claims.map(\.account)))
    var counts = Counts()
    var found: Set<Shared> = []
    for group in linkage.groups(threshold: threshold) {
      for first in group {
        for second in group where claims[first].account < claims[second].account {
          guard let one = facts[claims[first].id], let other = facts[claims[second].id] else {
            continue
          }
          let common = one.intersection(other)
          counts.joined += 1
          counts.right += common.isEmpty ? 0 : 1
          found.formUnion(
            common.map {
              Shared(fact: $0, one: claims[first].account, other: claims[second].account)
            })
        }
      }
    }
    counts.shared = shared.count
    counts.found = found.count
    return counts
  }

  private struct Shared: Hashable {
    let fact: String
    let one: String
    let other: String
  }

  /// The facts that two accounts share.
  private var shared: Set<Shared> {
    var accounts: [String: Set<String>] = [:]
    for claim in claims {
      for fact in facts[claim.id] ?? [] { accounts[fact, default: []].insert(claim.account) }
    }
    return accounts.reduce(into: []) { shared, entry in
      let tellers = entry.value.sorted()
      for (index, one) in tellers.enumerated() {
        for other in tellers[(index + 1)...] {
          shared.insert(Shared(fact: entry.key, one: one, other: other))
        }
      }
    }
  }
}
