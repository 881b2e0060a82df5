import CrossreadKit
import Testing

@testable import Reports
@testable import Review

@Suite("The report in HTML")
struct HTMLReportTests {
  @Test("the timeline reads a time without a zone by the clock of the event")
  func localTimes() async throws {
    let there = Paging.account("A", "The bridge was opened at 16:00 on 13 May 2024.", hour: 20)
    var here = Paging.account("B", "The mayor left the bridge at 17:00 on 13 May 2024.", hour: 21)
    here.published?.offset = nil
    let event = Event(name: "e", title: "t", timeZone: "Asia/Tokyo", accounts: [there, here])
    let page = try HTMLReport()
      .text(of: ReviewedComparison(try await Comparer().comparison(of: event)))
    #expect(page.contains("<time datetime=\"2024-05-13T17:00:00+09:00\">"))
  }

  @Test("every link within the page leads to an element, and no id stands twice")
  func links() async throws {
    let page = try await Paging.bridgePage.value
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    let targets = page.matches(of: #/ (?:href="#|for=")([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(!targets.isEmpty && Set(targets).isSubset(of: ids))
  }

  @Test("a second page has the same bytes")
  func deterministic() async throws {
    let again = try await Paging.page(Paging.bridge)
    #expect(try await Paging.bridgePage.value == again)
  }

  @Test(
    "of many accounts eight stand side by side, the others are folded, and the matrix names them")
  func manyAccounts() async throws {
    let accounts = (10..<30).map {
      Paging.account(
        "A\($0)", "The mayor opened the new bridge. The toll is \($0) euros for lorries.")
    }
    let page = try await Paging.page(accounts)
    #expect(page.matches(of: #/<article id="a/#).count == 8)
    #expect(page.matches(of: #/<details id="a/#).count == 12)
    #expect(page.contains("class=\"matrix many\""))
    for account in accounts { #expect(page.contains("<bdi>\(account.id)</bdi>")) }
  }

  @Test("a detail stands below its point, in the list of points and in the matrix")
  func details() async throws {
    let page = try await Paging.page([
      Paging.account(
        "A", "The president met the chancellor in Bonn on Friday after a visit to the shipyard."),
      Paging.account("B", "The president met the chancellor in Bonn on Friday."),
    ])
    #expect(page.contains("<li class=\"detail\""))
    #expect(page.contains("↳ <label"))
  }

  @Test(
    "no more than three details of a point stand below it, and the page says how many are left out")
  func leftDetails() async throws {
    let comparison = try await Paging.comparison(Paging.visit)
    let page = try HTMLReport().text(of: ReviewedComparison(comparison))
    let full = try HTMLReport(isFull: true).text(of: ReviewedComparison(comparison))
    let rows = { (page: String) in page.matches(of: #/<tr class="detail/#).count }
    let left = try #require(page.firstMatch(of: #/Left out: (\d+) of the details/#))
    #expect(rows(page) == 3)
    #expect(rows(full) == 3 + (Int(left.1) ?? 0))
    #expect(!full.contains("of the details"))
  }

  @Test("the page points to nothing outside itself")
  func selfContained() async throws {
    let page = try await Paging.bridgePage.value
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url(h"))
    #expect(!page.contains(" src=") && !page.contains("<link"))
  }

  private static func decision(on finding: Finding, _ verdict: Decision.Verdict) -> Decision {
    Decision(
      finding: finding.id, ruling: .init(verdict: verdict, by: "ada", at: "2026-11-25"),
      subject: FindingSummary(finding))
  }

  @Test(
    "rejected findings stand in a closed section, and accepted ones alone in a report for others")
  func decisions() async throws {
    let comparison = try await Paging.comparison(Paging.bridge)
    let findings = comparison.findings
    let decided = try #require(findings.first)
    let other = try #require(findings.last)
    let decisions = ReviewFile(decisions: [
      decided.id: Self.decision(on: decided, .accept),
      other.id: Self.decision(on: other, .reject),
    ])
    let reviewed = ReviewedComparison(comparison, decisions: decisions)
    let page = try HTMLReport().text(of: reviewed)
    #expect(page.contains("id=\"rejected\""))
    #expect(page.contains("accepted</b> by <bdi>ada</bdi>"))
    let shown = try HTMLReport(for: .others).text(of: reviewed)
      .matches(of: #/<article class="finding" id="([^"]+)"/#).map { String($0.1) }
    #expect(shown == [decided.id.lowercased()])
  }
}
