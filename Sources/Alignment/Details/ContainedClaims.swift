import Claims

/// Finds claims that say what is a detail of another account's claim: "talks at the OSCE are on 13 January", where
/// another account lists all talks in one claim.
struct ContainedClaims: Sendable {
  let claims: [ComparableClaim]
  let sides: [PairSide]
  let likeness: LikenessTable

  /// The words of both match each other as well as this.
  private static let leastMatch = (worse: 0.45, better: 0.55)
  /// One common word makes no detail that could be a claim.
  private static let leastWords = 2
  private static let leastWeight = 20.0

  /// A claim that says what a detail of another account's claim says.
  struct Containment: Sendable {
    let claim: Int
    let detail: PlacedDetail
    let match: Double
  }

  /// The containments, of claims whose point holds nothing of the other account: for each claim and account the
  /// detail that matches best, where no other claim matches it better.
  ///
  /// - Parameter groups: the claims of each point.
  /// - Complexity: linear in the number of pairs of claims that are alike at all.
  func containments(in groups: [[Int]]) -> [Containment] {
    let accounts = groups.map { group in Set(group.map { claims[$0].claim.account }) }
    let found = groups.indices.flatMap { group in
      groups[group].flatMap { containments(of: $0, besides: accounts[group]) }
    }
    var best: [Key: Containment] = [:]
    for containment in found {
      let key = Key(
        detail: containment.detail.detail.id, account: claims[containment.claim].claim.account)
      if let other = best[key],
        (other.match, containment.claim) >= (containment.match, other.claim)
      {
        continue
      }
      best[key] = containment
    }
    return best.values.sorted {
      ($0.claim, $0.detail.detail.id) < ($1.claim, $1.detail.detail.id)
    }
  }

  private struct Key: Hashable {
    let detail: String
    let account: String
  }

  private func containments(of claim: Int, besides accounts: Set<String>) -> [Containment] {
    var best: [String: Containment] = [:]
    for entry in likeness.entries(of: claim) {
      let other = Int(entry.claim)
      let account = claims[other].claim.account
      guard !accounts.contains(account) else { continue }
      for detail in PlacedDetail.all(of: other, in: claims, sides: sides) {
        guard detail.side.words.count >= Self.leastWords, detail.weight >= Self.leastWeight else {
          continue
        }
        let matches = sides[claim].matches(detail.side)
        let match = (matches.own + matches.other) / 2
        guard
          !claims[claim].claim.values.differ(from: detail.measures(in: claims).map(\.value)),
          min(matches.own, matches.other) >= Self.leastMatch.worse,
          max(matches.own, matches.other) >= Self.leastMatch.better,
          match > best[account]?.match ?? 0
        else { continue }
        best[account] = Containment(claim: claim, detail: detail, match: match)
      }
    }
    return best.sorted { $0.key < $1.key }.map(\.value)
  }
}
