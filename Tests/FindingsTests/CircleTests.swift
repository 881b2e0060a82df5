import CrossreadKit
import Testing

@testable import Findings

@Suite("Reports that go round")
struct CircleTests {
  @Test("two accounts that have one thing from each other confirm nothing")
  func circle() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "According to the Northern Herald, the reactor at Haverigg has been shut down.",
        publisher: "Harbour Gazette", kind: .news, day: 14),
      Comparing.account(
        "B", "According to the Harbour Gazette, the reactor at Haverigg has been shut down.",
        publisher: "Northern Herald", kind: .news, day: 15))
    let circle = try #require(found.first { $0.type == "circle" })
    #expect(circle.kind == .dependence)
    #expect(circle.accounts == ["A", "B"])
    #expect(circle.summary.hasPrefix("A and B have it from each other, so nobody confirms it: “"))
    #expect(circle.evidence.map(\.account) == ["A", "B"])
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("what an account has from media reports that repeat it goes round")
  func throughReports() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "M", "According to media reports, the reactor at Haverigg has been shut down.",
        publisher: "Ministry of Energy", kind: .release, day: 16),
      Comparing.account(
        "N", "The Ministry of Energy said that the reactor at Haverigg has been shut down.",
        publisher: "Harbour Gazette", kind: .news, day: 15))
    let circle = try #require(found.first { $0.type == "circle" })
    #expect(circle.accounts == ["M", "N"])
    #expect(!found.contains { $0.kind == .agreement })
  }

  @Test("an account that has from media reports what another told before is no second voice")
  func unnamedReports() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "The reactor at Haverigg has been shut down.", publisher: "Harbour Gazette",
        kind: .news, day: 14),
      Comparing.account(
        "B", "According to media reports, the reactor at Haverigg has been shut down.",
        publisher: "Ministry of Energy", kind: .release, day: 15))
    let unnamed = try #require(found.first { $0.type == "unnamed" })
    #expect(unnamed.accounts == ["B"])
    #expect(unnamed.sources == ["A"])
    #expect(!found.contains { $0.kind == .agreement })
    #expect(!found.contains { $0.type == "circle" })
  }

  @Test("reports that an account cites before the other was published are not the other")
  func laterReport() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A", "The reactor at Haverigg has been shut down.", publisher: "Harbour Gazette",
        kind: .news, day: 16),
      Comparing.account(
        "B", "According to media reports, the reactor at Haverigg has been shut down.",
        publisher: "Ministry of Energy", kind: .release, day: 15))
    #expect(!found.contains { $0.type == "unnamed" || $0.type == "circle" })
  }

  @Test("accounts that cite each other for different things do not go round")
  func mutual() async throws {
    let found = try await Comparing.findings(
      Comparing.account(
        "A",
        "According to the Northern Herald, the reactor at Haverigg has been shut down.\n\nTrains to Seaton run late.",
        publisher: "Harbour Gazette", kind: .news),
      Comparing.account(
        "B",
        "The reactor at Haverigg has been shut down.\n\nAccording to the Harbour Gazette, trains to Seaton run late.",
        publisher: "Northern Herald", kind: .news))
    #expect(!found.contains { $0.type == "circle" })
  }
}
