import Foundation
import Source
import Testing

@testable import Ingestion

/// One file for each row of `docs/formats.md`: the same event, told in every format.
@Suite("every format that is documented")
struct FormatTests {
  /// A file and what must be read from it; what a format does not carry is left out.
  struct Expectation: Sendable, CustomTestStringConvertible {
    var file: String
    var publisher: String?
    var author: String?
    var published: String?
    var url: String?
    var kind: AccountKind?

    var testDescription: String { file }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Formats").path

  private func account(_ file: String) throws -> Account {
    try #require(try AccountReader().read("\(Self.folder)/\(file)").accounts.first)
  }

  private static let gazette = "https://gazette.example/pier"
  private static let evening = "2024-05-13T18:00:00+01:00"

  static let articles = [
    Expectation(
      file: "page.html", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(
      file: "page.mhtml", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(
      file: "crawl.warc", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(
      file: "crawl.warc.gz", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(file: "release.txt", published: "2024-05-13"),
    Expectation(
      file: "release.md", publisher: "Harbour Office", published: evening, kind: .release),
    Expectation(
      file: "message.eml", publisher: "Harbour Office, Halden", author: "Harbour Office, Halden",
      published: evening, kind: AccountKind(rawValue: "message")),
    Expectation(
      file: "feed.rss", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(
      file: "feed.atom", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette),
    Expectation(
      file: "item.newsml", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      kind: .news),
    Expectation(
      file: "item.nitf", publisher: "Halden Gazette", author: "Ben Ash", published: evening,
      url: gazette, kind: .news),
    Expectation(
      file: "release.docx", publisher: "Harbour Office", author: "Ada Brook",
      published: "2024-05-13"),
    Expectation(file: "release.odt", author: "Ada Brook", published: "2024-05-13"),
  ]

  private func check(_ expectation: Expectation, _ account: Account) {
    #expect(account.title == "Pier at Halden opens again")
    #expect(account.language == .english)
    if let publisher = expectation.publisher { #expect(account.publisher == publisher) }
    #expect(account.author == expectation.author)
    #expect(account.published?.description == expectation.published)
    #expect(account.url == expectation.url)
    if let kind = expectation.kind { #expect(account.kind == kind) }
    let body = paragraphs(account).filter { $0.count > 40 }
    #expect(
      body == [
        "The harbour office of Halden opened the pier to ferries on Monday, two years after the storm that broke it.",
        "The work cost £2 million. “We kept our word,” said Ada Brook, who heads the office.",
        "The first ferry left for Orrin Island at 12:20 with 40 people on board.",
      ])
  }

  @Test("an article is read whole, with what its format tells of it", arguments: articles)
  func article(_ expectation: Expectation) throws {
    check(expectation, try account(expectation.file))
  }

  @Test(
    "a PDF is read by poppler",
    .enabled(if: PDFProgram.location != nil, "pdftotext is not installed"))
  func pdf() throws {
    check(
      Expectation(file: "release.pdf", author: "Ada Brook", published: "2024-05-13"),
      try account("release.pdf"))
  }

  @Test(
    "the numbers that word processors draw are labels", arguments: ["release.docx", "release.odt"])
  func drawnNumbers(file: String) throws {
    #expect(try account(file).paragraphs.compactMap(\.label) == ["1.", "2.", "3."])
  }

  @Test(
    "charsets are found without a declaration",
    arguments: ["shift-jis", "euc-jp", "iso-2022-jp", "utf-16"])
  func japanese(charset: String) throws {
    let account = try account("release-\(charset).txt")
    #expect(paragraphs(account).last == "最初のフェリーは12時20分に40人を乗せて出港した。")
    #expect(account.language == .japanese)
    #expect(account.published?.date == "2024-05-13")
  }

  @Test("windows-1252 is what is left")
  func windows() throws {
    #expect(try account("release-windows-1252.txt").text.string.contains("£2 million. “We kept"))
  }

  @Test("speakers of subtitles are voices", arguments: ["interview.vtt", "interview.srt"])
  func subtitles(file: String) throws {
    let account = try account(file)
    #expect(
      paragraphs(account) == [
        "The pier is open to ferries again, two years after the storm.", "What did the work cost?",
        "Two million pounds.",
      ])
    #expect(
      account.embeddedQuotes.map { $0.attribution?.uppercased() } == [
        "ADA BROOK", "BEN ASH", "ADA BROOK",
      ])
    #expect(account.paragraphs.map(\.label) == ["0:01", "0:09", "0:12"])
  }

  private static let status = "https://x.com/haldenharbour/status/17"

  static let posts = [
    Expectation(file: "x-v2.json", author: "Harbour Office (@haldenharbour)", url: status),
    Expectation(file: "x-v1.json", author: "Harbour Office (@haldenharbour)", url: status),
    Expectation(file: "tweets.js", url: "https://x.com/i/status/17"),
    Expectation(
      file: "mastodon.json", author: "Harbour Office (@haldenharbour)",
      url: "https://social.example/@haldenharbour/17"),
    Expectation(
      file: "bluesky.json", author: "Harbour Office (@harbour.example)",
      url: "https://bsky.app/profile/harbour.example/post/17"),
    Expectation(
      file: "oembed.json", author: "Harbour Office (@haldenharbour)",
      url: "https://twitter.com/haldenharbour/status/17"),
    Expectation(
      file: "embed.html", author: "Harbour Office (@haldenharbour)",
      url: "https://twitter.com/haldenharbour/status/17"),
  ]

  @Test("a post is read with its author, day and address", arguments: posts)
  func post(_ expectation: Expectation) throws {
    let account = try account(expectation.file)
    #expect(
      account.text.string
        == "The pier at Halden is open to ferries again, two years after the storm.")
    #expect(account.author == expectation.author)
    #expect(account.url == expectation.url)
    #expect(account.published?.date == "2024-05-13")
    #expect(account.kind == .post)
    #expect(account.language == .english)
  }

  @Test("every fixture stands in the table of the documentation, and every row has one")
  func documentation() throws {
    let place = URL(fileURLWithPath: Self.folder).appendingPathComponent("../../../docs/formats.md")
    let text = try String(contentsOf: place.standardizedFileURL, encoding: .utf8)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { !$0.hasPrefix(".") }
    for file in files { #expect(text.contains("`\(file)`"), "\(file) is not in docs/formats.md") }
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }
    for row in rows where row.contains("| fixture") == false {
      let named = files.filter { row.contains("`\($0)`") }
      let limits = row.contains("--maximum")
      #expect(!named.isEmpty || limits, "no fixture in: \(row)")
    }
  }

  @Test("every fixture is an input that fuzzing begins with")
  func fuzzing() throws {
    let place = URL(fileURLWithPath: Self.folder)
      .appendingPathComponent("../../../Fuzzing/Sources/Targets").standardizedFileURL
    let sources = try FileManager.default.contentsOfDirectory(atPath: place.path).map {
      try String(contentsOf: place.appendingPathComponent($0), encoding: .utf8)
    }.joined()
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { !$0.hasPrefix(".") }
    for file in files { #expect(sources.contains("\"\(file)\""), "no target begins with \(file)") }
  }
}
