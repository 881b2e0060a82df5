import CrossreadKit
import Foundation
import Review
import Testing

@testable import Reports

@Suite("The schema of the comparison in JSON")
struct SchemaTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private func validator() throws -> SchemaValidator {
    let file = Self.root.appendingPathComponent("Sources/Reports/Resources/comparison.schema.json")
    let content = try JSONDecoder().decode(JSONContent.self, from: Data(contentsOf: file))
    return SchemaValidator(try #require(content.object))
  }

  private func faults(of text: String) throws -> [String] {
    try validator().faults(of: JSONDecoder().decode(JSONContent.self, from: Data(text.utf8)))
  }

  private func comparison(_ event: String) async throws -> Comparison {
    try await Comparer().comparison(
      ofFolder: Self.root.appendingPathComponent("fixtures/\(event)").path)
  }

  @Test(
    "the comparison of every event is as the schema has it",
    arguments: [
      "agreeing-2023", "harbour-crossing-2024", "liverpool-2021", "nippon-steel-2023", "noto-2024",
    ])
  func events(event: String) async throws {
    #expect(try faults(of: try JSONReport().text(of: try await comparison(event))) == [])
  }

  @Test("decisions, gone ones, and what changed since are as the schema has it")
  func reviewed() async throws {
    let comparison = try await comparison("harbour-crossing-2024")
    let subject = FindingSummary(
      sort: "omission/point", summary: "s", fingerprint: "01234567",
      quotes: [Quote(account: "nobody", text: "words")])
    let ruling = Decision.Ruling(verdict: .followUp, note: "n", by: "Ada", at: "2024-05-14")
    let first = try #require(comparison.findings.first)
    let review = ReviewFile(decisions: [
      "F-gone": Decision(finding: "F-gone", ruling: ruling, subject: subject),
      first.id: Decision(finding: first.id, ruling: ruling, subject: FindingSummary(first)),
    ])
    let old = try await self.comparison("agreeing-2023")
    let changes = ComparisonChanges(
      from: try EarlierComparison(try JSONReport().text(of: old), file: "o"), to: comparison)
    let text = try JSONReport().text(
      of: ReviewedComparison(comparison, decisions: review), changes: changes)
    for part in ["\"gone\" : [\n", "\"holds\" : true", "\"since\"", "\"removed\""] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(try faults(of: text) == [])
  }

  @Test(
    "what is not as the schema has it is found",
    arguments: [
      ("\"verdict\" : \"stated\"", "\"verdict\" : \"said\""),
      ("\"schema\" : \"crossread/1\"", "\"schema\" : \"crossread/2\""),
      ("\"salience\" :", "\"weight\" :"), ("\"start\" : ", "\"start\" : -"),
      ("\"gone\" : [", "\"gone\" : [1, "), ("\"id\" : \"F-", "\"id\" : \"G-"),
      ("\"support\" : ", "\"support\" : 7"), ("\"title\" : \"", "\"titel\" : \""),
    ])
  func faulty(part: String, replacement: String) async throws {
    let text = try JSONReport().text(of: try await comparison("agreeing-2023"))
    try #require(text.contains(part))
    #expect(try faults(of: text.replacing(part, with: replacement)) != [])
  }
}
