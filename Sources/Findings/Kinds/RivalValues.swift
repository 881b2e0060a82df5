import Alignment
import Claims
import Source
import Values

/// Disagreements of one kind in a point that hang together: each gives a value that another of them gives as well.
///
/// Two accounts that differ are told as a pair. A hundred accounts of one toll would make thousands of pairs of one
/// matter; they are told once, by the values and who gives which.
struct RivalValues: Sendable {
  let kind: Disagreement.Kind
  let disagreements: [Disagreement]

  /// One of the values, with the claims that give it: one an account.
  struct Side: Sendable {
    let value: Value
    /// The time of a count.
    let time: CountTime?
    fileprivate(set) var claims: [Claim]

    var accounts: [String] { claims.map(\.account).sorted() }
  }

  /// The ids of the accounts that differ, in order.
  var accounts: [String] {
    Set(disagreements.flatMap { [$0.first.account, $0.second.account] }).sorted()
  }

  /// The groups of some disagreements about values, in the order of their first ones; linear in their number.
  static func groups(of disagreements: [Disagreement]) -> [RivalValues] {
    let nodes = disagreements.map(places)
    var byPlace: [Place: [Int]] = [:]
    for (index, places) in nodes.enumerated() {
      for place in places { byPlace[place, default: []].append(index) }
    }
    var isGrouped = [Bool](repeating: false, count: disagreements.count)
    return disagreements.indices.compactMap { start in
      guard !isGrouped[start] else { return nil }
      isGrouped[start] = true
      var members = [start]
      var next = 0
      while next < members.count {
        for place in nodes[members[next]] {
          // All that stand at a place are taken at once, so that none is looked at for each of the others.
          for index in byPlace.removeValue(forKey: place) ?? [] where !isGrouped[index] {
            isGrouped[index] = true
            members.append(index)
          }
        }
        next += 1
      }
      return RivalValues(
        kind: disagreements[start].kind,
        disagreements: members.sorted().map { disagreements[$0] })
    }
  }

  /// The values, those that most accounts give first; counts of several times, the oldest first.
  ///
  /// - Parameter claims: the claims of the point: who gives one of the values without being compared is named with it.
  func sides(among claims: [Claim]) -> [Side] {
    var sides: [Side] = []
    var positions: [String: Int] = [:]
    var named: Set<String> = []
    func add(_ claim: Claim, _ value: Value, _ time: CountTime?) {
      let key = Self.key(of: value, time)
      guard named.insert("\(key) \(claim.account)").inserted else { return }
      if let position = positions[key] {
        sides[position].claims.append(claim)
      } else {
        positions[key] = sides.count
        sides.append(Side(value: value, time: time, claims: [claim]))
      }
    }
    for disagreement in disagreements {
      guard let one = disagreement.firstValue, let other = disagreement.secondValue else {
        continue
      }
      add(disagreement.first, one, disagreement.firstTime)
      add(disagreement.second, other, disagreement.secondTime)
    }
    let telling = Set(sides.flatMap(\.accounts))
    if kind != .update {
      for claim in claims
      where !telling.contains(claim.account) && claim.voice.repeatedAccount == nil {
        let known = claim.measures.map(\.value).filter { positions[Self.key(of: $0, nil)] != nil }
        if known.count == 1 { add(claim, known[0], nil) }
      }
    }
    return sides.enumerated().sorted { one, other in
      let gap = one.element.time.flatMap { here in
        other.element.time.map { here.moment.distance(to: $0.moment) }
      }
      if let gap, gap != 0 { return gap > 0 }
      return (-one.element.claims.count, one.offset) < (-other.element.claims.count, other.offset)
    }.map(\.element)
  }

  private static func key(of value: Value, _ time: CountTime?) -> String {
    "\(value.kind) \(value.normalizedDescription) \(time.map { "\($0.moment)" } ?? "")"
  }

  // MARK: - Places

  /// A value where it stands.
  private struct Place: Hashable {
    let kind: Disagreement.Kind
    let account: String
    let range: Range<Int>
  }

  private static func places(of disagreement: Disagreement) -> [Place] {
    [
      (disagreement.first.account, disagreement.firstValue),
      (disagreement.second.account, disagreement.secondValue),
    ].compactMap { account, value in
      value.map { Place(kind: disagreement.kind, account: account, range: $0.range) }
    }
  }
}
