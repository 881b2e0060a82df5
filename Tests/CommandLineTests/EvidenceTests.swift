import Foundation
import Testing

/// Quotations in a report in JSON, as a program reads them.
enum Evidence {
  struct Quotation {
    var account: String
    var start: Int
    var end: Int
    var exact: String
    var prefix: String
    var suffix: String
  }

  static func report(_ answer: Program.Answer) throws -> [String: Any] {
    expectSuccess(answer)
    return try #require(try answer.json() as? [String: Any])
  }

  /// All quotations, wherever in the report they stand.
  static func quotations(in value: Any) -> [Quotation] {
    if let values = value as? [Any] { return values.flatMap(quotations(in:)) }
    guard let members = value as? [String: Any] else { return [] }
    let nested = members.sorted { $0.key < $1.key }.flatMap { quotations(in: $0.value) }
    guard let exact = members["exact"] as? String, let account = members["account"] as? String,
      let start = members["start"] as? Int, let end = members["end"] as? Int
    else { return nested }
    let prefix = members["prefix"] as? String ?? ""
    let suffix = members["suffix"] as? String ?? ""
    return [
      Quotation(
        account: account, start: start, end: end, exact: exact, prefix: prefix, suffix: suffix)
    ] + nested
  }
}

@Suite("Evidence in the report in JSON")
struct EvidenceTests {
  private static let events = [
    "liverpool-2021", "harbour-crossing-2024", "agreeing-2023", "nippon-steel-2023",
  ]

  @Test("Every quotation is the text at its range, in Unicode scalars", arguments: events)
  func rangesMatch(event: String) throws {
    let report = try Evidence.report(
      try Program.run("compare", Program.fixture(event), "--format", "json"))
    let accounts = try #require(report["accounts"] as? [[String: Any]])
    var texts: [String: [Unicode.Scalar]] = [:]
    for account in accounts {
      let id = try #require(account["id"] as? String)
      texts[id] = Array(try #require(account["text"] as? String).unicodeScalars)
    }
    let quotations = Evidence.quotations(in: report)
    #expect(quotations.count > 1)
    for quotation in quotations {
      let text = try #require(texts[quotation.account])
      try #require(0 <= quotation.start && quotation.start < quotation.end)
      try #require(quotation.end <= text.count)
      let range = quotation.start..<quotation.end
      #expect(text[range].elementsEqual(quotation.exact.unicodeScalars), "\(quotation)")
      let before = Array(text[..<range.lowerBound].suffix(quotation.prefix.unicodeScalars.count))
      #expect(before.elementsEqual(quotation.prefix.unicodeScalars), "\(quotation)")
      let after = Array(text[range.upperBound...].prefix(quotation.suffix.unicodeScalars.count))
      #expect(after.elementsEqual(quotation.suffix.unicodeScalars), "\(quotation)")
    }
  }

  @Test("The report names its schema, and every finding has evidence", arguments: events)
  func findings(event: String) throws {
    let report = try Evidence.report(
      try Program.run("compare", Program.fixture(event), "--format", "json"))
    #expect(report["schema"] as? String == "crossread/1")
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(!findings.isEmpty)
    for finding in findings {
      let evidence = try #require(finding["evidence"] as? [Any])
      #expect(!evidence.isEmpty, "\(String(describing: finding["summary"]))")
    }
    let ids = findings.compactMap { $0["id"] as? String }
    #expect(ids.count == findings.count)
    #expect(Set(ids).count == ids.count)
  }
}
