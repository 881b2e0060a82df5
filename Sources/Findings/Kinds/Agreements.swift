import Alignment
import Claims

/// Finds what several accounts state, each for itself.
struct Agreements: Sendable {
  let material: Material
  let facets: [Facet]
  let messages: Messages

  func findings() -> [Finding] {
    material.points.compactMap(agreement)
  }

  private func agreement(on point: Point) -> Finding? {
    let accounts = point.independentAccounts
    guard accounts.count > 1, !point.disagreements.contains(where: \.isContradiction) else {
      return nil
    }
    let claims = accounts.compactMap { account in
      point.claims.first { $0.account == account && $0.voice.repeatedAccount == nil }
    }
    let everyone = accounts.count == material.accountIDs.count
    return Finding(
      kind: .agreement, type: "point", accounts: accounts, points: [point.id],
      summary: messages(
        "agreement.point", ["accounts": messages.list(accounts), "summary": point.summary]),
      evidence: claims.compactMap(material.evidence(of:)),
      salience: 0.3 + 0.05 * Double(accounts.count) + (everyone ? 0.1 : 0))
  }
}
