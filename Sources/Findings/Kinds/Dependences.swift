import Alignment
import Claims
import Ingestion
import Source

/// Finds which accounts draw on which others: by naming them, by quoting them, or by their very words.
struct Dependences: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    let copies = Copies(material: material, weighing: weighing, messages: messages)
    let attributed = Dictionary(
      uniqueKeysWithValues: material.accountIDs.map { ($0, attribution(of: $0)) })
    let sources = attributed.compactMapValues { $0.map { Set($0.sources) } }
    return Families(material: material, weighing: weighing, messages: messages).findings()
      + material.accountIDs.compactMap { attributed[$0] ?? nil }
      + copies.findings(besides: sources)
      + Circles(material: material, weighing: weighing, messages: messages).findings()
  }

  private func attribution(of account: String) -> Finding? {
    // Parts of claims stand in points too, and would count twice.
    let claims = material.claims(of: account).filter { $0.claim.whole == nil }
    let family = material.voices.family(of: account)
    let repeating = claims.filter { claim, _ in
      claim.voice.repeatedAccount.map { !family.contains($0) } ?? false
    }
    guard repeating.count > 1 || (repeating.count == 1 && claims.count == 1) else { return nil }
    let sources = Set(repeating.compactMap { $0.claim.voice.repeatedAccount }).sorted()
    let evidence = sources.compactMap { source in
      repeating.first { $0.claim.voice.repeatedAccount == source }
        .flatMap { material.evidence(of: $0.claim) }
    }
    let key = repeating.count == claims.count ? "dependence.all" : "dependence"
    let share = Double(repeating.count) / Double(max(claims.count, 1))
    return Finding(
      kind: .dependence, type: "attribution", accounts: [account],
      points: Set(repeating.map(\.point.id)).sorted(),
      summary: messages(
        key,
        [
          "account": account, "sources": messages.list(sources),
          "share": String(repeating.count), "count": String(claims.count),
        ]),
      evidence: evidence,
      salience: weighing.salience(
        weighing.sort(.dependence, "attribution"), [.extent: weighing.weights.share * share]),
      sources: sources)
  }
}
