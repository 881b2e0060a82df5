import CrossreadKit
import Foundation
import Reports
import Source

@testable import Review

/// Short accounts, their comparison, and its report with boxes ticked, for tests.
enum Comparing {
  static func account(_ id: String, _ paragraphs: String..., day: Int = 14) -> Account {
    let text = paragraphs.joined(separator: "\n\n")
    var ranges: [Paragraph] = []
    var start = 0
    for part in paragraphs {
      let end = start + part.unicodeScalars.count
      ranges.append(Paragraph(range: start..<end))
      start = end + 2
    }
    return Account(
      id: id, file: id + ".txt", publisher: "Gazette \(id)", kind: .news, language: .english,
      published: Timestamp(year: 2024, month: 5, day: day), text: SourceText(text),
      paragraphs: ranges, sha256: ContentIdentifier.sha256(text.utf8))
  }

  static func comparison(_ accounts: Account...) async throws -> Comparison {
    try await Comparer().comparison(of: Event(name: "e", title: "e", accounts: accounts))
  }

  /// The report with one box of one finding ticked, read back.
  static func decisions(
    _ comparison: Comparison, _ finding: Finding, _ word: String,
    from file: ReviewFile = ReviewFile()
  ) throws -> ReviewFile {
    let text = try MarkdownReport().text(of: ReviewedComparison(comparison, decisions: file))
    let edited = try ticked(text, finding.id, word)
    let reading = try ReportReader().reading(of: edited, file: "r.md")
    guard reading.problems.isEmpty else { throw NoSuchBox(finding: "\(reading.problems)") }
    return ReviewMerge(
      reading.entries, into: file, report: "r.md", by: "Ada", at: "2024-05-15"
    ).file
  }

  static func ticked(_ report: String, _ finding: String, _ word: String) throws -> String {
    guard let entry = report.firstRange(of: "**\(finding)**"),
      let box = report[entry.upperBound...].firstRange(of: "- [ ] \(word)")
    else { throw NoSuchBox(finding: finding) }
    return report.replacingCharacters(in: box, with: "- [x] \(word)")
  }

  struct NoSuchBox: Error { let finding: String }
}
