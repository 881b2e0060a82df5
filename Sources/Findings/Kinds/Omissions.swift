import Alignment
import Claims
import Ingestion
import Source
import Values

/// Finds what stands in one account only, and what an account leaves out that the others tell.
struct Omissions: Sendable {
  let material: Material
  let facets: [Facet]
  let messages: Messages

  func findings() -> [Finding] {
    let severalVersions = material.voices.families.filter { $0.count > 1 }
    let missing = material.points.flatMap { self.missing(in: $0, ofFamilies: severalVersions) }
    guard material.voices.families.count > 1 else { return missing }
    let telling = TellingIndex(material)
    return facets.compactMap(soleFacet) + soleTopics() + material.points.compactMap(solePoint)
      + material.points.flatMap { soleDetails(of: $0, telling) }
      + material.points.flatMap(silences) + missing
  }

  /// So many claims show what a silent voice leaves out.
  private static let mostQuoted = 16

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
        ]) + repetition(by: repeating),
      evidence: own.map(\.evidence)
        + facet.statements.filter { !accounts.contains($0.account) }
        .map(\.evidence),
      salience: facet.kind == .duration ? 0.92 : 0.85)
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
    let census = TopicCensus(material: material)
    return material.accountIDs.compactMap { account in
      let topics = census.soleTopics(of: account)
      guard !topics.isEmpty else { return nil }
      let shown = topics.prefix(8).map { messages("quoted", ["text": $0.name]) }
      let rest = topics.count - shown.count
      let names = rest > 0 ? shown + [messages("more", ["count": String(rest)])] : shown
      let repeating = Set(topics.flatMap(\.repeatedBy)).sorted()
      return Finding(
        kind: .omission, type: "topics", accounts: [account],
        points: Set(topics.map(\.point)).sorted(),
        summary: messages(
          "omission.topics", ["account": account, "topics": messages.list(names)])
          + repetition(by: repeating, many: topics.count > 1),
        evidence: topics.compactMap { material.evidence(in: account, at: [$0.range]) },
        salience: (isDependent(account) ? 0.4 : 0.7) + 0.02 * Double(min(topics.count, 8)))
    }
  }

  /// Whether an account mostly repeats others: what it adds is seldom of the event itself.
  private func isDependent(_ account: String) -> Bool {
    let claims = material.claims(of: account).map(\.claim)
    return claims.filter { $0.voice.repeatedAccount != nil }.count * 2 > claims.count
  }

  // MARK: - Points

  private func solePoint(_ point: Point) -> Finding? {
    let accounts = point.independentAccounts
    guard material.voices.count(accounts) == 1,
      let account = accounts.first(where: material.voices.leads) ?? accounts.first,
      !material.voices.others(than: account, among: point.stances.keys.sorted())
        .contains(where: { point.verdict(of: $0) == .partly }),
      let claim = point.claims.first(where: { $0.account == account && $0.voice == .account })
        ?? point.claims.first(where: { $0.account == account })
    else { return nil }
    let repeating = material.voices.others(than: account, among: point.statingAccounts)
    return Finding(
      kind: .omission, type: "point", accounts: accounts, points: [point.id],
      summary: messages(
        accounts.count > 1 ? "omission.point.many" : "omission.point",
        ["account": messages.list(accounts), "summary": claim.text])
        + repetition(by: repeating),
      evidence: point.claims.compactMap(material.evidence(of:)),
      salience: 0.3 + (claim.values.isEmpty ? 0 : 0.1) + (claim.act == nil ? 0 : 0.05))
  }

  /// What one voice adds to a point that other voices tell without it, and that stands nowhere else in them nor among
  /// the facts of the event.
  private func soleDetails(of point: Point, _ telling: TellingIndex) -> [Finding] {
    point.details.compactMap { detail in
      let accounts = detail.independentAccounts
      guard material.voices.count(accounts) == 1,
        let account = accounts.first(where: material.voices.leads) ?? accounts.first,
        material.voices.others(than: account, among: point.statingAccounts)
          .contains(where: { detail.verdict(of: $0) == .absent }),
        let claim = detail.claims.first(where: { $0.account == account })
          ?? detail.claims.first(where: { accounts.contains($0.account) }),
        !telling.isTold(claim, besides: material.voices.family(of: account).first ?? account),
        !isFacet(claim)
      else { return nil }
      let own = detail.claims.filter { accounts.contains($0.account) }
      let repeating = material.voices.others(than: account, among: detail.statingAccounts)
      return Finding(
        kind: .omission, type: "detail", accounts: accounts, points: [point.id, detail.id],
        summary: messages(
          accounts.count > 1 ? "omission.detail.many" : "omission.detail",
          ["account": messages.list(accounts), "summary": claim.text])
          + repetition(by: repeating),
        evidence: own.compactMap(material.evidence(of:)),
        salience: 0.25 + (claim.values.isEmpty ? 0 : 0.15))
    }
  }

  /// Whether a value of a detail is a fact about the event, of which the facets tell.
  private func isFacet(_ detail: Claim) -> Bool {
    let own = Set(detail.values.map(\.range))
    return facets.filter(\.kind.isCompared).flatMap { $0.statements(of: detail.account) }
      .contains { statement in statement.value.map { own.contains($0.range) } ?? false }
  }

  /// Voices that are silent on what at least two others, and a quarter of all, tell for themselves: of many voices,
  /// most are silent on most things. The silence of a short post tells little, since it leaves out almost everything.
  private func silences(_ point: Point) -> [Finding] {
    let telling = material.voices.count(point.independentAccounts)
    guard telling > 1, telling * 4 >= material.voices.families.count else { return [] }
    let evidence = point.claims.filter { point.independentAccounts.contains($0.account) }
      .prefix(Self.mostQuoted).compactMap(material.evidence(of:))
    let silent = material.voices.families.filter { family in
      family.allSatisfy { point.verdict(of: $0) == .absent }
    }
    return silent.map { family in
      let isPost = family.allSatisfy { material.account($0)?.kind == .post }
      return Finding(
        kind: .omission, type: "silence", accounts: family, points: [point.id],
        summary: messages(
          family.count > 1 ? "omission.silent.many" : "omission.silent",
          ["account": messages.list(family), "summary": point.wording]),
        evidence: evidence,
        salience: (isPost ? 0.15 : 0.45) + 0.05 * Double(telling))
    }
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
            "omission.version", ["account": account, "other": other, "summary": claim.text]),
          evidence: [claim].compactMap(material.evidence(of:)), salience: 0.48)
      }
    }
  }

  private func repetition(by accounts: [String], many: Bool = false) -> Message {
    guard !accounts.isEmpty else { return "" }
    let key = accounts.count > 1 ? "repeated.many" : "repeated"
    return messages(many ? key + ".all" : key, ["accounts": messages.list(accounts)])
  }
}
