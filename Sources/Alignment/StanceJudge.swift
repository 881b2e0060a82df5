import Claims
import Source

/// The likeness of pairs of claims, by their indices.
struct LikenessTable: Sendable {
  private var values: [Pair: Double] = [:]

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  init(pairs: [LikePair]) {
    for pair in pairs { values[Pair(first: pair.first, second: pair.second)] = pair.likeness }
  }

  /// The likeness of two claims, 0 where they are not alike at all.
  subscript(one: Int, other: Int) -> Double {
    values[Pair(first: min(one, other), second: max(one, other))] ?? 0
  }
}

/// Makes a point of a group of claims: says what each account does with it.
struct StanceJudge: Sendable {
  let model: SimilarityModel
  let likeness: LikenessTable
  let claims: [ComparableClaim]
  let accounts: [String]
  /// The language in which points are told where some account does so.
  let mainLanguage: LanguageTag?
  let disagreements: DisagreementFinder

  func point(of group: [Int]) -> Point {
    let members = group.map { claims[$0].claim }
    let found =
      disagreements.disagreements(among: group.map { claims[$0] }, context: claims)
      + disagreements.denials(by: group.map { claims[$0] }, of: others(than: group))
    let contradicting = contradictingAccounts(found)
    let stances = accounts.map { account in
      (account, stance(of: account, on: group, contradicts: contradicting.contains(account)))
    }
    return Point(
      id: "P-" + ContentIdentifier.short(members.map(\.id).sorted()), summary: summary(of: group),
      claims: members, stances: Dictionary(uniqueKeysWithValues: stances), disagreements: found)
  }

  private func others(than group: [Int]) -> [ComparableClaim] {
    claims.indices.filter { !group.contains($0) }.map { claims[$0] }
  }

  private func stance(of account: String, on group: [Int], contradicts: Bool) -> Stance {
    let own = group.filter { claims[$0].claim.account == account }
    guard own.isEmpty else {
      let ownClaims = own.map { claims[$0].claim }
      let repeated = ownClaims.map(\.voice.repeatedAccount)
      let repeats = repeated.contains(nil) ? [] : Set(repeated.compactMap { $0 }).sorted()
      return Stance(
        verdict: contradicts ? .contradicted : .stated, claims: ownClaims, support: 1,
        repeats: repeats)
    }
    let near = claims.indices.filter { claims[$0].claim.account == account }
      .map { index in (index, group.map { likeness[index, $0] }.max() ?? 0) }
      .max { ($0.1, $1.0) < ($1.1, $0.0) }
    guard let near, near.1 >= model.partlyThreshold else {
      return Stance(verdict: .absent, claims: [], support: near?.1 ?? 0, repeats: [])
    }
    let claim = claims[near.0].claim
    return Stance(
      verdict: .partly, claims: [claim], support: near.1,
      repeats: claim.voice.repeatedAccount.map { [$0] } ?? [])
  }

  /// The accounts that stand against another, fewer against more: the one that says otherwise is marked.
  private func contradictingAccounts(_ found: [Disagreement]) -> Set<String> {
    var counts: [String: Int] = [:]
    for disagreement in found where disagreement.isContradiction {
      counts[disagreement.first.account, default: 0] += 1
      counts[disagreement.second.account, default: 0] += 1
    }
    return Set(
      found.filter(\.isContradiction).map { disagreement in
        let (one, other) = (disagreement.first.account, disagreement.second.account)
        return counts[one, default: 0] > counts[other, default: 0] ? one : other
      })
  }

  /// The text of the claim that stands nearest to the others, of those that are not repeated from another
  /// account, are in the main language and have a word for who acts; of equals, the shortest, then the first.
  private func summary(of group: [Int]) -> String {
    let own = group.filter { claims[$0].claim.voice.repeatedAccount == nil }
    let candidates = own.isEmpty ? group : own
    let readable = candidates.filter { claims[$0].language == mainLanguage }
    let told = readable.isEmpty ? candidates : readable
    let naming = told.filter { claims[$0].claim.actors.contains { !$0.text.isEmpty } }
    let ranked = (naming.isEmpty ? told : naming).map {
      index -> (text: String, centrality: Double) in
      let others = group.filter { $0 != index }
      return (claims[index].claim.text, others.map { likeness[index, $0] }.reduce(0, +))
    }
    let best = ranked.min { one, other in
      (-one.centrality, one.text.count, one.text) < (
        -other.centrality, other.text.count, other.text
      )
    }
    return (best?.text ?? "").capitalizingFirst
  }
}

extension String {
  /// The text with a capital letter where its first is a small one.
  fileprivate var capitalizingFirst: String { prefix(1).uppercased() + dropFirst() }
}
