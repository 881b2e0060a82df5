import CrossreadKit
import Source
import Testing

@testable import Reports

@Suite("The report in Markdown")
struct MarkdownReportTests {
  private func report(title: String = "t", place: String? = nil, _ texts: [String]) async throws
    -> String
  {
    let accounts = texts.enumerated().map { index, text in
      let source = SourceText(text)
      let id = ["A", "B", "C"][index]
      return Account(
        id: id, file: id + ".txt", publisher: id, kind: .news, language: .english, title: title,
        text: source, paragraphs: [Paragraph(range: source.range)], sha256: "00ff")
    }
    let event = Event(name: "e", title: title, place: place, accounts: accounts)
    return try MarkdownReport().text(of: try await Comparer().comparison(of: event))
  }

  private static let texts = [
    "Fourteen people were injured in the collision.",
    "Eleven people were injured in the collision.",
  ]

  @Test("a heading for each kind of finding stands there, also where nothing was found")
  func sections() async throws {
    let report = try await report(Self.texts)
    for section in ["Agreements", "Differences", "Omissions", "Wording", "Dependence"] {
      #expect(report.contains("\n## \(section)\n"))
    }
    #expect(report.contains("No thing goes by different descriptions."))
  }

  @Test("where it happened is what event.yaml says")
  func place() async throws {
    let texts = ["The two ministers met in Leeds.", "The ministers held a meeting in Leeds."]
    #expect(try await report(texts).contains("**Where:** Leeds"))
    #expect(try await report(place: "Yorkshire", texts).contains("**Where:** Yorkshire\n"))
  }

  @Test("a difference is told with the words of both sides")
  func difference() async throws {
    let report = try await report(Self.texts)
    #expect(report.contains("“Fourteen people were injured in the collision”"))
    #expect(report.contains("“Eleven people were injured in the collision”"))
  }

  @Test("every finding that is pointed to stands in the report under its name")
  func anchors() async throws {
    let report = try await report(Self.texts)
    let links = report.matches(of: #/\]\(#(f-[0-9a-z]+)\)/#).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links { #expect(report.contains("<a id=\"\(link)\"></a>")) }
  }

  @Test("the report ends in one line feed, and no line in white space")
  func ending() async throws {
    let report = try await report(Self.texts)
    #expect(report.hasSuffix("\n") && !report.hasSuffix("\n\n"))
    #expect(!report.split(separator: "\n").contains { $0.hasSuffix(" ") })
  }

  @Test("titles and texts of sources add no heading, cell, link or tag")
  func hostile() async throws {
    let hostile =
      "x | y\n# Injected [a](javascript:b) <script>alert(1)</script> ![i](http://i.example)"
    let report = try await report(
      title: hostile, ["The mayor opened <b>the | school</b>.", "# The mayor closed [x](y)."])
    let unescaped = report.replacing(#"\]"#, with: "")
    #expect(!report.contains("<script>") && !report.contains("<b>"))
    #expect(!report.contains("\n# Injected") && !unescaped.contains("](javascript:"))
    #expect(!unescaped.contains("](y)") && !report.contains("http://i"))
    #expect(!report.contains("the | school"))
  }

  @Test("every row of a table has as many cells as its header")
  func tables() async throws {
    let report = try await report(title: "a | b", Self.texts + ["The | mayor opened | the school."])
    var width: Int?
    for line in report.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = line.replacing("\\|", with: "").count { $0 == "|" }
      #expect(width == nil || width == cells, "\(line)")
      width = cells
    }
  }
}
