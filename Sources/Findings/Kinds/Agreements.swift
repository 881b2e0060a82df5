import Alignment
import Claims
import Values

/// Finds what several voices state, each for itself, and what the accounts of one voice have in common.
struct Agreements: Sendable {
  let material: Material
  let facets: [Facet]
  let messages: Messages

  func findings() -> [Finding] {
    material.points.compactMap(agreement) + material.voices.families.compactMap(versions)
  }

  /// What a statement and its translation both say of the event: it shows that they are two versions of one
  /// text, and where an expression of the one stands in the other.
  private func versions(_ family: [String]) -> Finding? {
    let languages = Set(family.compactMap { material.account($0)?.language })
    guard languages.count > 1, let leader = family.first else { return nil }
    let shared = facets.compactMap { facet -> (kind: Facet.Kind, said: [FacetStatement])? in
      guard let own = facet.statements(of: leader).first(where: { $0.value != nil }) else {
        return nil
      }
      let same = family.dropFirst().compactMap { other in
        facet.statements(of: other).first { agree($0, own) }
      }
      return same.isEmpty ? nil : (facet.kind, [own] + same)
    }
    guard !shared.isEmpty else { return nil }
    let statements = shared.flatMap(\.said)
    let values = shared.map { kind, said in
      messages(
        "versions.value",
        [
          "facet": messages("facet.\(kind.rawValue)"), "value": said.first?.text ?? "",
          "quotes": said.map { messages("quoted", ["text": $0.evidence.text]) }
            .joined(separator: ", "),
        ])
    }
    return Finding(
      kind: .agreement, type: "versions", accounts: family,
      points: Set(statements.map(\.point)).sorted(),
      summary: messages(
        "agreement.versions",
        ["accounts": messages.list(family), "values": messages.list(values)]),
      evidence: statements.map(\.evidence), salience: 0.5)
  }

  private func agree(_ one: FacetStatement, _ other: FacetStatement) -> Bool {
    guard let value = one.value, let otherValue = other.value else { return false }
    return [.equal, .compatible].contains(value.compared(with: otherValue).relation)
  }

  private func agreement(on point: Point) -> Finding? {
    let accounts = point.independentAccounts
    guard material.voices.count(accounts) > 1,
      !point.disagreements.contains(where: { $0.isContradiction || $0.kind == .update })
    else {
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
