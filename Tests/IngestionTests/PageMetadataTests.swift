import Source
import Testing

@testable import Ingestion

@Suite("what a page says of itself")
struct PageMetadataTests {
  private let body = """
    <body><article><h1>Bridge at Elmsworth opens</h1><p>The mayor of Elmsworth opened the bridge over the
    Tarn on Monday, a year after it was shut, and thanked the builders, the town and the weather.</p></article>
    """

  private func read(_ head: String, body: String? = nil, html: String = "<html>") throws -> Account
  {
    try account("\(html)<head>\(head)</head>\(body ?? self.body)", named: "page.html")
  }

  @Test("JSON-LD gives title, author, publisher, time, address and kind")
  func linkedData() throws {
    let account = try read(
      """
      <script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle",
      "headline": "Bridge opens", "datePublished": "2021-12-12T09:05:00+09:00",
      "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}],
      "publisher": {"@type": "Organization", "name": "Gazette"}, "url": "https://gazette.example/1"}</script>
      """)
    #expect(account.title == "Bridge opens")
    #expect(account.author == "Ann Lee, Bo Ek")
    #expect(account.publisher == "Gazette")
    #expect(account.published?.description == "2021-12-12T09:05:00+09:00")
    #expect(account.url == "https://gazette.example/1")
    #expect(account.kind == .news)
    #expect(account.metadataOrigins["published"] == "json-ld")
  }

  @Test(
    "when a page was changed last is kept beside when it was published, with its zone",
    arguments: [
      (
        """
        <script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2021-12-12T09:05:00+09:00",
        "dateModified": "2021-12-12T11:40:00+09:00"}</script>
        """, "json-ld"
      ),
      (
        """
        <meta property="article:published_time" content="2021-12-12T09:05:00+09:00">
        <meta property="article:modified_time" content="2021-12-12T11:40:00+09:00">
        """, "open-graph"
      ),
      (
        """
        <meta itemprop="datePublished" content="2021-12-12T09:05:00+09:00">
        <meta itemprop="dateModified" content="2021-12-12T11:40:00+09:00">
        """, "meta datemodified"
      ),
    ])
  func modified(head: String, origin: String) throws {
    let account = try read(head)
    #expect(account.published?.description == "2021-12-12T09:05:00+09:00")
    #expect(account.modified?.description == "2021-12-12T11:40:00+09:00")
    #expect(account.metadataOrigins["modified"] == origin)
  }

  @Test("a page that was never changed has no such time")
  func unmodified() throws {
    let account = try read(
      "<meta property=\"article:published_time\" content=\"2021-12-12T09:05:00+09:00\">")
    #expect(account.modified == nil)
  }

  @Test("a graph of JSON-LD is searched, and its references are followed")
  func graph() throws {
    let account = try read(
      """
      <script type="application/ld+json">{"@graph": [
      {"@type": "WebSite", "@id": "#site", "name": "Roads site"},
      {"@type": ["Article"], "headline": "Bridge opens", "publisher": {"@id": "#org"}},
      {"@type": "GovernmentOrganization", "@id": "#org", "name": "Ministry of Roads"}]}</script>
      """)
    #expect(account.publisher == "Ministry of Roads")
    #expect(account.kind == .release)
  }

  @Test(
    "JSON-LD is read inside of the marks that hide it",
    arguments: [("<![CDATA[", "]]>"), ("<!--", "-->"), ("//<![CDATA[\n", "\n//]]>")])
  func hiddenLinkedData(opening: String, closing: String) throws {
    let account = try read(
      "<script type='application/ld+json'>\(opening)"
        + "[{\"@type\": \"Article\", \"headline\": \"Bridge opens\"}]\(closing)</script>")
    #expect(account.title == "Bridge opens")
  }

  @Test("broken JSON-LD is passed over")
  func brokenLinkedData() throws {
    let account = try read(
      "<script type='application/ld+json'>{\"headline\": </script><title>Bridge opens</title>")
    #expect(account.title == "Bridge opens")
  }

  @Test("Open Graph gives title, publisher, time, address and kind")
  func openGraph() throws {
    let account = try read(
      """
      <meta property="og:title" content="Bridge opens | Gazette"><meta property="og:site_name" content="Gazette">
      <meta property="og:url" content="https://gazette.example/1"><meta property="og:type" content="article">
      <meta property="article:published_time" content="2021-12-11T12:20:00Z">
      """)
    #expect(account.title == "Bridge opens")
    #expect(account.publisher == "Gazette")
    #expect(account.url == "https://gazette.example/1")
    #expect(account.kind == .news)
    #expect(account.published?.description == "2021-12-11T12:20:00+00:00")
    #expect(account.metadataOrigins["title"] == "open-graph")
  }

  @Test("names of <meta> elements, Dublin Core among them, are read whatever their case")
  func metaNames() throws {
    let account = try read(
      """
      <meta name="DC.Title" content="Bridge opens"><meta name="Author" content="By Ann Lee">
      <meta name="dcterms.created" content="2021-12-11">
      """)
    #expect(account.title == "Bridge opens")
    #expect(account.author == "Ann Lee")
    #expect(account.published == Timestamp(year: 2021, month: 12, day: 11))
    #expect(account.metadataOrigins["author"] == "meta author")
  }

  @Test(
    "the name of the site is taken off the title",
    arguments: [
      ("Bridge at Elmsworth opens | Gazette", "Bridge at Elmsworth opens"),
      ("Bridge at Elmsworth opens - The Gazette", "Bridge at Elmsworth opens"),
      (
        "Talks - a summary of two days of bridges - Gazette",
        "Talks - a summary of two days of bridges"
      ),
      ("Bridge opens", "Bridge opens"),
    ])
  func siteName(title: String, headline: String) throws {
    #expect(try read("<title>\(title)</title>").title == headline)
  }

  @Test("the canonical link gives the address, and that the publisher where nothing better does")
  func canonicalLink() throws {
    let account = try read("<link rel=canonical href='https://www.roads.example/bridge'>")
    #expect(account.url == "https://www.roads.example/bridge")
    #expect(account.publisher == "roads.example")
    #expect(account.metadataOrigins["publisher"] == "url")
  }

  @Test("<html lang> gives the language, but kana in the text overrule English")
  func languages() throws {
    #expect(try read("", html: "<html lang='fr-CA'>").language == LanguageTag(rawValue: "fr"))
    let japanese = "<body><p>市長は月曜日に橋の開通式に出席し、工事関係者に感謝の言葉を述べました。</p>"
    #expect(try read("", body: japanese, html: "<html lang=en>").language == .japanese)
  }

  @Test("a <time> gives the date, and one in the navigation does not")
  func timeElement() throws {
    let account = try read(
      "",
      body: "<body><nav><time datetime='2020-01-01'>x</time></nav>"
        + "<time datetime='2021-12-11T12:20'>Saturday</time>" + body)
    #expect(account.published?.description == "2021-12-11T12:20:00")
    #expect(account.metadataOrigins["published"] == "time element")
  }

  @Test("microdata give author and date")
  func microdata() throws {
    let account = try read(
      "",
      body: "<body><span itemprop=author>Ann Lee</span>"
        + "<span itemprop=datePublished content=2021-12-11>Saturday</span>" + body)
    #expect(account.author == "Ann Lee")
    #expect(account.published?.date == "2021-12-11")
  }

  @Test(
    "a line near the headline gives the date at last",
    arguments: [
      "December 11, 2021", "11 December 2021", "Saturday, Dec. 11, 2021", "11th December 2021",
      "令和3年12月11日", "2021年12月11日", "Published: 2021/12/11", "平成33年12月11日",
    ])
  func dateLine(line: String) throws {
    let account = try read("", body: "<body><h1>Bridge opens</h1><p>\(line)</p>" + body)
    #expect(account.published == Timestamp(year: 2021, month: 12, day: 11))
    #expect(account.metadataOrigins["published"] == "text")
    #expect(!account.text.string.contains(line))
  }

  @Test(
    "times of day beside a date are read with their zone",
    arguments: [
      ("Sat, 11 Dec 2021 12:20:00 GMT", "2021-12-11T12:20:00+00:00"),
      ("11 December 2021 9:05 p.m. JST", "2021-12-11T21:05:00+09:00"),
      ("December 11, 2021 at 12:20 PM", "2021-12-11T12:20:00"),
      ("令和３年１２月１１日 ２１時２０分", "2021-12-11T21:20:00"),
      ("2021年12月11日 午後9時5分", "2021-12-11T21:05:00"),
      ("11 Dec 2021 21:20:00 +0900", "2021-12-11T21:20:00+09:00"),
    ])
  func timesOfDay(text: String, timestamp: String) throws {
    #expect(try DateText.shared().timestamp(of: text)?.description == timestamp)
  }

  @Test(
    "a day that does not exist, and a number that is no date, are none",
    arguments: [
      "February 30, 2021", "31 April 2021", "2021年13月1日", "May 2021", "It was 11 December",
    ])
  func noDates(text: String) throws {
    #expect(try DateText.shared().timestamp(of: text) == nil)
  }
}
