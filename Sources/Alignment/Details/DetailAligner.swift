import Claims
import Source

/// Finds what some of the accounts that state a point tell in more detail: the parts of their claims that another
/// account of the point does not have. They are points of their own, on which that account is silent.
struct DetailAligner: Sendable {
  let claims: [ComparableClaim]
  let sides: [PairSide]
  let accounts: [String]
  /// The language in which details are told where some account does so.
  let mainLanguage: LanguageTag?

  /// A detail of another claim is the same where the two match each other as well as this.
  private static let sameFrom = 0.5
  /// A detail weighs at least as much as one word that is rare and that not all claims have.
  private static let leastWeight = 12.0

  /// The details of a group's claims, the weightiest first, each to be looked for in the other accounts that state the
  /// point or a part of it.
  ///
  /// - Parameters:
  ///   - group: the claims of a point, by their indices.
  ///   - stances: what each account does with the point.
  func questions(on group: [Int], stances: [String: Stance]) -> [DetailChecker.Question] {
    let telling = stances.filter { $0.value.verdict != .absent }.keys.sorted()
    guard telling.count > 1 else { return [] }
    return details(of: group).map { detail in
      let claim = claims[detail.claim].claim
      return DetailChecker.Question(
        detail: claim.part(detail.detail), words: detail.detail.words,
        accounts: telling.filter { $0 != claim.account })
    }
  }

  /// The points of the details of a group's claims that some account leaves out, the weightiest first. Who gives
  /// another value than a detail does not leave it out.
  ///
  /// - Parameters:
  ///   - group: the claims of a point, by their indices.
  ///   - whole: the point.
  ///   - answers: who tells each detail, by its id.
  func points(
    of group: [Int], whole: Point, answers: [String: DetailChecker.Answer]
  ) -> [Point] {
    let byAccount = Dictionary(grouping: group) { claims[$0].claim.account }
    var taken: [Int: [Range<Int>]] = [:]
    return details(of: group).compactMap { detail in
      guard !isTaken(detail, taken), let answer = answers[detail.detail.id] else { return nil }
      let rivals = rivals(of: detail, among: whole.disagreements)
        .merging(otherwise(detail, in: byAccount)) { proven, _ in proven }
      let others = answer.filter { rivals[$0.key] == nil }
      guard others.contains(where: { !$0.value.isTold }) else { return nil }
      let telling = others.filter(\.value.isTold).keys.sorted()
      let same = telling.compactMap { account in
        byAccount[account].flatMap { counterpart(of: detail, among: $0) }
      }
      for one in [detail] + same {
        taken[one.claim, default: []] += one.detail.words
      }
      return point([detail] + same, answer: answer, rivals: rivals, whole: whole)
    }
  }

  /// What accounts do that give another value than a detail, by their ids.
  private func rivals(
    of detail: PlacedDetail, among disagreements: [Disagreement]
  ) -> [String: Stance] {
    let claim = claims[detail.claim].claim
    let sides = disagreements.flatMap { disagreement in
      [
        (disagreement, disagreement.first, disagreement.firstValue, disagreement.second),
        (disagreement, disagreement.second, disagreement.secondValue, disagreement.first),
      ]
    }
    return sides.reduce(into: [:]) { rivals, side in
      let (disagreement, own, value, other) = side
      guard own.id == claim.id, rivals[other.account] == nil,
        let range = value?.range, detail.detail.words.contains(where: { $0.overlaps(range) })
      else { return }
      rivals[other.account] = Stance(
        verdict: disagreement.isContradiction ? .contradicted : .partly, claims: [other],
        support: 0, repeats: [])
    }
  }

  /// The accounts whose claims of the point all give other values than a detail, and say something else so.
  private func otherwise(
    _ detail: PlacedDetail, in byAccount: [String: [Int]]
  ) -> [String: Stance] {
    let values = detail.measures(in: claims).map(\.value)
    return byAccount.filter { account, own in
      account != claims[detail.claim].claim.account
        && own.allSatisfy { values.differ(from: claims[$0].claim.values) }
    }.mapValues { own in
      Stance(verdict: .partly, claims: own.map { claims[$0].claim }, support: 0, repeats: [])
    }
  }

  private func details(of group: [Int]) -> [PlacedDetail] {
    group.flatMap(placed(of:)).filter { $0.weight >= Self.leastWeight }
      .sorted { ($1.weight, $0.detail.id) < ($0.weight, $1.detail.id) }
  }

  private func placed(of index: Int) -> [PlacedDetail] {
    PlacedDetail.all(of: index, in: claims, sides: sides)
  }

  private func isTaken(_ detail: PlacedDetail, _ taken: [Int: [Range<Int>]]) -> Bool {
    let ranges = taken[detail.claim] ?? []
    return detail.detail.words.contains { own in ranges.contains { $0.overlaps(own) } }
  }

  /// The detail of some claims that says the same; nothing where none does.
  private func counterpart(of detail: PlacedDetail, among group: [Int]) -> PlacedDetail? {
    let ranked = group.flatMap(placed(of:)).map { other -> (detail: PlacedDetail, match: Double) in
      let matches = detail.side.matches(other.side)
      return (other, (matches.own + matches.other) / 2)
    }
    let best = ranked.max { ($0.match, $1.detail.detail.id) < ($1.match, $0.detail.detail.id) }
    return best.flatMap { $0.match >= Self.sameFrom ? $0.detail : nil }
  }

  private func point(
    _ members: [PlacedDetail], answer: DetailChecker.Answer, rivals: [String: Stance],
    whole: Point
  ) -> Point {
    let parts = members.map { claims[$0.claim].claim.part($0.detail) }
    let own = Dictionary(grouping: parts, by: \.account)
    let verdicts = accounts.compactMap { account -> (String, Stance)? in
      guard let stance = whole.stances[account] else { return nil }
      if let claims = own[account] { return (account, stating(claims, as: stance, support: 1)) }
      if let rival = rivals[account] { return (account, rival) }
      guard let told = answer[account], told.isTold else {
        let support = answer[account]?.support ?? 0
        return (account, Stance(verdict: .absent, claims: [], support: support, repeats: []))
      }
      return (account, stating(stance.claims, as: stance, support: told.support))
    }
    return Point(
      id: "P-" + ContentIdentifier.short(parts.map(\.id).sorted()),
      summary: summary(of: members, parts, in: mainLanguage),
      summaries: summaries(of: members, parts), claims: parts,
      stances: Dictionary(uniqueKeysWithValues: verdicts), disagreements: [], whole: whole.id)
  }

  private func summaries(
    of members: [PlacedDetail], _ parts: [Claim]
  ) -> [LanguageTag: String] {
    let languages = Set(members.map { claims[$0.claim].language })
    return Dictionary(
      uniqueKeysWithValues: languages.map { ($0, summary(of: members, parts, in: $0)) })
  }

  /// The longest text of the details that are in a language, or that of the first: it tells most of who does what.
  private func summary(
    of members: [PlacedDetail], _ parts: [Claim], in language: LanguageTag?
  ) -> String {
    let told = members.indices.filter { claims[members[$0].claim].language == language }
    let texts = (told.isEmpty ? Array(members.indices.prefix(1)) : told).map { parts[$0].text }
    return texts.reduce("") { $1.count > $0.count ? $1 : $0 }.capitalizingFirst
  }

  private func stating(_ claims: [Claim], as stance: Stance, support: Double) -> Stance {
    Stance(verdict: .stated, claims: claims, support: support, repeats: stance.repeats)
  }
}
