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

  /// What each account alone tells of: who does what.
  private static let others = [
    ["A baker fed the firemen.", "Two cranes fell over.", "The opera lent its curtains."],
    ["Nurses ran out of gauze.", "A bank offered loans.", "Lightning hit the gasworks."],
    ["Students formed a chain.", "The tram lost its power.", "An owl saved a kitten."],
    ["Fishermen towed three barges.", "The bishop rang the bells.", "Smoke closed the airport."],
    ["Insurers counted the damage.", "A pianist played all night.", "Thieves stole the copper."],
    ["Soldiers guarded the grain.", "The zoo moved its lions.", "A ferry rammed the quay."],
    ["Farmers brought fresh milk.", "The court postponed a trial.", "Rats fled into the park."],
    ["Engineers tested the bridge.", "A widow lost her diary.", "The hotel took in orphans."],
    ["Divers found an anchor.", "The press broke down.", "A judge praised the cooks."],
    [
      "Glaziers doubled their prices.", "The clock tower stopped.",
      "Sailors sang for the children.",
    ],
    ["Miners dug a trench.", "The theatre burnt its scenery.", "A goat ate the plans."],
    [
      "Customs seized some fireworks.", "The brewery gave away beer.",
      "Painters sketched the ruins.",
    ],
    ["Teachers cancelled the exams.", "A surgeon broke his wrist.", "The market women wept."],
    ["Pigeons left the cathedral.", "The union called a strike.", "Astronomers saw the glow."],
  ]

  /// Fourteen accounts: all tell of one fire, each of three things besides.
  private static let comparison = Task {
    try await Paging.comparison(
      zip(towns, others).map { town, others in
        Paging.account(
          town,
          "A fire destroyed the old harbour market on 13 May 2024.\n\n"
            + others.joined(separator: " "))
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
    let left = report.matches(of: #/Left out: (\d+) of these findings/#)
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
