import Alignment
import Claims
import Source

/// Finds the details that one voice adds to what others tell too.
struct Additions: Sendable {
  let material: Material
  let facets: [Facet]
  let telling: TellingIndex
  let weighing: Weighing
  let messages: Messages

  /// What one voice adds to a point that other voices tell without it, and that stands nowhere else in them nor among
  /// the facts of the event. What another gives otherwise is a difference.
  func findings(on point: Point) -> [Finding] {
    point.details.compactMap { detail in
      let accounts = detail.independentAccounts
      guard material.voices.count(accounts) == 1,
        let account = accounts.first(where: material.voices.leads) ?? accounts.first,
        material.voices.others(than: account, among: point.statingAccounts)
          .contains(where: { detail.verdict(of: $0) == .absent }),
        !detail.stances.values.contains(where: { [.contradicted, .partly].contains($0.verdict) }),
        let claim = detail.claims.first(where: { $0.account == account })
          ?? detail.claims.first(where: { accounts.contains($0.account) }),
        !telling.isTold(claim, besides: material.voices.family(of: account).first ?? account),
        !isFacet(claim), !isLeftOpen(detail, of: point)
      else { return nil }
      let own = detail.claims.filter { accounts.contains($0.account) }
      let repeating = material.voices.others(than: account, among: detail.statingAccounts)
      return Finding(
        kind: .omission, type: "detail", accounts: accounts, points: [point.id, detail.id],
        summary: addition(of: claim, by: accounts, in: own) + messages.repetition(by: repeating),
        evidence: own.compactMap(material.evidence(of:)),
        salience: weighing.salience(
          weighing.sort(.omission, "detail"),
          weighing.rarity(of: accounts, repeatedBy: repeating), weighing.content(of: own)))
    }
  }

  /// Whether an account in another language may well tell a detail: between languages less is found than there is.
  private func isLeftOpen(_ detail: Point, of point: Point) -> Bool {
    let languages = Set(detail.claims.compactMap { material.account($0.account)?.language })
    return point.statingAccounts.contains { id in
      guard let account = material.account(id), !languages.contains(account.language),
        detail.verdict(of: id) == .absent
      else { return false }
      return (detail.stances[id]?.support ?? 0) >= Self.openSupport
    }
  }

  /// From this support on, an account in another language may well tell a detail.
  private static let openSupport = 0.3

  /// What is added, in its own words, and what they are added to; where those are all words, once.
  private func addition(
    of detail: Claim, by accounts: [String], in own: [Claim]
  ) -> Message {
    Message { language in
      let claim = material.told(of: detail, among: own, in: language)
      let words = material.ownWords(of: claim)
      let isAll = words.map { $0.lowercased() == claim.text.lowercased() } ?? true
      let key = isAll ? "omission.detail.whole" : "omission.detail"
      return messages(
        accounts.count > 1 ? key + ".many" : key,
        [
          "account": messages.list(accounts), "summary": claim.text.capitalizingFirst,
          "words": words ?? "",
        ]
      ).text(in: language)
    }
  }

  /// Whether a value of a detail is a fact about the event, of which the facets tell.
  private func isFacet(_ detail: Claim) -> Bool {
    let own = Set(detail.values.map(\.range))
    return facets.filter(\.kind.isCompared).flatMap { $0.statements(of: detail.account) }
      .contains { statement in statement.value.map { own.contains($0.range) } ?? false }
  }
}
