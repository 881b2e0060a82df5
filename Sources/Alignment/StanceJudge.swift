import Claims
import Source

/// Makes a point of a group of claims: says what each account does with it.
struct StanceJudge: Sendable {
  let likeness: LikenessTable
  let claims: [ComparableClaim]
  let accounts: [String]
  /// The language in which points are told where some account does so.
  let mainLanguage: LanguageTag?
  let disagreements: DisagreementFinder
  /// The claims that say a part of what a claim says, by the index of that claim.
  let containing: [Int: [LikenessTable.Entry]]

  /// The silent accounts stand in the points of an event of no more accounts than this: of many, nearly all are
  /// silent on nearly all points.
  static let mostToldOfSilence = 32
  /// An account states a point in part where a claim of its own is at least as likely as not to say the same, and the
  /// point as a whole is not like it.
  static let partlyFrom = 0.5
  /// One of the two accounts cites the other for it: then it is enough that they are somewhat likely to say the same.
  static let partlyFromWhereCited = 0.3

  /// - Parameter contained: details of other accounts' claims that say what claims of the group say.
  /// - Complexity: linear in the number of claims that are like those of the group.
  func point(of group: [Int], contained: [ContainedClaims.Containment]) -> Point {
    let parts = contained.map { claims[$0.detail.claim].claim.part($0.detail.detail) }
    let members = group.map { claims[$0].claim } + parts
    let found =
      disagreements.disagreements(among: group.map { claims[$0] })
      + disagreements.denials(by: group)
    let id = "P-" + ContentIdentifier.short(members.map(\.id).sorted())
    let stances = stances(
      on: group, parts: parts, contradicting: contradictingAccounts(found),
      otherwise: accountsWithOtherFigures(group, parts, disagreements: found))
    return Point(
      id: id, summary: summary(of: group, in: mainLanguage), summaries: summaries(of: group),
      claims: members, stances: stances,
      disagreements: found, whole: nil)
  }

  private func stances(
    on group: [Int], parts: [Claim], contradicting: Set<String>, otherwise: Set<String>
  ) -> [String: Stance] {
    let own = Dictionary(grouping: group.map { claims[$0].claim } + parts, by: \.account)
    var near: [String: LikenessTable.Entry] = [:]
    for entry in group.flatMap({ likeness.entries(of: $0) + (containing[$0] ?? []) }) {
      let account = claims[Int(entry.claim)].claim.account
      guard own[account] == nil else { continue }
      let best = near[account]
      if best.map({ ($0.likeness, entry.claim) < (entry.likeness, $0.claim) }) ?? true {
        near[account] = entry
      }
    }
    let tellsSilence = accounts.count <= Self.mostToldOfSilence
    let named = tellsSilence ? accounts : Set(own.keys).union(near.keys).sorted()
    let stances = named.compactMap { account -> (String, Stance)? in
      let stance =
        own[account].map {
          stating(
            $0,
            as: contradicting.contains(account)
              ? .contradicted : otherwise.contains(account) ? .partly : .stated)
        } ?? standing(near: near[account], to: own)
      return stance.verdict == .absent && !tellsSilence ? nil : (account, stance)
    }
    return Dictionary(uniqueKeysWithValues: stances)
  }

  private func stating(_ ownClaims: [Claim], as verdict: Verdict) -> Stance {
    let repeated = ownClaims.map(\.voice.repeatedAccount)
    let repeats = repeated.contains(nil) ? [] : Set(repeated.compactMap { $0 }).sorted()
    return Stance(
      verdict: verdict, claims: ownClaims, support: 1, repeats: repeats)
  }

  /// What an account does with a point by the claim of its own that is nearest.
  ///
  /// - Parameter stating: the claims of those who state the point, by their accounts.
  private func standing(
    near entry: LikenessTable.Entry?, to stating: [String: [Claim]]
  ) -> Stance {
    guard let entry,
      entry.likeness
        >= (isCited(claims[Int(entry.claim)].claim, with: stating)
          ? Self.partlyFromWhereCited : Self.partlyFrom)
    else {
      return Stance(verdict: .absent, claims: [], support: entry?.likeness ?? 0, repeats: [])
    }
    let claim = claims[Int(entry.claim)].claim
    return Stance(
      verdict: .partly, claims: [claim], support: entry.likeness,
      repeats: claim.voice.repeatedAccount.map { [$0] } ?? [])
  }

  /// Whether a claim is repeated from an account that states a point, or some claim of the point from its account.
  private func isCited(_ claim: Claim, with stating: [String: [Claim]]) -> Bool {
    claim.voice.repeatedAccount.map { stating[$0] != nil } ?? false
      || stating.values.joined().contains { $0.voice.repeatedAccount == claim.account }
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

  /// The accounts that give none of the figures of the claim by which a point is told, but others of their kind: "87 per
  /// cent voted for it" beside a turnout of 79 per cent. Where the two contradict each other, that is told instead.
  private func accountsWithOtherFigures(
    _ group: [Int], _ parts: [Claim], disagreements found: [Disagreement]
  ) -> Set<String> {
    guard let centre = centre(of: group, in: mainLanguage).map({ claims[$0].claim }) else {
      return []
    }
    let figures = Figures(centre.measures, nouns: disagreements.nouns)
    let others = Dictionary(grouping: group.map { claims[$0].claim } + parts, by: \.account)
    return Set(
      others.filter { account, claims in
        account != centre.account
          && !found.contains { [$0.first.account, $0.second.account].contains(account) }
          && claims.allSatisfy {
            Figures($0.measures, nouns: disagreements.nouns).relation(to: figures) == .differing
          }
      }.keys)
  }

  private func summaries(of group: [Int]) -> [LanguageTag: String] {
    let languages = Set(group.map { claims[$0].language })
    return Dictionary(uniqueKeysWithValues: languages.map { ($0, summary(of: group, in: $0)) })
  }

  /// The text of the claim that says best what a group says.
  private func summary(of group: [Int], in language: LanguageTag?) -> String {
    (centre(of: group, in: language).map { claims[$0].claim.text } ?? "").capitalizingFirst
  }

  /// The claim that stands nearest to the others, of those that are not repeated from another account, are in a
  /// language and have a word for who acts; of equals, the shortest, then the first.
  private func centre(of group: [Int], in language: LanguageTag?) -> Int? {
    let own = group.filter { claims[$0].claim.voice.repeatedAccount == nil }
    let candidates = own.isEmpty ? group : own
    let readable = candidates.filter { claims[$0].language == language }
    let told = readable.isEmpty ? candidates : readable
    let naming = told.filter { claims[$0].claim.actors.contains { !$0.text.isEmpty } }
    let ranked = (naming.isEmpty ? told : naming).map {
      index -> (index: Int, text: String, centrality: Double) in
      let others = group.filter { $0 != index }
      return (
        index, claims[index].claim.text, others.map { likeness[index, $0] }.reduce(0, +)
      )
    }
    return ranked.min { one, other in
      (-one.centrality, one.text.count, one.text) < (
        -other.centrality, other.text.count, other.text
      )
    }?.index
  }
}
