@testable import Ingestion

/// Files of accounts, read as the program reads them.
extension FuzzTarget {
  static let page = accounts("page", in: "page.html") {
    try $0.formats(["page.html", "embed.html"]) + $0.fixtures(ending: ".html")
  }
  static let text = accounts("text", in: "release.txt") {
    try $0.formats(["release.txt"]) + $0.fixtures(ending: ".txt")
  }
  static let markdown = accounts("markdown", in: "release.md") {
    try $0.formats(["release.md"]) + $0.fixtures(ending: ".md")
  }
  static let message = accounts("message", in: "message.eml") { try $0.formats(["message.eml"]) }
  static let savedPage = accounts("saved-page", in: "page.mhtml") {
    try $0.formats(["page.mhtml"])
  }
  static let feed = accounts("feed", in: "feed.xml") {
    try $0.formats(["feed.rss", "feed.atom", "item.newsml", "item.nitf"])
  }
  static let subtitles = accounts("subtitles", in: "interview.vtt") {
    try $0.formats(["interview.vtt", "interview.srt"])
  }
  static let office = accounts("office", in: "release.docx") {
    try $0.formats(["release.docx", "release.odt"])
  }
  static let gzip = accounts("gzip", in: "release.gz") { try $0.formats(["crawl.warc.gz"]) }
  static let webArchive = accounts("web-archive", in: "crawl.warc") {
    try $0.formats(["crawl.warc"])
  }

  /// Posts; the archive of X is a script.
  static let posts = FuzzTarget(
    name: "posts",
    seeds: {
      let names = [
        "x-v2.json", "x-v1.json", "tweets.js", "mastodon.json", "bluesky.json", "oembed.json",
      ]
      return try $0.formats(names) + $0.fixtures(ending: ".json").filter { $0.count < 2000 }
    },
    read: { bytes in
      let isScript = bytes.starts(with: "window".utf8)
      try readAccounts(bytes, named: isScript ? "tweets.js" : "post.json")
    })

  /// A file whose name tells nothing, so that its format is found by its bytes.
  static let anyFile = accounts("any-file", in: "account") {
    try $0.formats([
      "page.html", "release.txt", "release-utf-16.txt", "release-shift-jis.txt", "message.eml",
      "feed.rss", "feed.atom", "item.newsml", "item.nitf", "interview.vtt", "interview.srt",
      "x-v2.json", "crawl.warc", "crawl.warc.gz", "release.docx", "release.odt",
    ])
  }

  private static func accounts(
    _ name: String, in file: String, seeds: @escaping @Sendable (Repository) throws -> [[UInt8]]
  ) -> FuzzTarget {
    FuzzTarget(name: name, seeds: seeds) { try readAccounts($0, named: file) }
  }

  private static func readAccounts(_ bytes: [UInt8], named file: String) throws {
    // Poppler is not ours, and a process an input would be slow; what it writes is the target `pdf-layout`.
    guard !bytes.starts(with: "%PDF".utf8) else { return }
    let options = ReadingOptions(maximumExpandedSize: 8 << 20)
    for account in try AccountReader(options: options).read(bytes, named: file).accounts {
      check(account)
    }
  }

  /// What holds of every account, whatever it was read from.
  static func check(_ account: Account) {
    var end = 0
    for paragraph in account.paragraphs {
      expect(paragraph.range.lowerBound >= end, "paragraphs are in order and do not overlap")
      expect(!paragraph.range.isEmpty, "paragraphs have words")
      end = paragraph.range.upperBound
    }
    expect(end <= account.text.count, "paragraphs are in the text")
    expect(account.headline.map { $0.upperBound <= end } ?? true, "the headline is in the text")
    for quote in account.embeddedQuotes {
      expect(quote.range.upperBound <= account.text.count, "quotes are in the text")
    }
    expect(!account.id.isEmpty, "accounts have an id")
    expect(!account.publisher.isEmpty, "accounts have a publisher")
  }
}
