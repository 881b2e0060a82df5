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
  /// What the accounts name.
  let entities: EntityDirectory

  /// The silent accounts stand in the points of an event of no more accounts than this: of many, nearly all are
  /// silent on nearly all points.
  static let mostToldOfSilence = 32
  /// An account states a point in part where a claim of its own is at least as likely as not to say the same, and the
  /// point as a whole is not like it.
  static let partlyFrom = 0.5
  /// An account states a point where a claim of its own is so likely to say what the point is told by: of two languages less
  /// is asked, since likenesses across them are lower where both say the same. Of the agreements of twenty events, those
  /// of one language below 0.5 were right in 36 of 100 cases, those of two languages from 0.3 on in 75.
  static let statedFrom = (sameLanguage: 0.5, acrossLanguages: 0.3)
  /// A detail of a claim states a point where the two match as well as this: of those below, few say the same.
  static let statedByDetailFrom = 0.65
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
    let centre = teller.centre(of: group, in: mainLanguage)
    let id = "P-" + ContentIdentifier.short(members.map(\.id).sorted())
    let stances = stances(
      on: group, parts: parts, supports: supports(of: group, contained, to: centre),
      contradicting: contradictingAccounts(found, of: centre),
      otherwise: accountsSayingOtherwise(
        than: centre, group, parts, contained, disagreements: found))
    return Point(
      id: id, summary: teller.summary(centre), summaries: teller.summaries(of: group),
      claims: members, stances: stances,
      disagreements: found, whole: nil)
  }

  /// How likely an account says the same as the claim by which a point is told, and whether that is enough.
  private struct Support {
    var likeness = 0.0
    var states = false
  }

  /// What the accounts of a group say of the claim by which its point is told, by their ids.
  private func supports(
    of group: [Int], _ contained: [ContainedClaims.Containment], to centre: Int?
  ) -> [String: Support] {
    guard let centre else { return [:] }
    let own = group.map { index in
      let likeness = index == centre ? 1 : likeness[index, centre]
      let isOfOneLanguage = claims[index].language == claims[centre].language
      let least = isOfOneLanguage ? Self.statedFrom.sameLanguage : Self.statedFrom.acrossLanguages
      return (claims[index].claim.account, Support(likeness: likeness, states: likeness >= least))
    }
    let parts = contained.map {
      (
        claims[$0.detail.claim].claim.account,
        Support(
          likeness: max($0.match, Self.partlyFrom), states: $0.match >= Self.statedByDetailFrom)
      )
    }
    return (own + parts).reduce(into: [:]) { supports, entry in
      let best = supports[entry.0] ?? Support()
      supports[entry.0] = Support(
        likeness: max(best.likeness, entry.1.likeness), states: best.states || entry.1.states)
    }
  }

  private func stances(
    on group: [Int], parts: [Claim], supports: [String: Support], contradicting: Set<String>,
    otherwise: Set<String>
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
            $0, support: supports[account] ?? Support(),
            contradicts: contradicting.contains(account), saysOtherwise: otherwise.contains(account)
          )
        } ?? standing(near: near[account], to: own)
      return stance.verdict == .absent && !tellsSilence ? nil : (account, stance)
    }
    return Dictionary(uniqueKeysWithValues: stances)
  }

  /// What an account does with a point that holds claims of its own. It states the point where one of them is likely to say
  /// what the point is told by, or is repeated from whoever says so.
  private func stating(
    _ ownClaims: [Claim], support: Support, contradicts: Bool, saysOtherwise: Bool
  ) -> Stance {
    let repeated = ownClaims.map(\.voice.repeatedAccount)
    let repeats = repeated.contains(nil) ? [] : Set(repeated.compactMap { $0 }).sorted()
    let states = !saysOtherwise && (support.states || !repeats.isEmpty)
    return Stance(
      verdict: contradicts ? .contradicted : states ? .stated : .partly, claims: ownClaims,
      support: support.likeness, repeats: repeats)
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

  /// The accounts that stand against another: against the one by whose claim the point is told, or else fewer against more.
  private func contradictingAccounts(_ found: [Disagreement], of centre: Int?) -> Set<String> {
    let teller = centre.map { claims[$0].claim.account }
    var counts: [String: Int] = [:]
    for disagreement in found where disagreement.isContradiction {
      counts[disagreement.first.account, default: 0] += 1
      counts[disagreement.second.account, default: 0] += 1
    }
    return Set(
      found.filter(\.isContradiction).map { disagreement in
        let (one, other) = (disagreement.first.account, disagreement.second.account)
        if teller == one || teller == other { return teller == one ? other : one }
        return counts[one, default: 0] > counts[other, default: 0] ? one : other
      })
  }

  /// The accounts of which every claim says otherwise than the one by which a point is told: "87 per cent voted for it"
  /// beside a turnout of 79 per cent. Where the two contradict each other, that is told instead.
  private func accountsSayingOtherwise(
    than centre: Int?, _ group: [Int], _ parts: [Claim],
    _ contained: [ContainedClaims.Containment], disagreements found: [Disagreement]
  ) -> Set<String> {
    guard let centre else { return [] }
    let said =
      group.map { (claims[$0].claim.account, side(of: $0)) }
      + zip(parts, contained).map { part, containment in
        let whole = claims[containment.detail.claim]
        return (
          part.account,
          divergence.side(
            of: part, in: whole.language, lemmas: Set(part.lemmas), partOf: whole.claim)
        )
      }
    let told = side(of: centre)
    return Set(
      Dictionary(grouping: said, by: \.0).filter { account, sides in
        account != claims[centre].claim.account
          && !found.contains {
            ($0.isContradiction || $0.kind == .update)
              && [$0.first.account, $0.second.account].contains(account)
          }
          && sides.allSatisfy {
            divergence.diverge($0.1, told) || divergence.saysLess($0.1, than: told)
          }
      }.keys)
  }

  private func side(of claim: Int) -> Divergence.Side {
    divergence.side(
      of: claims[claim].claim, in: claims[claim].language, lemmas: claims[claim].lemmas)
  }

  /// Chooses the claims by which points are told.
  var teller: PointTeller {
    PointTeller(likeness: likeness, claims: claims, mainLanguage: mainLanguage)
  }

  private var divergence: Divergence {
    Divergence(
      words: disagreements.words, nouns: disagreements.nouns, acts: disagreements.acts,
      entities: entities)
  }
}
