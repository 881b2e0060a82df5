import Alignment
import Claims
import Findings
import Foundation
import Ingestion
import Review
import Source
import Values

/// Writes a comparison in the format `crossread/1`: one JSON object, keys in alphabetical order, offsets
/// in Unicode scalars of the account's `text`.
public struct JSONReport: Sendable {
  /// Makes a writer.
  public init() {}

  /// The report, ending in a line feed.
  ///
  /// - Throws: `EncodingError` when a number in it is not finite, which would be a defect of ours.
  public func text(of comparison: Comparison) throws -> String {
    try text(of: ReviewedComparison(comparison))
  }

  /// The report with what was decided on the findings, ending in a line feed.
  ///
  /// - Parameter changes: what changed since an earlier comparison, where there is one.
  /// - Throws: `EncodingError` when a number in it is not finite, which would be a defect of ours.
  public func text(
    of reviewed: ReviewedComparison, changes: ComparisonChanges? = nil
  ) throws -> String {
    let comparison = reviewed.comparison
    let event = comparison.event
    let points = comparison.points.flatMap { [$0] + $0.details }
    let finding = { @Sendable (finding: Finding) in
      FindingRecord(
        finding, standing: reviewed.standings[finding.id], status: changes?.statuses[finding.id])
    }
    // Part by part: an encoder of all at once needs many times the report's size.
    var parts = [
      try MachineFormat.member("accounts", event.accounts, AccountRecord.init),
      try MachineFormat.member(
        "claims", comparison.claims + details(in: points), ClaimRecord.init),
      try MachineFormat.member("entities", comparison.entities, EntityRecord.init),
      try MachineFormat.member("event", EventRecord(event)),
      try MachineFormat.member("facets", comparison.facets, FacetRecord.init),
      try MachineFormat.member("findings", comparison.findings, finding),
      try MachineFormat.member("gone", reviewed.gone, GoneRecord.init),
      try MachineFormat.member("points", points, PointRecord.init),
      try MachineFormat.member("problems", event.problems, ProblemRecord.init),
      try MachineFormat.member("schema", "crossread/1"),
    ]
    if let changes { parts.append(try MachineFormat.member("since", ChangesRecord(changes))) }
    return "{\n" + parts.joined(separator: ",\n") + "\n}\n"
  }

  /// The details of claims that stand in points, each once.
  private func details(in points: [Point]) -> [Claim] {
    var seen: Set<String> = []
    return points.flatMap(\.claims).filter { $0.whole != nil && seen.insert($0.id).inserted }
  }
}

private struct EventRecord: Encodable {
  let name: String
  let title: String
  let place: String?
  let timezone: String?

  init(_ event: Event) {
    name = event.name
    title = event.title
    place = event.place
    timezone = event.timeZone
  }
}

/// A person, country, place or body, with its name in each language.
private struct EntityRecord: Encodable {
  let id: String
  let kind: String
  let name: String
  let names: [String: String]

  init(_ entity: Entity) {
    id = entity.id
    kind = entity.kind.rawValue
    name = entity.name
    names = Dictionary(uniqueKeysWithValues: entity.names.map { ($0.key.rawValue, $0.value) })
  }
}

private struct ProblemRecord: Encodable {
  let file: String
  let description: String

  init(_ problem: IngestionError) {
    file = problem.file
    description = problem.description
  }
}

private struct PointRecord: Encodable {
  let id: String
  let summary: String
  /// The id of the point that it is a detail of.
  let of: String?
  let claims: [String]
  let accounts: [String: StanceRecord]

  init(_ point: Point) {
    id = point.id
    summary = point.summary
    of = point.whole
    claims = point.claims.map(\.id)
    accounts = point.stances.mapValues(StanceRecord.init)
  }
}

private struct StanceRecord: Encodable {
  let verdict: String
  let claims: [String]
  let support: Double
  let repeats: [String]

  init(_ stance: Stance) {
    verdict = stance.verdict.rawValue
    claims = stance.claims.map(\.id)
    support = stance.support.roundedForReports
    repeats = stance.repeats
  }
}

private struct FacetRecord: Encodable {
  let name: String
  let statements: [StatementRecord]

  init(_ facet: Facet) {
    name = facet.kind.rawValue
    statements = facet.statements.map(StatementRecord.init)
  }

  struct StatementRecord: Encodable {
    let account: String
    let text: String
    let value: ValueRecord?
    let repeats: [String]
    let evidence: [EvidenceRecord]

    init(_ statement: FacetStatement) {
      account = statement.account
      text = statement.text
      value = statement.value.map { ValueRecord($0) }
      repeats = statement.repeats
      evidence = EvidenceRecord.records(of: statement.evidence)
    }
  }
}

private struct FindingRecord: Encodable {
  let id: String
  let kind: String
  let type: String
  let accounts: [String]
  let points: [String]
  let summary: String
  let evidence: [EvidenceRecord]
  let salience: Double
  /// What each reason adds to the salience or takes away.
  let because: [ReasonRecord]
  let fingerprint: String
  let decision: DecisionRecord?
  /// What the finding is beside the earlier comparison.
  let status: String?

  init(
    _ finding: Finding, standing: ReviewedComparison.Standing?, status: ComparisonChanges.Status?
  ) {
    id = finding.id
    kind = finding.kind.rawValue
    type = finding.type
    accounts = finding.accounts
    points = finding.points
    summary = finding.summary
    evidence = finding.evidence.flatMap(EvidenceRecord.records(of:))
    salience = finding.salience.roundedForReports
    because = finding.because.map(ReasonRecord.init)
    fingerprint = EvidenceFingerprint.of(finding.evidence)
    decision = standing.map(DecisionRecord.init)
    self.status = status?.rawValue
  }
}

private struct ReasonRecord: Encodable {
  let factor: String
  let weight: Double

  init(_ part: Salience.Part) {
    factor = part.factor.rawValue
    weight = part.weight.roundedForReports
  }
}

/// A W3C TextQuoteSelector with its account and place.
private struct EvidenceRecord: Encodable {
  let type = "TextQuoteSelector"
  let account: String
  let paragraph: Int
  let exact: String
  let prefix: String
  let suffix: String
  let start: Int
  let end: Int

  init(_ quotation: Quotation, in evidence: Evidence) {
    account = evidence.account
    paragraph = evidence.paragraph
    exact = quotation.exact
    prefix = quotation.prefix
    suffix = quotation.suffix
    start = quotation.range.lowerBound
    end = quotation.range.upperBound
  }

  /// One selector for each part of the evidence that stands by itself.
  static func records(of evidence: Evidence) -> [EvidenceRecord] {
    evidence.quotations.map { EvidenceRecord($0, in: evidence) }
  }
}

extension Double {
  /// Four decimal places: more would only show noise of the arithmetic.
  fileprivate var roundedForReports: Double { (self * 10_000).rounded() / 10_000 }
}
