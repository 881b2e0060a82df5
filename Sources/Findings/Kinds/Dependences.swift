import Alignment
import Claims
import Ingestion
import Source

/// Finds which accounts draw on which others: by naming them, by quoting them, or by their very words.
struct Dependences: Sendable {
  let material: Material
  let messages: Messages

  func findings() -> [Finding] {
    let shingles = ShingleIndex(
      material.accountIDs.compactMap { id in material.account(id).map { (id, $0.text) } })
    return material.voices.families.compactMap(sharedVoice)
      + material.accountIDs.compactMap { account in
        attribution(of: account) ?? copying(by: account, shingles)
      }
  }

  /// Several accounts of one publisher, and several that carry one text, are one voice.
  private func sharedVoice(_ family: [String]) -> Finding? {
    let originals = material.voices.originals(of: family)
    guard family.count > 1, let publisher = originals.first.flatMap(material.account)?.publisher
    else { return nil }
    let hasCopies = originals.count < family.count
    let key = hasCopies ? originals.count > 1 ? "versions" : "text" : "publisher"
    return Finding(
      kind: .dependence, type: hasCopies ? "text" : "publisher", accounts: family, points: [],
      summary: messages(
        "dependence.\(key)",
        ["accounts": messages.list(family), "publisher": publisher]),
      evidence: family.compactMap { account in
        material.claims(of: account).first.flatMap { material.evidence(of: $0.claim) }
      }, salience: 0.6)
  }

  private func attribution(of account: String) -> Finding? {
    let claims = material.claims(of: account)
    let repeating = claims.filter { $0.claim.voice.repeatedAccount != nil }
    guard repeating.count > 1 || (repeating.count == 1 && claims.count == 1) else { return nil }
    let sources = Set(repeating.compactMap { $0.claim.voice.repeatedAccount }).sorted()
    let evidence = sources.compactMap { source in
      repeating.first { $0.claim.voice.repeatedAccount == source }
        .flatMap { material.evidence(of: $0.claim) }
    }
    let key = repeating.count == claims.count ? "dependence.all" : "dependence"
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
      salience: 0.65 + 0.2 * Double(repeating.count) / Double(max(claims.count, 1)),
      sources: sources)
  }

  // MARK: - Copied words

  /// An account of whose runs of eight words a fifth stand in an earlier account too.
  private func copying(by account: String, _ shingles: ShingleIndex) -> Finding? {
    guard let own = material.account(account) else { return nil }
    let family = Set(material.voices.family(of: account))
    let count = shingles.count(of: account)
    let sources = shingles.shared(by: account).filter { other, shared in
      guard !family.contains(other), let source = material.account(other) else { return false }
      return isEarlier(source, than: own) && Double(shared) >= 0.2 * Double(count)
    }.keys.sorted()
    guard !sources.isEmpty else { return nil }
    return Finding(
      kind: .dependence, type: "copy", accounts: [account], points: [],
      summary: messages(
        "dependence.copy", ["account": account, "sources": messages.list(sources)]),
      evidence: sources.compactMap { source in
        shingles.firstShared(by: account, with: source).flatMap {
          material.evidence(in: account, at: [$0])
        }
      }, salience: 0.8, sources: sources)
  }

  private func isEarlier(_ source: Account, than account: Account) -> Bool {
    guard let one = source.published?.description, let other = account.published?.description else {
      return false
    }
    return one < other
  }
}
