import CrossreadKit
import Review
import Source
import Testing

@testable import Reports

@Suite("The report in Japanese")
struct JapaneseReportTests {
  private static let comparison = Task { try await Paging.comparison(Paging.bridge) }

  private func markdown() async throws -> String {
    try MarkdownReport(in: .japanese).text(of: try await Self.comparison.value)
  }

  /// The lines of a report without what stands in quotes, comments, links, the names of accounts and files.
  private func ownWords(_ report: String) -> String {
    report.replacing(#/<!--.*?-->|<a id="[^"]*"><\/a>/#, with: "")
      .replacing(#/「[^」]*」/#, with: "")
      .replacing(#/\[?F-[0-9a-z]+(\]\(#[0-9a-z-]+\))?/#, with: "")
  }

  @Test("nothing but quotes, names and what made it is in English")
  func words() async throws {
    let report = try await markdown()
    let body = try #require(report.components(separatedBy: "## 作成方法").first)
    let table = try #require(report.firstRange(of: "## 論点別の対照表"))
    let matrix = try #require(report.firstRange(of: "## 一致点"))
    // The rows of points are words of the accounts.
    let told = body.replacing(report[table.upperBound..<matrix.lowerBound], with: "")
    let words = Set(ownWords(told).matches(of: #/[A-Za-z]{2,}/#).map { String($0.0) })
    let names: Set = ["bridge", "Gazette", "Ministry", "of", "Works", "SNS"]
    #expect(words.subtracting(names) == [])
  }

  @Test("headings, facts, boxes and notes are in Japanese")
  func parts() async throws {
    let report = try await markdown()
    for part in [
      "## 比較した資料", "## 要点", "## 相違点", "| 報道 |", "| 英語 |", "  - [ ] 採用\n",
      "  - [ ] 不採用\n", "  - [ ] 要確認\n", "  - メモ：\n", "A 第1段落：「",
    ] {
      #expect(report.contains(part), "\(part)")
    }
  }

  @Test("values are written as Japanese has them")
  func values() async throws {
    let report = try await Paging.comparison([
      Paging.account("A", "The two ministers met in Leeds for about 25 minutes on 13 May 2024."),
      Paging.account("B", "The two ministers met in Leeds."),
    ])
    let text = try MarkdownReport(in: .japanese).text(of: report)
    #expect(text.contains("2024年5月13日") && text.contains("所要時間の記載は A のみ：約25分間。"))
  }

  @Test("boxes and notes of a Japanese report are read back")
  func review() async throws {
    let comparison = try await Self.comparison.value
    let finding = try #require(comparison.findings.first)
    let report = try await markdown()
    let entry = try #require(report.firstRange(of: "**\(finding.id)**"))
    let box = try #require(report[entry.upperBound...].firstRange(of: "[ ] 不採用"))
    let ticked = report.replacingCharacters(in: box, with: "[x] 不採用")
    let note = try #require(ticked[entry.upperBound...].firstRange(of: "メモ：\n"))
    let edited = ticked.replacingCharacters(in: note, with: "メモ：要再検討\n")
    let reading = try ReportReader().reading(of: edited, file: "r.md")
    #expect(reading.problems == [])
    #expect(reading.entries.count == comparison.findings.count)
    let merge = ReviewMerge(
      reading.entries, into: ReviewFile(), report: "r.md", by: "花子", at: "2024-05-15")
    let decision = try #require(merge.file.decisions[finding.id])
    #expect(decision.ruling.verdict == .reject && decision.ruling.note == "要再検討")
    #expect(
      decision.subject.quotes
        == finding.evidence.map { Quote(account: $0.account, text: $0.text) })
    let next = try MarkdownReport(in: .japanese)
      .text(of: ReviewedComparison(comparison, decisions: merge.file))
    #expect(next.contains("## 不採用とした所見") && next.contains("不採用（花子、2024-05-15）。"))
  }

  @Test("a note in any language is read from a report in any other one")
  func mixed() async throws {
    let english = try MarkdownReport().text(of: try await Self.comparison.value)
    let box = try #require(english.firstRange(of: "[ ] accept"))
    let edited = english.replacingCharacters(in: box, with: "[x] 採用")
    let reading = try ReportReader().reading(of: edited, file: "r.md")
    #expect(reading.problems == [] && reading.entries.contains { $0.verdict == .accept })
  }

  @Test("the page names its language and has its words in it")
  func page() async throws {
    let page = try HTMLReport(in: .japanese)
      .text(of: ReviewedComparison(try await Self.comparison.value))
    for part in ["<html lang=\"ja\">", "資料の対照", "時系列", "aria-label=\"A: 記載あり\""] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains(">Points<") && !page.contains(">Accounts<"))
  }

  @Test(
    "a file that was left out is told in Japanese",
    arguments: [
      (IngestionError(file: "a.txt", .empty), "a.txt：内容が空。"),
      (
        IngestionError(file: "event.yaml", line: 3, .unknownKey(key: "plcae", suggestion: "place")),
        "event.yaml（3行目）：未知の項目「plcae」。"
      ),
      (IngestionError(file: "b", .linkedFolder), "b：フォルダーへのリンクのため対象外。"),
    ])
  func problem(problem: IngestionError, text: String) throws {
    #expect(try ReportWords(in: .japanese).problem(problem) == text)
  }

  @Test("what one voice alone says is quoted in Japanese where it says it in Japanese too")
  func versions() async throws {
    let texts = [
      ("J", "The two ministers met in Leeds. The mayor closed the harbour.", LanguageTag.english),
      ("JJ", "両大臣はリーズで会談した。市長は港を閉鎖した。", .japanese),
      ("K", "The two ministers met in Leeds.", .english),
    ]
    let comparison = try await Paging.comparison(
      texts.map { id, text, language in
        Paging.account(
          id, text, publisher: id == "K" ? "Courier" : "Ministry of Trade", language: language)
      })
    let point = try #require(
      comparison.findings.first { $0.type == "point" && $0.summary.contains("closed the harbour") })
    #expect(point.accounts == ["J", "JJ"])
    #expect(point.summary(in: .japanese).contains("「市長は港を閉鎖した」"))
  }
}
