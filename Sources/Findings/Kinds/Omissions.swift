import Alignment
import Claims
import Ingestion
import Source
import Values

/// Finds what stands in one account only, and what an account leaves out that the others tell.
struct Omissions: Sendable {
  let material: Material
  let facets: [Facet]
  let topics: TopicWords
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    let severalVersions = material.voices.families.filter { $0.count <= Self.mostVersions }.map {
      family in
      family.filter { one in
        family.contains { $0 != one && material.areVersions(one, $0) }
      }
    }.filter { $0.count > 1 }
    // What a text says of itself, another text does not leave out.
    let points = material.points.filter {
      !$0.claims.allSatisfy(material.sources.isOfDocument)
    }
    let missing = points.flatMap { self.missing(in: $0, ofFamilies: severalVersions) }
    guard material.voices.families.count > 1 else { return missing }
    let telling = TellingIndex(material)
    let silence = SilenceMeaning(material: material)
    return facets.compactMap(soleFacet) + soleTopics()
      + points.compactMap { solePoint($0, silence, telling) }
      + points.flatMap {
        Additions(
          material: material, facets: facets, telling: telling, weighing: weighing,
          messages: messages
        )
        .findings(on: $0)
      }
      + points.flatMap {
        Silences(
          material: material, meaning: silence, telling: telling, weighing: weighing,
          messages: messages
        )
        .findings(on: $0)
      } + missing
  }

  /// A publisher of more accounts writes no versions of one text.
  private static let mostVersions = 8

  // MARK: - Facets

  private func soleFacet(_ facet: Facet) -> Finding? {
    let accounts = facet.independentAccounts
    guard facet.kind != .participants, facet.kind.isCompared, material.voices.count(accounts) == 1,
      let account = accounts.first
    else { return nil }
    let own = accounts.flatMap(facet.statements(of:)).filter(\.repeats.isEmpty)
    guard !isSaidElsewhere(own.compactMap(\.value), than: account),
      facet.kind != .place || !isNamedElsewhere(own.map(\.text), than: account)
    else { return nil }
    let repeating = Set(facet.statements.map(\.account)).subtracting(accounts).sorted()
    return Finding(
      kind: .omission, type: facet.kind.rawValue, accounts: accounts,
      points: Set(own.map(\.point)).sorted(),
      summary: messages(
        accounts.count > 1 ? "omission.facet.many" : "omission.facet",
        [
          "account": messages.list(accounts), "facet": messages("facet.\(facet.kind.rawValue)"),
          "value": messages.list(distinct(own).map(\.wording)),
        ]) + messages.repetition(by: repeating),
      evidence: own.map(\.evidence)
        + facet.statements.filter { !accounts.contains($0.account) }
        .map(\.evidence),
      salience: weighing.salience(
        weighing.sort(.omission, facet.kind.rawValue),
        weighing.rarity(of: accounts, repeatedBy: repeating)))
  }

  private func distinct(_ statements: [FacetStatement]) -> [FacetStatement] {
    var seen: Set<String> = []
    return statements.filter { seen.insert($0.text).inserted }
  }

  /// Whether another voice gives such a value for itself anywhere, of whatever: then "only" would be bold.
  private func isSaidElsewhere(_ values: [Value], than account: String) -> Bool {
    material.voices.others(than: account, among: material.accountIDs).contains { other in
      material.claims(of: other).filter { $0.claim.voice.repeatedAccount == nil }
        .flatMap(\.claim.values).contains { value in
          values.contains { [.equal, .compatible].contains($0.compared(with: value).relation) }
        }
    }
  }

  /// Whether another voice names such a place, body or person anywhere for itself.
  private func isNamedElsewhere(_ names: [String], than account: String) -> Bool {
    material.voices.others(than: account, among: material.accountIDs).contains { other in
      material.claims(of: other).filter { $0.claim.voice.repeatedAccount == nil }
        .flatMap(\.claim.mentions).contains { mention in
          material.entities.entity(mention.entity).map { names.contains($0.name) } ?? false
        }
    }
  }

  // MARK: - Topics

  private func soleTopics() -> [Finding] {
    let census = TopicCensus(material: material, words: topics)
    return material.accountIDs.compactMap { account in
      let topics = census.soleTopics(of: account)
      guard !topics.isEmpty else { return nil }
      let ranked = topics.filter(\.isName) + topics.filter { !$0.isName }
      let shown = ranked.prefix(8).map { messages("quoted", ["text": $0.name]) }
      let rest = topics.count - shown.count
      let names = rest > 0 ? shown + [messages("more", ["count": String(rest)])] : shown
      let repeating = Set(topics.flatMap(\.repeatedBy)).sorted()
      return Finding(
        kind: .omission, type: "topics", accounts: [account],
        points: Set(topics.map(\.point)).sorted(),
        summary: messages(
          "omission.topics", ["account": account, "topics": messages.list(names)])
          + messages.repetition(by: repeating, many: topics.count > 1),
        evidence: topics.compactMap { material.evidence(in: account, at: [$0.range]) },
        salience: weighing.salience(
          weighing.sort(.omission, "topics"),
          weighing.rarity(of: [account], repeatedBy: repeating),
          weighing.things(
            topics.count, repeated: topics.count { !$0.repeatedBy.isEmpty },
            named: topics.count(where: \.isName)),
          weighing.teller(account, isAtHead: topics.contains(where: \.isAtHead)),
          [.source: isDependent(account) ? weighing.weights.dependent : 0]))
    }
  }

  /// Whether an account mostly repeats others: what it adds is seldom of the event itself.
  private func isDependent(_ account: String) -> Bool {
    let claims = material.claims(of: account).map(\.claim)
    return claims.filter { $0.voice.repeatedAccount != nil }.count * 2 > claims.count
  }

  // MARK: - Points

  private func solePoint(
    _ point: Point, _ silence: SilenceMeaning, _ telling: TellingIndex
  ) -> Finding? {
    let accounts = material.independentAccounts(of: point)
    guard material.voices.count(accounts) == 1,
      let account = accounts.first(where: material.voices.leads) ?? accounts.first
    else { return nil }
    let near = material.voices.others(than: account, among: point.stances.keys.sorted())
      .filter { point.verdict(of: $0) == .partly }
    // Who comes near it by repeating those who tell it is no second voice.
    guard near.allSatisfy({ isRepeating($0, accounts, in: point) }),
      let claim = point.claims.first(where: { $0.account == account && $0.voice == .account })
        ?? point.claims.first(where: { $0.account == account })
    else { return nil }
    let own = point.claims.filter { accounts.contains($0.account) }
    guard
      !telling.areValuesTold(of: own, besides: material.voices.family(of: account).first ?? account)
    else { return nil }
    let repeating = material.voices.others(
      than: account, among: (point.statingAccounts + near).sorted())
    let (passing, likeness) = passedOver(
      point, toldBy: accounts, near: telling.voices(tellingAnyOf: own), silence)
    return Finding(
      kind: .omission, type: "point", accounts: accounts, points: [point.id],
      summary: messages(
        accounts.count > 1 ? "omission.point.many" : "omission.point",
        ["account": messages.list(accounts), "summary": material.wording(of: claim, among: own)])
        + messages.repetition(by: repeating) + passing,
      evidence: (point.claims + near.flatMap { point.stances[$0]?.claims ?? [] })
        .compactMap(material.evidence(of:)),
      salience: weighing.salience(
        weighing.sort(.omission, "point"),
        weighing.rarity(of: accounts, repeatedBy: repeating),
        weighing.content(of: own),
        [.silence: weighing.weights.peerSilenceAlone * likeness]))
  }

  /// Whether all that an account says of a point it has from some accounts.
  private func isRepeating(_ account: String, _ sources: [String], in point: Point) -> Bool {
    let repeated = point.stances[account]?.repeats ?? []
    return !repeated.isEmpty && repeated.allSatisfy(sources.contains)
  }

  /// Who passes over a point that one voice alone tells, and how like the account that tells it the likest of them is.
  private func passedOver(
    _ point: Point, toldBy accounts: [String], near: Set<String>, _ silence: SilenceMeaning
  ) -> (sentence: Message, likeness: Double) {
    let covers = silence.covers(of: point).filter { account, _ in
      let voice = material.voices.family(of: account).first ?? account
      return point.verdict(of: account) == .absent && !near.contains(voice)
        && !accounts.contains { material.voices.family(of: $0).contains(account) }
    }
    let telling = SilenceMeaning.Telling(accounts, in: material)
    let likeness =
      covers.map { silence.likeness(of: $0.key, to: telling, cover: $0.value) }.max() ?? 0
    let passing = covers.filter { account, cover in
      silence.reading(of: account, beside: telling, cover: cover) == .peer
    }.keys.sorted()
    guard !passing.isEmpty, passing.count <= 4 else { return ("", likeness) }
    let key = passing.count > 1 ? "omission.point.passed.many" : "omission.point.passed"
    return (messages(key, ["accounts": messages.list(passing)]), likeness)
  }

  /// What one version of a text says and another version of it leaves out.
  private func missing(in point: Point, ofFamilies families: [[String]]) -> [Finding] {
    families.flatMap { family -> [Finding] in
      let stating = family.filter { point.verdict(of: $0) == .stated }
      guard let other = stating.first,
        let claim = point.claims.first(where: { $0.account == other })
      else { return [] }
      return family.filter { point.verdict(of: $0) == .absent }.map { account in
        Finding(
          kind: .omission, type: "version", accounts: [account], points: [point.id],
          summary: messages(
            "omission.version",
            ["account": account, "other": other, "summary": claim.text.capitalizingFirst]),
          evidence: [claim].compactMap(material.evidence(of:)),
          salience: weighing.salience(
            weighing.sort(.omission, "version"), weighing.content(of: [claim])))
      }
    }
  }
}
