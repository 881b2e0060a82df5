import Testing

@testable import Ingestion

@Suite("posts of other networks and versions")
struct PostNetworkTests {
  private let status = """
    {"created_at": "Sat Dec 11 15:42:07 +0000 2021", "id_str": "17", "lang": "en",
     "full_text": "Pier open &amp; dry https://t.co/a https://t.co/b",
     "entities": {"urls": [{"url": "https://t.co/a", "expanded_url": "https://roads.example/1"}],
                  "media": [{"url": "https://t.co/b"}]},
     "user": {"name": "The Mayor", "screen_name": "mayor"}}
    """

  @Test("a status of the X API v1.1 gives text, author, time and address; links of pictures go")
  func xStatus() throws {
    let account = try account(status, named: "a.json")
    #expect(account.text.string == "Pier open & dry https://roads.example/1")
    #expect(account.author == "The Mayor (@mayor)")
    #expect(account.published?.description == "2021-12-11T15:42:07+00:00")
    #expect(account.url == "https://x.com/mayor/status/17")
    #expect(account.kind == .post)
  }

  @Test("a list of statuses and the answer to a search are several accounts")
  func lists() throws {
    for text in ["[\(status), \(status)]", "{\"statuses\": [\(status), \(status)]}"] {
      #expect(try AccountReader().read(Array(text.utf8), named: "a").accounts.count == 2)
    }
  }

  @Test("the archive of X is a script with statuses in it")
  func archive() throws {
    let text = """
      window.YTD.tweets.part0 = [
        {"tweet": {"id_str": "1", "full_text": "One.", "created_at": "Sat Dec 11 15:42:07 +0000 2021"}},
        {"tweet": {"id_str": "2", "full_text": "Two."}}
      ]
      """
    let accounts = try AccountReader().read(Array(text.utf8), named: "tweets.js").accounts
    #expect(accounts.map(\.text.string) == ["One.", "Two."])
    #expect(accounts[0].url == "https://x.com/i/status/1")
    #expect(accounts[0].published?.date == "2021-12-11")
  }

  @Test(
    "a status that quotes another and one that repeats another keep the other's words as a quote")
  func quotedStatus() throws {
    let quoting =
      "{\"id_str\": \"2\", \"full_text\": \"Well said.\", \"quoted_status\": \(status)}"
    let repeating =
      "{\"id_str\": \"3\", \"full_text\": \"RT @mayor: Pier o…\", \"retweeted_status\": \(status)}"
    #expect(
      try account(quoting, named: "a.json").embeddedQuotes.first?.attribution
        == "The Mayor (@mayor)")
    #expect(try account(repeating, named: "a.json").text.string.hasPrefix("Pier open & dry"))
  }

  @Test(
    "a status of Mastodon: paragraphs and lines of its HTML, warning, author, language, address")
  func mastodon() throws {
    let text = """
      {"id": "1", "created_at": "2024-05-13T09:00:00.000Z", "language": "en", "spoiler_text": "Harbour news",
       "url": "https://social.example/@mayor/1", "reblog": null,
       "content": "<p>The pier is <a href='https://roads.example/1'><span class='invisible'>https://</span><span>roads.example/1</span></a> open.<br>At last!</p><p>Come &amp; see.</p>",
       "account": {"acct": "mayor@social.example", "display_name": "The Mayor"}}
      """
    let account = try account(text, named: "a.json")
    #expect(
      paragraphs(account) == [
        "Harbour news", "The pier is https://roads.example/1 open.", "At last!", "Come & see.",
      ])
    #expect(account.author == "The Mayor (@mayor@social.example)")
    #expect(account.published?.description == "2024-05-13T09:00:00+00:00")
    #expect(account.url == "https://social.example/@mayor/1")
  }

  @Test("what somebody boosts on Mastodon is a quote of its author")
  func boost() throws {
    let text = """
      {"account": {"acct": "ada"}, "content": "", "reblog": {"content": "<p>The pier is open.</p>",
       "account": {"acct": "mayor", "display_name": "The Mayor"}}}
      """
    let account = try account(text, named: "a.json")
    #expect(account.embeddedQuotes.first?.attribution == "The Mayor (@mayor)")
    #expect(account.author == "@ada")
  }

  private let bluesky = """
    {"uri": "at://did:plc:x/app.bsky.feed.post/3k2", "author": {"handle": "town.example", "displayName": "Town"},
     "record": {"$type": "app.bsky.feed.post", "createdAt": "2024-05-13T09:00:00Z", "langs": ["en"],
       "text": "Café news: roads.example/1... now", "facets": [{"index": {"byteStart": 12, "byteEnd": 30},
         "features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://roads.example/123"}]}]},
     "embed": {"$type": "app.bsky.embed.record#view", "record": {"uri": "at://did:plc:y/app.bsky.feed.post/3k1",
       "author": {"handle": "mayor.example"}, "value": {"$type": "app.bsky.feed.post", "text": "The pier is open."}}}}
    """

  @Test("a post of Bluesky: links whole, author, time, address, and the post that it quotes")
  func blueskyPost() throws {
    let account = try account(bluesky, named: "a.json")
    #expect(
      paragraphs(account) == ["Café news: https://roads.example/123 now", "The pier is open."])
    #expect(account.author == "Town (@town.example)")
    #expect(account.url == "https://bsky.app/profile/town.example/post/3k2")
    #expect(account.published?.description == "2024-05-13T09:00:00+00:00")
    #expect(account.embeddedQuotes.first?.attribution == "@mayor.example")
    #expect(account.embeddedQuotes.first?.url == "https://bsky.app/profile/mayor.example/post/3k1")
  }

  @Test(
    "posts of Bluesky are found in every answer that holds them",
    arguments: [
      "{\"posts\": [%]}", "{\"thread\": {\"post\": %}}", "{\"feed\": [{\"post\": %}]}", "[%]",
    ])
  func blueskyAnswers(answer: String) throws {
    let text = answer.split(separator: "%").joined(separator: bluesky)
    #expect(try account(text, named: "a.json").author == "Town (@town.example)")
  }

  @Test("a page that is nothing but an embedded post is that post")
  func embed() throws {
    let account = try account(
      """
      <blockquote class="twitter-tweet"><p lang="en" dir="ltr">The bridge is open.<br>Come and see!</p>&mdash;
      The Mayor (@mayor) <a href="https://twitter.com/mayor/status/17?ref_src=a">December 11, 2021</a></blockquote>
      <script async src="https://platform.twitter.com/widgets.js"></script>
      """, named: "a.html")
    #expect(account.text.string == "The bridge is open. Come and see!")
    #expect(account.author == "The Mayor (@mayor)")
    #expect(account.kind == .post)
    #expect(account.url == "https://twitter.com/mayor/status/17")
    #expect(account.published?.date == "2021-12-11")
    #expect(account.embeddedQuotes.isEmpty)
  }

  @Test("a link is replaced as often as it is listed, so that links made of links multiply nothing")
  func linksOfLinks() throws {
    let link = "{\"url\": \"a\", \"expanded_url\": \"aa\"}"
    let status = """
      {"id_str": "1", "full_text": "Boat a b a a", "entities": {"urls": [\(link), \(link)]}}
      """
    #expect(try account(status, named: "a.json").text.string == "Boaat aa b a a")
  }

  @Test("20,000 posts by as many users take linear time", .timeLimit(.minutes(10)))
  func manyUsers() {
    let posts = (0..<20_000).map {
      "{\"id\": \"\($0)\", \"text\": \"Yes.\", \"author_id\": \"\($0)\"}"
    }
    let users = (0..<20_000).map { "{\"id\": \"\($0)\", \"username\": \"u\($0)\"}" }
    let text = """
      {"data": [\(posts.joined(separator: ","))],
       "includes": {"users": [\(users.joined(separator: ","))]}}
      """
    #expect(trouble(Array(text.utf8), named: "a.json") == nil)
  }

  @Test("a post of Bluesky with 100,000 links takes linear time", .timeLimit(.minutes(10)))
  func manyFacets() {
    let facets = (0..<100_000).map {
      """
      {"index": {"byteStart": \(2 * $0), "byteEnd": \(2 * $0 + 1)}, "features": [{"uri": "https://a.example"}]}
      """
    }
    let text = """
      {"$type": "app.bsky.feed.post", "text": "\(String(repeating: "a ", count: 100_000))",
       "facets": [\(facets.joined(separator: ","))]}
      """
    #expect(trouble(Array(text.utf8), named: "a.json") == nil)
  }
}
