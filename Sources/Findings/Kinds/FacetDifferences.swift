import Alignment
import Source
import Values

/// Finds where accounts give other lengths for the event itself, whatever points tell them: "the talks lasted 50 minutes",
/// "they spoke for an hour and a half". Of dates and times, one event may well have several.
struct FacetDifferences: Sendable {
  let facets: [Facet]
  let weighing: Weighing
  let messages: Messages

  /// - Parameter others: the differences that are told of points; what they tell is not told again.
  func findings(besides others: [Finding]) -> [Finding] {
    facets.filter { $0.kind == .duration }.compactMap { finding(of: $0, besides: others) }
  }

  private func finding(of facet: Facet, besides others: [Finding]) -> Finding? {
    let told = facet.independentAccounts.compactMap { account in
      facet.statements(of: account).first { $0.repeats.isEmpty && $0.value != nil && $0.isOfWhole }
    }
    let rivals = told.filter { statement in
      told.contains { excludes(facet, statement, $0) && !isTold(statement, $0, by: others) }
    }
    guard rivals.count > 1 else { return nil }
    let sides = Dictionary(grouping: rivals, by: \.text).sorted { one, other in
      (other.value.count, one.key) < (one.value.count, other.key)
    }.map { _, statements in
      messages(
        "difference.side",
        [
          "value": messages("quoted", ["text": statements[0].evidence.text]),
          "accounts": messages.list(statements.map(\.account)),
        ])
    }
    return Finding(
      kind: .difference, type: Disagreement.Kind.value.rawValue,
      accounts: Set(rivals.map(\.account)).sorted(), points: Set(rivals.map(\.point)).sorted(),
      summary: messages(
        "difference.facet",
        ["sides": messages.list(sides), "facet": messages("facet.\(facet.kind.rawValue)")]),
      evidence: rivals.map(\.evidence),
      salience: weighing.salience(
        weighing.sort(.difference, Disagreement.Kind.value.rawValue)))
  }

  /// Whether no length that one account gives can be one that the other gives.
  private func excludes(_ facet: Facet, _ one: FacetStatement, _ other: FacetStatement) -> Bool {
    guard one.account != other.account else { return false }
    let values = facet.statements(of: one.account).compactMap(\.value)
    let otherValues = facet.statements(of: other.account).compactMap(\.value)
    return values.allSatisfy { value in
      otherValues.allSatisfy { value.compared(with: $0).relation == .different }
    }
  }

  private func isTold(
    _ one: FacetStatement, _ other: FacetStatement, by findings: [Finding]
  ) -> Bool {
    findings.contains { finding in
      [one.account, other.account].allSatisfy(finding.accounts.contains)
        && finding.points.contains { [one.point, other.point].contains($0) }
    }
  }
}
