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

  /// An account tells a detail where the words of its claims match the detail's as well as this: below, at least the
  /// weightiest of its words has no match.
  private static let toldFrom = 0.5
  /// A detail of another claim is the same where the two match each other as well as this.
  private static let sameFrom = 0.5
  /// A detail weighs at least as much as one word that is rare and that not all claims have.
  private static let leastWeight = 12.0

  /// The points of the details of a group's claims, the weightiest first.
  ///
  /// - Parameters:
  ///   - group: the claims of a point, by their indices.
  ///   - stances: what each account does with the point.
  /// - Complexity: linear in the words of the claims' details times those of the claims.
  func points(of group: [Int], whole: String, stances: [String: Stance]) -> [Point] {
    let byAccount = Dictionary(grouping: group) { claims[$0].claim.account }
    guard byAccount.count > 1 else { return [] }
    var taken: [Int: [Range<Int>]] = [:]
    return details(of: group).compactMap { detail in
      guard !isTaken(detail, taken) else { return nil }
      let own = claims[detail.claim].claim.account
      let covers = byAccount.filter { $0.key != own }.mapValues { cover(of: detail, by: $0) }
      guard covers.contains(where: { $0.value < Self.toldFrom }) else { return nil }
      let telling = covers.filter { $0.value >= Self.toldFrom }.keys.sorted()
      let same = telling.compactMap { account in
        byAccount[account].flatMap { counterpart(of: detail, among: $0) }
      }
      for one in [detail] + same {
        taken[one.claim, default: []] += one.detail.words
      }
      return point(
        [detail] + same, covers: covers, telling: telling, byAccount: byAccount, whole: whole,
        stances: stances)
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

  /// How well the words of a detail are matched by those of some claims together; a name is matched by any name of whom
  /// it names, a value by one that agrees, in whichever language.
  private func cover(of detail: PlacedDetail, by group: [Int]) -> Double {
    let total = detail.weight
    guard total > 0 else { return 1 }
    var greatest = [Float](repeating: -1, count: detail.words.count)
    for index in group {
      let cosines = detail.side.words.greatestCosines(with: sides[index].words).own
      for word in greatest.indices { greatest[word] = max(greatest[word], cosines[word]) }
    }
    let known = knownWords(of: detail, to: group.map { claims[$0].claim })
    return zip(greatest, detail.side.weights).enumerated().reduce(0) { sum, word in
      sum + (known.contains(word.offset) ? 1 : Double(word.element.0)) * word.element.1
    } / total
  }

  /// The words of a detail that stand in a name or value that other claims have too, by their order in the detail.
  private func knownWords(of detail: PlacedDetail, to others: [Claim]) -> Set<Int> {
    let claim = claims[detail.claim].claim
    let entities = Set(others.flatMap(\.mentions).map(\.entity))
    let values = others.flatMap(\.values)
    let names = claim.mentions.filter { entities.contains($0.entity) }.map(\.range)
    let agreeing = claim.values.filter { value in values.contains { value.agrees(with: $0) } }
    let places = names + agreeing.map(\.range)
    return Set(
      detail.words.indices.filter { index in
        places.contains { $0.overlaps(claim.words[detail.words[index]].range) }
      })
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
    _ members: [PlacedDetail], covers: [String: Double], telling: [String],
    byAccount: [String: [Int]],
    whole: String, stances: [String: Stance]
  ) -> Point {
    let parts = members.map { claims[$0.claim].claim.part($0.detail) }
    let own = Dictionary(grouping: parts, by: \.account)
    let tellsSilence = accounts.count <= StanceJudge.mostToldOfSilence
    let verdicts = accounts.compactMap { account -> (String, Stance)? in
      guard let stance = stances[account] else { return nil }
      if let claims = own[account] { return (account, stating(claims, as: stance, support: 1)) }
      guard telling.contains(account) else {
        return tellsSilence
          ? (account, Stance(verdict: .absent, claims: [], support: 0, repeats: [])) : nil
      }
      let told = (byAccount[account] ?? []).map { claims[$0].claim }
      return (account, stating(told, as: stance, support: covers[account] ?? 0))
    }
    return Point(
      id: "P-" + ContentIdentifier.short(parts.map(\.id).sorted()),
      summary: summary(of: members, parts, in: mainLanguage),
      summaries: summaries(of: members, parts), claims: parts,
      stances: Dictionary(uniqueKeysWithValues: verdicts), disagreements: [], whole: whole)
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
