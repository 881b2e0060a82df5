import CrossreadKit
import Testing

@testable import Findings

@Suite("Which accounts rest on which")
struct DependenceTests {
  private static let ministry = Comparing.account(
    "M", "The two ministers met for 25 minutes. They discussed the new railway.",
    publisher: "Ministry of Trade", day: 14)

  @Test("an account that attributes all it tells adds nothing of its own")
  func attributesAll() async throws {
    let found = try await Comparing.findings(
      Self.ministry,
      Comparing.account(
        "N",
        "The ministry of trade said that the two ministers met for 25 minutes. "
          + "According to the ministry of trade, they discussed the new railway."))
    let dependence = try #require(found.first { $0.kind == .dependence })
    #expect(dependence.accounts == ["N"])
    #expect(dependence.summary == "N draws on M and adds nothing of its own.")
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("two accounts that each speak for themselves agree and do not depend on one another")
  func independent() async throws {
    let found = try await Comparing.findings(
      Self.ministry, Comparing.account("N", "The ministers spoke with each other for 25 minutes."))
    #expect(!found.contains { $0.kind == .dependence })
    #expect(found.contains { $0.kind == .agreement && $0.accounts == ["M", "N"] })
  }

  @Test("long passages word for word make the later account depend on the earlier")
  func copied() async throws {
    let passage =
      "The barge drifted along the southern quay for most of the night before two tugs could bring "
      + "it back to its berth beside the old grain store."
    let found = try await Comparing.findings(
      Comparing.account("A", passage, day: 13), Comparing.account("B", passage, day: 15))
    let copies = found.filter { $0.kind == .dependence }
    #expect(copies.map(\.accounts) == [["B"]])
    #expect(copies.first?.summary.contains("draws on") != true)
  }
}
