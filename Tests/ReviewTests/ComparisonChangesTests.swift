import CrossreadKit
import Reports
import Testing

@testable import Review

@Suite("What changed since an earlier comparison")
struct ComparisonChangesTests {
  private static let first = Comparing.account(
    "A", "Fourteen people were injured in the collision.", "The mayor opened the new school.")
  private static let second = Comparing.account(
    "B", "Eleven people were injured in the collision.")

  private func changes(
    from old: Comparison, to new: Comparison
  ) throws -> ComparisonChanges {
    ComparisonChanges(
      from: try EarlierComparison(try JSONReport().text(of: old), file: "old.json"), to: new)
  }

  @Test("nothing has changed where the comparison is the same")
  func same() async throws {
    let comparison = try await Comparing.comparison(Self.first, Self.second)
    let found = try changes(from: comparison, to: comparison)
    #expect(found.accounts == [] && found.absent == [] && found.before == [:])
    #expect(Set(found.statuses.values) == [.unchanged])
    #expect(found.statuses.count == comparison.findings.count)
    let report = try MarkdownReport().text(of: ReviewedComparison(comparison), changes: found)
    #expect(report.contains("## Since the earlier comparison\n\nNothing has changed."))
  }

  @Test("a text that changed under its old date was edited silently, and is told word by word")
  func silent() async throws {
    let old = try await Comparing.comparison(Self.first, Self.second)
    let new = try await Comparing.comparison(
      Self.first, Comparing.account("B", "Nine people were injured in the collision."))
    let found = try changes(from: old, to: new)
    let change = try #require(found.accounts.first)
    #expect(found.accounts.count == 1 && change.account == "B")
    guard case .edited(let words, let isSilent) = change.kind else {
      Issue.record("\(change)")
      return
    }
    #expect(isSilent)
    #expect(words.changes.map(\.removed) == ["Eleven"])
    #expect(words.changes.map(\.added) == ["Nine"])
    let finding = try #require(new.findings.first { $0.kind == .difference })
    #expect(found.statuses[finding.id] == .updated)
    #expect(found.before[finding.id]?.summary.contains("Eleven") == true)
    let report = try MarkdownReport().text(of: ReviewedComparison(new), changes: found)
    #expect(report.contains("“<del>Eleven</del> <ins>Nine</ins> people were injured in the”"))
  }

  @Test("a text with a new date was edited, but not silently")
  func dated() async throws {
    let old = try await Comparing.comparison(Self.first, Self.second)
    let new = try await Comparing.comparison(
      Self.first, Comparing.account("B", "Nine people were injured in the collision.", day: 15))
    let kinds = try changes(from: old, to: new).accounts.map(\.kind)
    guard case .edited(_, isSilent: false)? = kinds.first else {
      Issue.record("\(kinds)")
      return
    }
  }

  @Test("accounts that came, went and were renamed are told")
  func accounts() async throws {
    let text = "Two herons nested on the roof of the mill."
    let old = try await Comparing.comparison(Self.first, Self.second, Comparing.account("C", text))
    let new = try await Comparing.comparison(
      Self.first, Comparing.account("D", text), Comparing.account("E", "It rained in May."))
    let found = try changes(from: old, to: new).accounts
    #expect(found.map(\.account) == ["B", "D", "E"])
    #expect(found.map(\.kind) == [.removed, .renamed(from: "C"), .added])
  }

  @Test("findings that came are new, and those that went are absent")
  func findings() async throws {
    let old = try await Comparing.comparison(Self.first, Self.second)
    let new = try await Comparing.comparison(
      Self.first,
      Comparing.account("B", "Fourteen people were injured in the collision."))
    let difference = try #require(old.findings.first { $0.kind == .difference })
    let agreement = try #require(new.findings.first { $0.kind == .agreement })
    let found = try changes(from: old, to: new)
    #expect(found.absent.map(\.id).contains(difference.id))
    #expect(found.statuses[agreement.id] == .new)
  }

  @Test(
    "what is no comparison of ours is refused in one line",
    arguments: [
      "", "[]", "{}", "{\"schema\": \"crossread/1\"}",
      "{\"schema\": \"other/1\", \"accounts\": [], \"findings\": []}",
      "{\"schema\": \"crossread/1\", \"accounts\": 3, \"findings\": []}",
    ])
  func refused(text: String) {
    #expect {
      try EarlierComparison(text, file: "old.json")
    } throws: { error in
      "\(error)".hasPrefix("old.json: ") && !"\(error)".contains("\n")
    }
  }
}
