import CrossreadKit
import Review
import Source
import Testing

@testable import Reports

@Suite("The report on a long event")
struct LongEventTests {
  private static let towns = [
    "Alford", "Barton", "Carlow", "Denby", "Elston", "Fenton", "Garby", "Halton", "Irby", "Jarrow",
    "Kelby", "Lowick", "Marton", "Norby",
  ]

  /// Fourteen accounts: all tell of one fire, each of four things besides.
  private static let comparison = Task {
    try await Paging.comparison(
      towns.enumerated().map { index, town in
        Paging.account(
          town,
          "A fire destroyed the old harbour market on 13 May 2024.\n\n"
            + "The mayor of \(town) promised \(index + 2) million euros. \(town) sent \(index + 3) engines. "
            + "The bakery of \(town) closed its doors. A choir from \(town) sang at the harbour.\n\n"
            + "The museum of \(town) lost its roof. \(town) hired \(index + 20) nurses. "
            + "A dog from \(town) found the keys of the \(town) library.")
      })
  }

  private func report(isFull: Bool) async throws -> String {
    try MarkdownReport(isFull: isFull).text(of: try await Self.comparison.value)
  }

  private func findings(in report: String) -> Int {
    report.matches(of: #/\*\*F-[0-9a-z]+\*\*/#).count
  }

  @Test("the report in full lists every finding")
  func full() async throws {
    let report = try await report(isFull: true)
    #expect(findings(in: report) == (try await Self.comparison.value).findings.count)
    #expect(!report.contains("`--full`"))
  }

  @Test("the report says how many findings it leaves out and how to get them")
  func leftOut() async throws {
    let report = try await report(isFull: false)
    let left = report.matches(of: #/(\d+) more findings, which matter less; `--full` lists them/#)
      .compactMap { Int($0.1) }.reduce(0, +)
    #expect(left > 0)
    #expect(findings(in: report) + left == (try await Self.comparison.value).findings.count)
  }

  @Test("a finding on which somebody has decided is never left out")
  func decided() async throws {
    let comparison = try await Self.comparison.value
    let last = try #require(comparison.findings.last { $0.kind == .omission })
    #expect(!(try await report(isFull: false)).contains("**\(last.id)**"))
    let file = ReviewFile(decisions: [
      last.id: Decision(
        finding: last.id, ruling: .init(verdict: .accept, by: "Ada", at: "2024-05-15"),
        subject: FindingSummary(last))
    ])
    let report = try MarkdownReport().text(of: ReviewedComparison(comparison, decisions: file))
    #expect(report.contains("**\(last.id)**"))
  }

  @Test("what matters most stands before the accounts where they are many")
  func firstScreen() async throws {
    let report = try await report(isFull: false)
    let glance = try #require(report.firstRange(of: "## At a glance"))
    let accounts = try #require(report.firstRange(of: "## Accounts"))
    #expect(glance.lowerBound < accounts.lowerBound)
  }

  @Test("no table has a column for each of many accounts")
  func columns() async throws {
    let report = try await report(isFull: true)
    for line in report.split(separator: "\n") where line.hasPrefix("|") {
      #expect(line.count { $0 == "|" } <= 9, "\(line)")
    }
  }

  @Test("no cell names more accounts than can be read")
  func names() async throws {
    let report = try await report(isFull: false)
    let row = try #require(report.split(separator: "\n").first { $0.hasPrefix("| A fire") })
    #expect(row.contains("● 14 accounts") && !row.contains("Norby"))
  }
}
