import Testing

@testable import Ingestion

@Suite("what a page quotes as a block")
struct QuoteTests {
  private let sentence = """
    The mayor of Elmsworth opened the bridge over the Tarn on Monday, a year after it was shut, and thanked \
    the builders, the town and the weather.
    """

  private func read(_ quote: String) throws -> Account {
    try account(
      "<html><body><article><p>\(sentence)</p>\(quote)<p>\(sentence)</p></article></body></html>",
      named: "page.html")
  }

  @Test(
    "an embedded post is a quote with its author and address; the line with name and date is no text"
  )
  func embeddedPost() throws {
    let account = try read(
      """
      <blockquote class="twitter-tweet"><p lang="en" dir="ltr">The bridge is open.<br><br>Come &amp; see!
      <a href="https://t.co/x">pic.twitter.com/x</a></p>&mdash; The Mayor (@mayor)
      <a href="https://twitter.com/mayor/status/17?ref_src=a">December 11, 2021</a></blockquote>
      """)
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.text[quote.range] == "The bridge is open.\n\nCome & see!")
    #expect(quote.kind == .post)
    #expect(quote.attribution == "The Mayor (@mayor)")
    #expect(quote.url == "https://twitter.com/mayor/status/17")
    #expect(account.paragraphs.map(\.role) == [.body, .quote, .quote, .body])
    #expect(!account.text.string.contains("@mayor"))
  }

  @Test(
    "posts of other networks are known by their classes",
    arguments: ["bluesky-embed", "mastodon-embed", "instagram-media", "twitter-video"])
  func otherNetworks(name: String) throws {
    let account = try read(
      "<blockquote class='\(name)'><p>The bridge is open.</p>&mdash; The Mayor <a href='https://n.example/1'>x</a></blockquote>"
    )
    #expect(account.embeddedQuotes.map(\.kind) == [.post])
    #expect(account.embeddedQuotes.first?.attribution == "The Mayor")
  }

  @Test(
    "a passage is a quote whose footer names its author, and whose cite attribute gives the address"
  )
  func passage() throws {
    let account = try read(
      """
      <blockquote cite="https://council.example/1"><p>The bridge will be open by May.</p>
      <footer>— The council, in March</footer></blockquote>
      """)
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.text[quote.range] == "The bridge will be open by May.")
    #expect(quote.kind == .passage)
    #expect(quote.attribution == "The council, in March")
    #expect(quote.url == "https://council.example/1")
  }

  @Test("a passage without an author is a quote of one or more paragraphs")
  func anonymousPassage() throws {
    let account = try read("<blockquote><p>It will open.</p><p>It will not shut.</p></blockquote>")
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.embeddedQuotes.count == 1)
    #expect(account.text[quote.range] == "It will open.\n\nIt will not shut.")
    #expect(quote.attribution == nil)
  }

  @Test("quotes in quotes are one quote")
  func nestedQuotes() throws {
    let account = try read(
      "<blockquote><p>He wrote:</p><blockquote><p>It is open.</p></blockquote></blockquote>")
    #expect(account.embeddedQuotes.count == 1)
  }
}
