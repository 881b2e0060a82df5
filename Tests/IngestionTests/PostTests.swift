import Source
import Testing

@testable import Ingestion

@Suite("posts as JSON")
struct PostTests {
  private let post = """
    {"data": {"id": "17", "author_id": "5", "created_at": "2021-12-11T15:42:07.000Z", "lang": "en",
      "text": "Bridge open &amp; dry https://t.co/a https://t.co/b",
      "entities": {"urls": [
        {"url": "https://t.co/a", "expanded_url": "https://roads.example/1"},
        {"url": "https://t.co/b", "expanded_url": "https://twitter.com/m/status/17/photo/1", "media_key": "3_1"}]}},
     "includes": {"users": [{"id": "4", "name": "Other", "username": "o"},
                            {"id": "5", "name": "The Mayor", "username": "mayor"}]}}
    """

  @Test("a post of the X API gives text, author, time, language and address")
  func xPost() throws {
    let account = try account(post, named: "post.json")
    #expect(account.text.string == "Bridge open & dry https://roads.example/1")
    #expect(account.author == "The Mayor (@mayor)")
    #expect(account.publisher == "The Mayor (@mayor)")
    #expect(account.published?.description == "2021-12-11T15:42:07+00:00")
    #expect(account.url == "https://x.com/mayor/status/17")
    #expect(account.kind == .post)
    #expect(account.language == .english)
  }

  @Test("a long post is read whole")
  func longPost() throws {
    let json = """
      {"data": {"id": "1", "text": "The beg…", "note_tweet": {"text": "The beginning and the end."}}}
      """
    #expect(try account(json, named: "a.json").text.string == "The beginning and the end.")
  }

  @Test("a post that quotes another keeps that as a quote")
  func quotedPost() throws {
    let json = """
      {"data": {"id": "2", "text": "Well said.", "referenced_tweets": [{"type": "quoted", "id": "1"}]},
       "includes": {"tweets": [{"id": "1", "author_id": "5", "text": "The bridge is open."}],
                    "users": [{"id": "5", "name": "The Mayor", "username": "mayor"}]}}
      """
    let account = try account(json, named: "a.json")
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.text[quote.range] == "The bridge is open.")
    #expect(quote.attribution == "The Mayor (@mayor)")
    #expect(quote.url == "https://x.com/mayor/status/1")
  }

  @Test("an answer with several posts is several accounts")
  func severalPosts() throws {
    let json =
      "{\"data\": [{\"id\": \"1\", \"text\": \"One.\"}, {\"id\": \"2\", \"text\": \"Two.\"}]}"
    let accounts = try AccountReader().read(Array(json.utf8), named: "posts.json").accounts
    #expect(accounts.map(\.id) == ["posts-1", "posts-2"])
  }

  @Test("an oEmbed answer gives the post's words, author, date and address")
  func oEmbed() throws {
    let json = #"""
      {"url": "https://twitter.com/mayor/status/17", "author_name": "The Mayor",
       "author_url": "https://twitter.com/mayor", "provider_name": "Twitter",
       "html": "<blockquote class=\"twitter-tweet\"><p lang=\"en\" dir=\"ltr\">The bridge is open.<br>Come and see! <a href=\"https://t.co/x\">pic.twitter.com/x</a></p>&mdash; The Mayor (@mayor) <a href=\"https://twitter.com/mayor/status/17?ref_src=a\">December 11, 2021</a></blockquote>\n<script async src=\"https://platform.twitter.com/widgets.js\"></script>"}
      """#
    let account = try account(json, named: "a.json")
    #expect(account.text.string == "The bridge is open. Come and see!")
    #expect(account.author == "The Mayor (@mayor)")
    #expect(account.published == Timestamp(year: 2021, month: 12, day: 11))
    #expect(account.url == "https://twitter.com/mayor/status/17")
    #expect(account.kind == .post)
  }

  @Test("JSON without an ending is known by its content")
  func withoutEnding() throws {
    #expect(try account(post, named: "standard input").kind == .post)
  }

  @Test(
    "malformed JSON is an error with its line",
    arguments: [
      ("{\"data\":\n {\"text\": \"a}", 2), ("{\"data\"\n\n: {,}}", 3), ("{\"data\": 1}}", 1),
      ("{", 1),
    ])
  func malformed(json: String, line: Int) {
    let error = trouble(Array(json.utf8), named: "a.json")
    #expect(error?.line == line)
    guard case .malformed(format: "JSON", _)? = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "JSON that is no post says what is known", arguments: ["{}", "[1]", "{\"data\": {}}", "17"])
  func unknown(json: String) {
    #expect(trouble(Array(json.utf8), named: "a.json")?.trouble == .unknownPost)
  }

  @Test("escapes and surrogate pairs are read, half a pair is U+FFFD")
  func escapes() throws {
    let value = try JSONValue(
      parsing: Array(#"["\u0041\n\ud83d\ude00\ud83d!"]"#.utf8), deadline: tomorrow)
    #expect(value == .array([.string("A\n😀\u{FFFD}!")]))
  }

  @Test("JSON nested 100,000 deep is refused and does no harm")
  func deepNesting() {
    let json = Array(repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONValue.Mistake.self) { try JSONValue(parsing: json, deadline: tomorrow) }
  }
}
