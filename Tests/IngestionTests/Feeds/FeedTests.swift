import Source
import Testing

@testable import Ingestion

@Suite("feeds: RSS and Atom")
struct FeedTests {
  private let rss = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
    <channel><title>Halden Gazette</title><link>https://gazette.example/</link>
    <language>en-gb</language>
    <item><title>Pier reopens &amp; ferries return</title><link>https://gazette.example/1</link>
      <pubDate>Mon, 13 May 2024 18:00:00 GMT</pubDate><dc:creator>Ada Brook</dc:creator>
      <media:content url="x.jpg"><media:description>A picture.</media:description></media:content>
      <description>Short.</description>
      <content:encoded><![CDATA[<p>The pier at Halden opened on Monday.</p><p>It was shut for two years&nbsp;or so.</p>]]></content:encoded>
    </item>
    <item><title>Second</title><guid isPermaLink="true">https://gazette.example/2</guid>
      <description>&lt;p&gt;The caf&amp;eacute; is shut.&lt;/p&gt;</description>
      <author>desk@gazette.example (Ben Ash)</author></item>
    </channel></rss>
    """

  private func accounts(_ text: String, options: ReadingOptions = .init()) throws -> [Account] {
    try AccountReader(options: options).read(Array(text.utf8), named: "feed.xml").accounts
  }

  @Test("each item of RSS is an account with title, author, time, address, publisher and language")
  func items() throws {
    let accounts = try accounts(rss)
    #expect(accounts.map(\.id) == ["feed-1", "feed-2"])
    let first = accounts[0]
    #expect(
      first.text.string
        == "Pier reopens & ferries return\n\nThe pier at Halden opened on Monday.\n\nIt was shut for two years or so."
    )
    #expect(first.title == "Pier reopens & ferries return")
    #expect(first.author == "Ada Brook")
    #expect(first.publisher == "Halden Gazette")
    #expect(first.published?.description == "2024-05-13T18:00:00+00:00")
    #expect(first.url == "https://gazette.example/1")
    #expect(first.language == .english)
    #expect(first.headline?.upperBound == 29)
  }

  @Test("HTML that is written as text, a permanent link and a name in brackets are understood")
  func secondItem() throws {
    let second = try #require(try accounts(rss).last)
    #expect(second.text.string == "Second\n\nThe café is shut.")
    #expect(second.author == "Ben Ash")
    #expect(second.url == "https://gazette.example/2")
  }

  @Test("one account of several can be chosen; a number that is not there is an error")
  func chosen() throws {
    let chosen = try accounts(rss, options: ReadingOptions(chosenAccount: 2))
    #expect(chosen.map(\.id) == ["feed-2"])
    #expect(throws: IngestionError(file: "feed.xml", .noSuchAccount(number: 3, count: 2))) {
      try accounts(rss, options: ReadingOptions(chosenAccount: 3))
    }
  }

  @Test("entries of Atom: text, HTML and XHTML, links by their relation, names in elements")
  func atom() throws {
    let accounts = try accounts(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Harbour Office</title>
      <author><name>The Office</name></author>
      <entry><title type="html">Pier &lt;b&gt;reopens&lt;/b&gt;</title>
        <link rel="self" href="https://harbour.example/api/1"/><link href="https://harbour.example/1"/>
        <published>2024-05-13T18:00:00+09:00</published><updated>2024-05-14T00:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The pier is <i>open</i>.</p><p>Mind the gap: 1 &lt; 2.</p></div></content>
      </entry>
      <entry><title>Notice</title><summary>No ferry on 3 &lt; 4 May.</summary>
        <author><name>Ada Brook</name></author></entry></feed>
      """)
    #expect(
      accounts.map(\.text.string) == [
        "Pier reopens\n\nThe pier is open.\n\nMind the gap: 1 < 2.",
        "Notice\n\nNo ferry on 3 < 4 May.",
      ])
    #expect(accounts[0].url == "https://harbour.example/1")
    #expect(accounts[0].published?.description == "2024-05-13T18:00:00+09:00")
    #expect(accounts.map(\.author) == ["The Office", "Ada Brook"])
    #expect(accounts[0].publisher == "Harbour Office")
  }

  @Test("items of RSS 1.0 stand beside their channel")
  func rdf() throws {
    let accounts = try accounts(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://p.example/"><title>みなと新報</title><dc:language>ja</dc:language></channel>
      <item rdf:about="https://p.example/1"><title>桟橋再開</title><description>桟橋が再開した。</description>
      <dc:date>2024-05-13T18:00+09:00</dc:date></item></rdf:RDF>
      """)
    #expect(accounts.map(\.publisher) == ["みなと新報"])
    #expect(accounts.first?.url == "https://p.example/1")
    #expect(accounts.first?.language == .japanese)
    #expect(accounts.first?.published?.offset == 540)
  }

  @Test(
    "a feed that is not well-formed is read as far as it makes sense, and told of with its line")
  func broken() throws {
    let text =
      "<rss><channel><title>G</title>\n<item><title>Fish & chips</title><description>Open.</description></item></channel></rss>"
    let reading = try AccountReader().read(Array(text.utf8), named: "a.rss")
    #expect(reading.accounts.first?.text.string.hasSuffix("Open.") == true)
    #expect(reading.notes.first?.line == 2)
    #expect(reading.notes.first?.isNote == true)
  }

  @Test("a charset in the XML declaration is read")
  func charset() throws {
    let text = Array(
      "<?xml version='1.0' encoding='shift_jis'?><rss><channel><item><title>a</title><description>"
        .utf8)
    let account = try account(
      text + bytes(hex: "8BB4 82CD 8A4A") + Array("</description></item></channel></rss>".utf8),
      named: "a.xml")
    #expect(account.text.string == "a\n\n橋は開")
  }

  @Test("XML of no known kind is an error that says what is known")
  func unknown() {
    #expect(trouble(Array("<a/>".utf8), named: "a.xml")?.trouble == .unknownXML(root: "a"))
  }
}

@Suite("news items: NewsML-G2 and NITF")
struct NewsItemTests {
  private let nitf = """
    <nitf xml:lang="en"><head><title>Slug</title><docdata><date.issue norm="20240513T180000+0900"/></docdata>
    <pubdata name="Halden Gazette" ex-ref="https://gazette.example/1"/></head>
    <body><body.head><hedline><hl1>Pier reopens</hl1><hl2>First ferry at noon</hl2></hedline>
    <byline>By <person>Ada Brook</person></byline></body.head>
    <body.content><block><p>The <org>Harbour Office</org> opened the pier.</p>
    <media><media-caption>A picture</media-caption></media><p>It cost <money>£2m</money>.</p>
    <bq><block><p>At last!</p></block></bq></block></body.content></body></nitf>
    """

  @Test("NITF gives headlines, body, byline, time and publisher; captions of media are left out")
  func nitfItem() throws {
    let account = try account(nitf, named: "a.xml")
    #expect(
      paragraphs(account) == [
        "Pier reopens", "First ferry at noon", "The Harbour Office opened the pier.",
        "It cost £2m.", "At last!",
      ])
    #expect(account.author == "Ada Brook")
    #expect(account.publisher == "Halden Gazette")
    #expect(account.published?.description == "2024-05-13T18:00:00+09:00")
    #expect(account.embeddedQuotes.count == 1)
    #expect(account.kind == .news)
  }

  private func item(_ content: String) -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en">
    <itemMeta><provider literal="Wire"/><versionCreated>2024-05-14T00:00:00Z</versionCreated></itemMeta>
    <contentMeta><contentCreated>2024-05-13T18:00:00+09:00</contentCreated>
    <creator><name>Ada Brook</name></creator><headline>Pier reopens</headline></contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test("NewsML-G2 with XHTML, with NITF and with text inside")
  func newsItem() throws {
    let xhtml =
      "<inlineXML><html xmlns='x'><head><title>t</title></head><body><p>The pier is open.</p></body></html></inlineXML>"
    let data = "<inlineData contenttype='text/plain'>The pier is open.</inlineData>"
    for content in [xhtml, data] {
      let account = try account(item(content), named: "a.xml")
      #expect(account.text.string == "Pier reopens\n\nThe pier is open.")
      #expect(account.publisher == "Wire")
      #expect(account.author == "Ada Brook")
      #expect(account.published?.description == "2024-05-13T18:00:00+09:00")
    }
    let inner = try account(item("<inlineXML>\(nitf)</inlineXML>"), named: "a.xml")
    #expect(inner.text.string.hasPrefix("Pier reopens\n\nFirst ferry at noon"))
    #expect(inner.publisher == "Wire")
  }

  @Test("a news message holds several items; an item without text in it is none")
  func message() throws {
    let data = "<inlineData contenttype='text/plain'>The pier is open.</inlineData>"
    let text =
      "<newsMessage><itemSet>\(item(data))\(item("<remoteContent href='x.jpg'/>"))\(item(data))</itemSet></newsMessage>"
    #expect(try AccountReader().read(Array(text.utf8), named: "a.xml").accounts.count == 2)
    #expect(
      trouble(Array(item("<remoteContent href='x.jpg'/>").utf8), named: "a.xml")?.trouble
        == .noMainText)
  }
}

@Suite("hostile XML")
struct HostileXMLTests {
  private func feed(_ description: String, prolog: String = "") -> [UInt8] {
    Array(
      "\(prolog)<rss><channel><item><title>T</title><description>\(description)</description></item></channel></rss>"
        .utf8)
  }

  @Test("no entity of a document type is expanded or fetched")
  func entities() throws {
    let prolog = """
      <!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/hostname">]>
      """
    let account = try account(feed("Open &c; &x; now.", prolog: prolog), named: "a.xml")
    #expect(!account.text.string.contains("aaaa"))
    #expect(account.text.string.count < 40)
  }

  @Test("attributes that a document type gives by default are not taken")
  func defaultedAttributes() throws {
    let prolog = "<!DOCTYPE rss [<!ATTLIST item about CDATA \"https://evil.example/\">]>"
    #expect(try account(feed("Open.", prolog: prolog), named: "a.xml").url == nil)
  }

  @Test("elements nested 100,000 deep do no harm", .timeLimit(.minutes(10)))
  func deep() {
    let text = String(repeating: "<a>", count: 100_000)
    _ = trouble(feed(text), named: "a.xml")
    _ = trouble(Array(text.utf8), named: "a.xml")
  }

  @Test("a document with more elements than the limit is refused")
  func tooMany() {
    let reader = AccountReader(options: ReadingOptions(maximumElements: 1000))
    #expect(throws: IngestionError(file: "a.xml", .tooManyElements(limit: 1000))) {
      try reader.read(feed(String(repeating: "<a/>", count: 1000)), named: "a.xml")
    }
  }

  @Test("endless attributes and unmatched ends take linear time", .timeLimit(.minutes(10)))
  func endless() {
    let attributes = (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ")
    _ = trouble(feed("<b \(attributes)/>"), named: "a.xml")
    _ = trouble(feed(String(repeating: "</b>", count: 200_000)), named: "a.xml")
    _ = trouble(feed(String(repeating: "&nosuch;", count: 200_000)), named: "a.xml")
  }
}
