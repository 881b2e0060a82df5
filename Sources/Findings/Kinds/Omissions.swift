import Alignment
import Claims
import Ingestion
import Values

/// Finds what stands in one account only, and what an account leaves out that the others tell.
struct Omissions: Sendable {
  let material: Material
  let facets: [Facet]
  let messages: Messages

  func findings() -> [Finding] {
    guard material.accountIDs.count > 1 else { return [] }
    return facets.compactMap(soleFacet) + soleTopics() + material.points.compactMap(solePoint)
      + material.points.flatMap(silences)
  }

  // MARK: - Facets

  private func soleFacet(_ facet: Facet) -> Finding? {
    guard facet.kind != .participants, facet.independentAccounts.count == 1,
      let account = facet.independentAccounts.first
    else { return nil }
    let own = facet.statements(of: account)
    guard !isSaidElsewhere(own.compactMap(\.value), than: account) else { return nil }
    let repeating = Set(facet.statements.map(\.account)).subtracting([account]).sorted()
    return Finding(
      kind: .omission, type: facet.kind.rawValue, accounts: [account],
      points: Set(own.map(\.point)).sorted(),
      summary: messages(
        "omission.facet",
        [
          "account": account, "facet": messages("facet.\(facet.kind.rawValue)"),
          "value": messages.list(own.map(\.text)),
        ]) + repetition(by: repeating),
      evidence: own.map(\.evidence)
        + facet.statements.filter { $0.account != account }
        .map(\.evidence),
      salience: facet.kind == .duration ? 0.92 : 0.85)
  }

  /// Whether another account gives such a value for itself anywhere, of whatever: then "only" would be bold.
  private func isSaidElsewhere(_ values: [Value], than account: String) -> Bool {
    material.accountIDs.filter { $0 != account }.contains { other in
      material.claims(of: other).filter { $0.claim.voice.repeatedAccount == nil }
        .flatMap(\.claim.values).contains { value in
          values.contains { [.equal, .compatible].contains($0.compared(with: value).relation) }
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
    guard point.independentAccounts.count == 1, let account = point.independentAccounts.first,
      !point.stances.contains(where: { $0.key != account && $0.value.verdict == .partly }),
      let claim = point.claims.first(where: { $0.account == account && $0.voice == .account })
        ?? point.claims.first(where: { $0.account == account })
    else { return nil }
    let repeating = point.statingAccounts.filter { $0 != account }
    return Finding(
      kind: .omission, type: "point", accounts: [account], points: [point.id],
      summary: messages("omission.point", ["account": account, "summary": claim.text])
        + repetition(by: repeating),
      evidence: point.claims.compactMap(material.evidence(of:)),
      salience: 0.3 + (claim.values.isEmpty ? 0 : 0.1) + (claim.act == nil ? 0 : 0.05))
  }

  /// Accounts that are silent on what at least two others tell for themselves. The silence of a short
  /// post tells little, since it leaves out almost everything.
  private func silences(_ point: Point) -> [Finding] {
    guard point.independentAccounts.count > 1 else { return [] }
    let silent = material.accountIDs.filter { point.stances[$0]?.verdict == .absent }
    return silent.map { account in
      let isPost = material.account(account)?.kind == .post
      return Finding(
        kind: .omission, type: "silence", accounts: [account], points: [point.id],
        summary: messages("omission.silent", ["account": account, "summary": point.summary]),
        evidence: point.claims.filter { point.independentAccounts.contains($0.account) }
          .compactMap(material.evidence(of:)),
        salience: (isPost ? 0.15 : 0.45) + 0.05 * Double(point.independentAccounts.count))
    }
  }

  private func repetition(by accounts: [String], many: Bool = false) -> String {
    guard !accounts.isEmpty else { return "" }
    let key = accounts.count > 1 ? "repeated.many" : "repeated"
    return messages(many ? key + ".all" : key, ["accounts": messages.list(accounts)])
  }
}
