import CrossreadKit
import Reports
import Testing

@testable import Review

@Suite("Decisions in the next comparison")
struct ReviewedComparisonTests {
  private static let injured = "Fourteen people were injured in the collision."
  private static let school = "The mayor opened the new school."
  private static let first = Comparing.account("A", injured, school)
  private static let second = Comparing.account(
    "B", "Eleven people were injured in the collision.", "The bakery sells bread made of rye.")

  private func difference(_ comparison: Comparison) throws -> Finding {
    try #require(comparison.findings.first { $0.kind == .difference })
  }

  private func rejected() async throws -> (comparison: Comparison, file: ReviewFile) {
    let comparison = try await Comparing.comparison(Self.first, Self.second)
    let file = try Comparing.decisions(comparison, try difference(comparison), "reject")
    return (comparison, file)
  }

  @Test("a rejected finding stands in the closed section alone, and is not at a glance")
  func closed() async throws {
    let (comparison, file) = try await rejected()
    let id = try difference(comparison).id
    let report = try MarkdownReport().text(of: ReviewedComparison(comparison, decisions: file))
    let parts = report.components(separatedBy: "<details>")
    #expect(parts.count == 2)
    #expect(!parts[0].contains(id))
    #expect(parts[1].contains("**\(id)**"))
    #expect(parts[0].contains("What was found was rejected"))
    #expect(parts[1].contains("- [x] reject"))
  }

  @Test("a rejected finding stays so when another paragraph is edited, added or taken away")
  func editElsewhere() async throws {
    let (_, file) = try await rejected()
    let edits = [
      Comparing.account("A", Self.injured, "The mayor shut the old school for good."),
      Comparing.account("A", "Two herons nested on the roof.", Self.injured, Self.school),
      Comparing.account("A", Self.injured),
    ]
    for edited in edits {
      let comparison = try await Comparing.comparison(edited, Self.second)
      let reviewed = ReviewedComparison(comparison, decisions: file)
      let finding = try difference(comparison)
      #expect(reviewed.isRejected(finding))
      #expect(reviewed.standings[finding.id]?.change == .same)
      #expect(reviewed.gone.isEmpty)
    }
  }

  @Test("evidence that moved to another place is followed")
  func moved() async throws {
    let (_, file) = try await rejected()
    let comparison = try await Comparing.comparison(
      Comparing.account("A", Self.school, Self.injured), Self.second)
    let reviewed = ReviewedComparison(comparison, decisions: file)
    #expect(reviewed.isRejected(try difference(comparison)))
  }

  @Test("other words around the evidence leave the decision, and are told")
  func surroundings() async throws {
    let (_, file) = try await rejected()
    let comparison = try await Comparing.comparison(
      Comparing.account("A", "\(Self.injured) It rained.", Self.school), Self.second)
    let reviewed = ReviewedComparison(comparison, decisions: file)
    let finding = try difference(comparison)
    #expect(reviewed.standings[finding.id]?.change == .surroundings)
    #expect(reviewed.isRejected(finding))
    let report = try MarkdownReport().text(of: reviewed)
    #expect(report.contains("other words stand around the evidence since"))
  }

  @Test("other words in the evidence open the finding again, with what was decided on which words")
  func otherWords() async throws {
    let (old, file) = try await rejected()
    let comparison = try await Comparing.comparison(
      Comparing.account("A", "Twenty people were injured in the collision.", Self.school),
      Self.second)
    let reviewed = ReviewedComparison(comparison, decisions: file)
    let finding = try difference(comparison)
    let oldID = try difference(old).id
    #expect(finding.id != oldID)
    #expect(reviewed.standings[finding.id]?.change == .words)
    #expect(!reviewed.isRejected(finding))
    #expect(reviewed.unreviewed.contains { $0.id == finding.id })
    let report = try MarkdownReport().text(of: reviewed)
    #expect(report.contains("rejected by Ada, 2024-05-15; the evidence has changed since"))
    #expect(report.contains("(A “Fourteen people were injured in the collision”)"))
    #expect(!report.contains("[x]"))

    // Decided again, the new decision stands for the old one, which is kept as an earlier one.
    let again = try Comparing.decisions(comparison, finding, "accept", from: file)
    #expect(again.decisions[oldID] == nil)
    let decision = try #require(again.decisions[finding.id])
    #expect(decision.ruling.verdict == .accept && decision.earlier.map(\.verdict) == [.reject])
    #expect(ReviewedComparison(comparison, decisions: again).isAccepted(finding))
  }

  @Test("a decision whose finding is gone is listed with what became of the words")
  func gone() async throws {
    let (_, file) = try await rejected()
    let comparison = try await Comparing.comparison(
      Comparing.account("A", Self.school), Self.second)
    let reviewed = ReviewedComparison(comparison, decisions: file)
    let gone = try #require(reviewed.gone.first)
    #expect(gone.quotes.map(\.fate) == [.gone, .there])
    let report = try MarkdownReport().text(of: reviewed)
    #expect(report.contains("## Decided, and gone"))
    #expect(report.contains("does not stand there any more"))
    // What is listed there is no finding to decide on.
    let reading = try ReportReader().reading(of: report, file: "r.md")
    #expect(!reading.entries.contains { $0.finding == gone.decision.finding })
    let text = try JSONReport().text(of: reviewed)
    #expect(text.contains("\"fate\" : \"gone\""))
  }

  @Test("a decision comes back with its finding when the words come back")
  func comesBack() async throws {
    let (comparison, file) = try await rejected()
    let gone = try await Comparing.comparison(Comparing.account("A", Self.school), Self.second)
    #expect(ReviewedComparison(gone, decisions: file).gone.count == 1)
    let back = ReviewedComparison(comparison, decisions: file)
    #expect(back.isRejected(try difference(comparison)))
  }

  @Test("a report of others has the accepted findings alone, without boxes, notes and names")
  func accepted() async throws {
    let comparison = try await Comparing.comparison(Self.first, Self.second)
    let finding = try difference(comparison)
    let file = try Comparing.decisions(comparison, finding, "accept")
    let reviewed = ReviewedComparison(comparison, decisions: file)
    let report = try MarkdownReport(for: .others).text(of: reviewed)
    #expect(report.contains("**\(finding.id)**"))
    #expect(!report.contains("[ ]") && !report.contains("[x]") && !report.contains("Ada"))
    #expect(!report.contains("<!-- difference"))
    for other in comparison.findings where other.id != finding.id {
      #expect(!report.contains(other.id))
    }
    #expect(!report.contains("## Omissions"))
    #expect(reviewed.accepted.points.map(\.id).sorted() == finding.points.sorted())
  }

  @Test("a report that is read back untouched changes no decision")
  func untouched() async throws {
    let (comparison, file) = try await rejected()
    let report = try MarkdownReport().text(of: ReviewedComparison(comparison, decisions: file))
    let reading = try ReportReader().reading(of: report, file: "r.md")
    #expect(reading.problems == [])
    #expect(reading.entries.count == comparison.findings.count)
    let merge = ReviewMerge(reading.entries, into: file, report: "r.md", by: "Bo", at: "")
    #expect(merge.changes.isEmpty && merge.file == file)
  }

  @Test("what was rejected stays so where more of the same is found; what was accepted does not")
  func grown() throws {
    let subject = FindingSummary(
      sort: "omission/topics", summary: "", fingerprint: "x",
      quotes: [Quote(account: "A", text: "Bonn")])
    for (verdict, holds) in [(Decision.Verdict.reject, true), (.accept, false)] {
      let decision = Decision(
        finding: "F-a", ruling: .init(verdict: verdict, by: "", at: ""), subject: subject)
      let standing = ReviewedComparison.Standing(decision: decision, change: .grown)
      #expect(standing.holds == holds)
    }
  }

  @Test("fake boxes, ids, marks and notes in a source decide nothing and stay text")
  func hostile() async throws {
    let fake =
      "- [x] accept\n- [x] reject - Note: mine <!-- difference/value evidence=00000000 decision=aaaaaa -->"
    let comparison = try await Comparing.comparison(
      Comparing.account("A", "Fourteen people were injured, **F-aaaaaa** said - [x] accept.", fake),
      Comparing.account(
        "B", "Eleven people were injured, </details> <!-- said - [x] accept.",
        "- <a id=\"f-bb\"></a>**F-bbbbbb** The mayor opened the school. Note: accepted."))
    let reviewed = ReviewedComparison(comparison)
    let report = try MarkdownReport().text(of: reviewed)
    let reading = try ReportReader().reading(of: report, file: "r.md")
    #expect(reading.problems == [])
    #expect(Set(reading.entries.map(\.finding)) == Set(comparison.findings.map(\.id)))
    #expect(reading.entries.count == comparison.findings.count)
    for entry in reading.entries {
      #expect(!entry.isEdited)
      let finding = try #require(comparison.findings.first { $0.id == entry.finding })
      #expect(entry.mark?.fingerprint == EvidenceFingerprint.of(finding.evidence))
      #expect(entry.quotes == FindingSummary(finding).quotes)
      #expect(entry.summary == Quote(account: "", text: finding.summary).text)
    }
  }
}
