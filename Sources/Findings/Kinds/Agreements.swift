import Alignment
import Claims
import Values

/// Finds what several voices state, each for itself, and what the accounts of one voice have in common.
struct Agreements: Sendable {
  let material: Material
  let facets: [Facet]
  let weighing: Weighing
  let messages: Messages

  func findings() -> [Finding] {
    let opening = openingPoint
    return material.points.compactMap { agreement(on: $0, isOpening: $0.id == opening) }
      + material.voices.families.compactMap(versions)
      + [acrossZones()].compactMap { $0 }
  }

  /// What a statement and its translation both say of the event: it shows that they are two versions of one
  /// text, and where an expression of the one stands in the other.
  private func versions(_ family: [String]) -> Finding? {
    let languages = Set(family.compactMap { material.account($0)?.language })
    guard languages.count > 1, let leader = family.first else { return nil }
    let shared = facets.filter(\.kind.isCompared).compactMap {
      facet -> (kind: Facet.Kind, said: [FacetStatement])? in
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
          "facet": messages("facet.\(kind.rawValue)"), "value": said.first?.wording ?? "",
          "quotes": messages.joined(
            said.map { messages("quoted", ["text": $0.evidence.text]) }),
        ])
    }
    return Finding(
      kind: .agreement, type: "versions", accounts: family,
      points: Set(statements.map(\.point)).sorted(),
      summary: messages(
        "agreement.versions",
        ["accounts": messages.list(family), "values": messages.list(values)]),
      evidence: statements.map(\.evidence),
      salience: weighing.salience(weighing.sort(.agreement, "versions")))
  }

  /// One instant that accounts give by the clocks of different zones; a time without a zone is local.
  private func acrossZones() -> Finding? {
    guard let times = facets.first(where: { $0.kind == .time }) else { return nil }
    let told = times.statements.filter { $0.repeats.isEmpty }.compactMap { statement in
      local(statement).flatMap { $0.offset == nil ? nil : (statement: statement, value: $0) }
    }
    guard Set(told.map(\.value.offset)).count > 1 else { return nil }
    for (index, (first, value)) in told.enumerated() {
      let agreeing = told[(index + 1)...].filter { value.agrees(with: $0.value) }
      let same = agreeing.map(\.statement)
      let accounts = Set(([first] + same).map(\.account)).sorted()
      guard agreeing.contains(where: { $0.value.offset != value.offset }),
        material.voices.count(accounts) > 1
      else { continue }
      var seen: Set<String> = []
      let clocks = ([first] + same).sorted { $0.text < $1.text }
        .filter { seen.insert($0.text).inserted }.map(\.wording)
      return Finding(
        kind: .agreement, type: "zones", accounts: accounts,
        points: Set(([first] + same).map(\.point)).sorted(),
        summary: messages(
          "agreement.zones",
          ["accounts": messages.list(accounts), "values": messages.list(clocks)]),
        evidence: ([first] + same).map(\.evidence),
        salience: weighing.salience(weighing.sort(.agreement, "zones")))
    }
    return nil
  }

  private func local(_ statement: FacetStatement) -> Value? {
    guard let zone = material.event.timeZone else { return statement.value }
    return statement.value?.read(
      inZone: zone, reference: material.account(statement.account)?.published)
  }

  private func agree(_ one: FacetStatement, _ other: FacetStatement) -> Bool {
    guard let value = one.value, let otherValue = other.value else { return false }
    return value.agrees(with: otherValue)
  }

  /// The point with which most voices, and several, begin: of equals, the first.
  private var openingPoint: String? {
    let counts = material.points.map { point in
      let heads = Set(point.claims.filter(\.isAtHead).map(\.account))
      return material.voices.count(material.independentAccounts(of: point).filter(heads.contains))
    }
    guard let most = counts.max(), most > 1 else { return nil }
    return counts.firstIndex(of: most).map { material.points[$0].id }
  }

  private func agreement(on point: Point, isOpening: Bool) -> Finding? {
    let accounts = material.independentAccounts(of: point)
    guard material.voices.count(accounts) > 1,
      !point.disagreements.contains(where: { $0.isContradiction || $0.kind == .update })
    else {
      return nil
    }
    let claims = accounts.compactMap { account in
      point.claims.first { $0.account == account && $0.voice.repeatedAccount == nil }
    }
    return Finding(
      kind: .agreement, type: "point", accounts: accounts, points: [point.id],
      summary: messages(
        "agreement.point", ["accounts": messages.list(accounts), "summary": point.wording]),
      evidence: claims.compactMap(material.evidence(of:)),
      salience: weighing.salience(
        weighing.sort(.agreement, "point"), weighing.voices(accounts),
        weighing.content(of: claims),
        [.position: isOpening ? weighing.weights.opening : 0]))
  }
}
