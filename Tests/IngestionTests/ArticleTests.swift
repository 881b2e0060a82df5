import Source
import Testing

@testable import Ingestion

@Suite("the article of a page")
struct ArticleTests {
  private let first = """
    The mayor of Elmsworth opened the bridge over the Tarn on Monday, a year after it was shut, and thanked \
    the builders, the town and the weather.
    """
  private let second = """
    Some two hundred people, many of them with dogs, crossed it in the first hour, the council said, and the \
    first car came at noon.
    """

  private func read(_ body: String) throws -> Account {
    try account("<html><body>\(body)</body></html>", named: "page.html")
  }

  private func roles(_ account: Account) -> [Paragraph.Role] { account.paragraphs.map(\.role) }

  @Test(
    "navigation, footers, asides, related links, share buttons and cookie notices are no part of it"
  )
  func boilerplate() throws {
    let account = try read(
      """
      <header><a href="/">Gazette</a></header><nav><ul><li><a href="/n">News of the day and of the town</a></ul></nav>
      <div class="cookie-banner"><p>We use cookies, as everyone does, to learn what you read, and for how long.</p></div>
      <article><p>\(first)</p><div class="share-buttons"><a href="#">Share</a></div>
      <aside><p>Elsewhere, in another town, another bridge fell down, to nobody's surprise, on a Sunday.</p></aside>
      <p>Advertisement</p><p>\(second)</p>
      <div class="related-articles"><h3>Related</h3><ul><li><a href="/1">A bridge falls down in another town</a></ul></div>
      </article><div id="comments"><p>I never liked the old bridge, and I do not like the new one, said a reader.</p></div>
      <footer><p>All rights are reserved by the Gazette, its owners, and their heirs and assigns.</p></footer>
      """)
    #expect(paragraphs(account) == [first, second])
  }

  @Test("a headline that its class calls a lede stands there once")
  func headlineInLede() throws {
    let headline = "The mayor opens the bridge at Elmsworth, a year after the flood"
    let page = """
      <title>\(headline)</title><h1 class="lede">\(headline)</h1><div>By Ada Brook</div>
      <div class="story"><p>\(first)</p><p>\(second)</p></div>
      """
    let text = try account(page, named: "a.html").text.string
    #expect(text.ranges(of: headline).count == 1)
  }

  @Test(
    "the headline is a heading at the beginning of the text, also where it stands outside of the article"
  )
  func headline() throws {
    let account = try account(
      """
      <title>Bridge at Elmsworth opens | Gazette</title><div class="top"><h1>Bridge at Elmsworth opens</h1></div>
      <div class="story"><p>\(first)</p><p>\(second)</p></div>
      """, named: "page.html")
    #expect(roles(account) == [.heading, .body, .body])
    #expect(account.headline.map { account.text[$0] } == "Bridge at Elmsworth opens")
    #expect(account.text[account.body].hasPrefix("The mayor"))
  }

  @Test("captions are left out")
  func captions() throws {
    let account = try read(
      """
      <article><p>\(first)</p><figure><img src=a.jpg><figcaption>The bridge, seen from the old mill, in May.
      </figcaption></figure><p>\(second)</p></article>
      """)
    #expect(paragraphs(account) == [first, second])
  }

  @Test("a byline and a date above the text are metadata and no paragraphs")
  func byline() throws {
    let account = try read(
      "<article><p>By Ann Lee, 12 December 2021</p><p>\(first)</p><p>\(second)</p></article>")
    #expect(paragraphs(account) == [first, second])
    #expect(account.published?.date == "2021-12-12")
  }

  @Test("two line breaks part paragraphs, one does not")
  func lineBreaks() throws {
    let account = try read("<div>\(first)<br><br>\(second)<br>And so on, until the evening.</div>")
    #expect(paragraphs(account) == [first, second + " And so on, until the evening."])
  }

  @Test("no space comes between Japanese characters that a line end parts")
  func japaneseLines() throws {
    let account = try read("<p>市長は月曜日に橋の\n開通式に出席し、<br>関係者に感謝の言葉を述べた。</p>")
    #expect(account.text.string == "市長は月曜日に橋の開通式に出席し、関係者に感謝の言葉を述べた。")
  }

  @Test("white space is squeezed, no-break spaces are spaces, and what is not seen goes")
  func whiteSpace() throws {
    let account = try read("<p>The&nbsp;&nbsp;bridge\n\t is\u{200B} op&shy;en to <b>all</b>.</p>")
    #expect(account.text.string == "The bridge is open to all.")
  }

  @Test("entities are read, also where they are part of a word")
  func entities() throws {
    let account = try read("<p>Caf&eacute; &amp; bar &#8212; &ldquo;open&rdquo; &lt;now&gt;.</p>")
    #expect(account.text.string == "Café & bar — “open” <now>.")
  }

  @Test("ordered lists give their numbers as labels")
  func orderedLists() throws {
    let account = try read(
      "<article><p>\(first)</p><ol start=3><li>The talks.<li>The bridge.</ol><ul><li>The dogs.</ul></article>"
    )
    #expect(account.paragraphs.map(\.label) == [nil, "3.", "4.", "•"])
    #expect(roles(account) == [.body, .listItem, .listItem, .listItem])
  }

  @Test(
    "numbers written before paragraphs are labels: with brackets, with points, and bare ones that count up"
  )
  func writtenNumbers() throws {
    let account = try read(
      "<div><p>1&nbsp; \(first)</p><p>2&nbsp; \(second)</p><p>(3) \(first)</p><p>４　\(second)</p></div>"
    )
    #expect(account.paragraphs.map(\.label) == ["1", "2", "(3)", "４"])
    #expect(paragraphs(account) == [first, second, first, second])
  }

  @Test("rows of a table of data are paragraphs, cells of a layout are not joined")
  func tables() throws {
    let data = try read(
      "<article><p>\(first)</p><table><tr><th>What<th>How long<tr><td>Talks<td>25 minutes</table></article>"
    )
    #expect(paragraphs(data) == [first, "What: How long", "Talks: 25 minutes"])
    #expect(roles(data) == [.body, .tableRow, .tableRow])
    let layout = try read(
      "<table><tr><td><a href=/>Home</a><td><p>\(first)</p><p>\(second)</p></table>")
    #expect(paragraphs(layout) == [first, second])
  }

  @Test("an article in several parts is read whole")
  func severalParts() throws {
    let account = try read(
      """
      <div class="story"><div class="part"><p>\(first)</p><p>\(second)</p></div><div class="ad"><a href=/>Buy</a></div>
      <div class="part"><p>\(second)</p><p>\(first)</p></div></div>
      """)
    #expect(account.paragraphs.count == 4)
  }

  @Test("a class of a share button does not hide a page that is nothing else")
  func hintsThatAreWrong() throws {
    let account = try read("<div class='share sidebar'><p>\(first)</p><p>\(second)</p></div>")
    #expect(paragraphs(account) == [first, second])
  }

  @Test("the body that JSON-LD gives is read where scripts would have filled the page")
  func statedBody() throws {
    let account = try account(
      """
      <script type="application/ld+json">{"@type": "NewsArticle", "articleBody": "\(first)\\n\\n\(second)"}</script>
      <body><p>Please turn on scripts.</p></body>
      """, named: "page.html")
    #expect(paragraphs(account) == [first, second])
  }

  @Test(
    "a page without text is an error that says so",
    arguments: ["", "<nav><a href=/>Home</a></nav>"])
  func noText(body: String) {
    let page = Array("<html><body>\(body)<script>document.write('x')</script></body></html>".utf8)
    #expect(trouble(page, named: "page.html")?.trouble == .noMainText)
  }
}
