import CrossreadKit
import Source
import Testing

@testable import Reports

@Suite("The rows of details in reports")
struct DetailRowTests {
  /// The lines of the matrix that are of details.
  private func rows(_ report: String) -> [Substring] {
    report.split(separator: "\n").filter { $0.hasPrefix("| ↳") }
  }

  @Test("a detail that needs all words of its point to be read is not the same line again")
  func sameWords() async throws {
    let comparison = try await Paging.comparison([
      Paging.account("A", "Ferry crossings have been suspended since the collision."),
      Paging.account("B", "Ferry crossings between Minasato and Okitsu Island are suspended."),
    ])
    let point = try #require(comparison.points.first { !$0.details.isEmpty })
    #expect(point.details.contains { $0.summary == point.summary })
    for row in rows(try MarkdownReport().text(of: comparison)) {
      #expect(!row.contains(point.summary), "\(row)")
    }
  }

  @Test("the report says how many details it leaves out, and in full it has them")
  func left() async throws {
    let comparison = try await Paging.comparison(Paging.visit)
    let report = try MarkdownReport().text(of: comparison)
    let full = try MarkdownReport(isFull: true).text(of: comparison)
    let left = try #require(report.firstMatch(of: #/Left out: (\d+) of the details/#))
    #expect(rows(report).count == 3)
    #expect(rows(full).count == 3 + (Int(left.1) ?? 0))
  }
}
