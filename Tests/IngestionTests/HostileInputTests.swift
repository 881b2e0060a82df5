import SeededRandomness
import Testing

@testable import Ingestion

@Suite("hostile and broken input")
struct HostileInputTests {
  private static let sentence = """
    The mayor of Elmsworth opened the bridge over the Tarn on Monday, a year after it was shut, and thanked all.
    """
  private var sentence: String { Self.sentence }

  @Test(
    "elements nested 100,000 deep are read, and take no time", .timeLimit(.minutes(10)),
    arguments: [
      "div", "b", "blockquote", "ul><li", "table><tr><td", "font", "x-element", "section",
    ])
  func deepNesting(tag: String) throws {
    let page = String(repeating: "<\(tag)>", count: 100_000) + "<p>\(sentence)</p>"
    #expect(try account(page, named: "a.html").text.string.contains("The mayor of Elmsworth"))
  }

  @Test(
    "broken HTML is read",
    arguments: [
      "<p>%", "<div><p>%</span></div></div></p></b>", "<p title='it's \"broken\">%", "<p<b>%</p>",
      "<html><body><p>%<", "<p>%<!-- no end", "</p></p><p>%</p>&#0;&#xFFFFFF;&nosuch;",
      "<a href=<p>>%",
      "<!DOCTYPE html [<!ENTITY a \"b\">]><p>%", "<p>%<script>if (a < b) '</p>'",
      "<P CLASS=x ID>%</P >",
      "<p>%</p><style>p { color: red", "<p>%</p><![CDATA[ x ]]>", "<p>%</p><svg><path d='M0'/><p>x",
      "<title>a < b</title><p>%", "<p>%</p></noscript><iframe><object><embed><param>",
    ])
  func broken(page: String) throws {
    let parts = page.split(separator: "%", omittingEmptySubsequences: false)
    let whole = parts.joined(separator: sentence)
    #expect(try account(whole, named: "a.html").text.string.contains("opened the bridge"))
  }

  @Test("nothing is fetched or expanded for an entity of a document type")
  func externalEntities() throws {
    let page = """
      <!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "&z;&z;"><!ENTITY z "&y;&y;">]>
      <html><body><p>\(sentence) &x; &y;</p></body></html>
      """
    #expect(try account(page, named: "a.html").text.string.contains("&y;"))
  }

  @Test(
    "endless attributes, tags, comments and unmatched ends take linear time",
    .timeLimit(.minutes(10)),
    arguments: [
      "<p " + (0..<200_000).map { "a\($0)=1 " }.joined() + ">",
      "<p class='" + String(repeating: "a ", count: 2_000_000) + "'>",
      String(repeating: "<!--", count: 500_000) + "-->",
      String(repeating: "<iframe><noscript>", count: 200_000),
      String(repeating: "</b></i></div></x>", count: 200_000),
      String(repeating: "<p>a", count: 300_000),
      String(repeating: "<b>", count: 600) + String(repeating: "<i></b>", count: 100_000),
      String(repeating: "&amp;", count: 500_000),
      "<ol>" + String(repeating: "<li>An item of a list.", count: 50_000),
      "<table><tr><th>" + String(repeating: "<tr><td>a<td>b", count: 50_000),
      "<blockquote class=twitter-tweet>" + String(repeating: "<div>a</div>", count: 50_000),
      "<blockquote class=twitter-tweet>" + String(repeating: "<a><p>a<a>b", count: 10_000),
      String(repeating: "<div><form><p>\(sentence)</p></form></div>", count: 20_000),
      String(repeating: "<a href=x>link</a> ", count: 200_000),
      "<table><tr><th>a<td>b<tr>" + String(repeating: "<td>a", count: 50_000) + "</table>",
      "<ul><li>" + String(repeating: "<b> </b><i></i>", count: 20_000)
        + String(repeating: "<p>An item.</p>", count: 20_000) + "</ul>",
    ])
  func endless(page: String) {
    _ = trouble(Array((page + "<p>\(sentence)</p>").utf8), named: "a.html")
  }

  @Test(
    "a page with more elements than the limit is refused, whatever they are",
    arguments: ["<br>a", "<p>", "<b></b>", "<meta name=a content=b>", "<div></div>"])
  func tooManyElements(element: String) {
    let page = Array(String(repeating: element, count: 2000).utf8)
    let reader = AccountReader(options: ReadingOptions(maximumElements: 1000))
    #expect(throws: IngestionError(file: "a.html", .tooManyElements(limit: 1000))) {
      try reader.read(page, named: "a.html")
    }
  }

  @Test(
    "more lines than elements may be are refused, whatever the format",
    arguments: ["a.txt", "a.md", "a.srt", "a.eml", "flowed.eml"])
  func tooManyLines(name: String) {
    let header = "From: a@b.example\nContent-Type: text/plain; format=flowed\n\n"
    let start = ["a.eml": "From: a@b.example\n\n", "flowed.eml": header][name] ?? ""
    let reader = AccountReader(options: ReadingOptions(maximumElements: 1000))
    let lines = String(repeating: "a\n\n", count: 600)
    #expect(throws: IngestionError(file: name, .tooManyElements(limit: 1000))) {
      try reader.read(Array((start + lines).utf8), named: name)
    }
    #expect((try? reader.read(Array("a\nb\nc".utf8), named: "b.txt")) != nil)
  }

  @Test("more values of JSON than elements may be are refused, and so are fields without end")
  func tooManyValues() throws {
    let reader = AccountReader(options: ReadingOptions(maximumElements: 1000))
    let list = "[" + String(repeating: "0,", count: 1000) + "0]"
    #expect(
      throws: IngestionError(
        file: "a.json", line: 1,
        .malformed(format: "JSON", reason: "it has more than 1000 values"))
    ) { try reader.read(Array(list.utf8), named: "a.json") }
    let fields = "From: a@b.example\n" + String(repeating: "X: y\n", count: 20_000)
    let (header, body) = MessageHeader.parse(Array((fields + "\nText.").utf8)[...])
    #expect(header.fields.count == 10_000 && body.starts(with: Array("X: y\n".utf8)))
  }

  @Test("more text than a file may be is refused, whatever it was packed in")
  func tooMuchText() {
    let text = "<w:t>" + String(repeating: "The pier is open. ", count: 1000) + "</w:t>"
    let bytes = Packing.zip([
      .init("[Content_Types].xml", "<Types/>"),
      .init(
        "word/document.xml",
        "<w:document xmlns:w='w'><w:body><w:p><w:r>\(text)</w:r></w:p></w:body></w:document>"),
    ])
    let reader = AccountReader(options: ReadingOptions(maximumFileSize: 10_000))
    #expect(throws: IngestionError(file: "a.docx", .tooMuchText(limit: 10_000))) {
      try reader.read(bytes, named: "a.docx")
    }
  }

  @Test(
    "files that are no text are refused with what they are",
    arguments: [
      ("89504E470D0A1A0A0000000D494844520000", "a PNG image"),
      ("377ABCAF271C0004000000000000000000", "a 7-Zip archive"),
      ("00010203040506070809", "binary data"),
    ])
  func binary(digits: String, kind: String) {
    #expect(trouble(bytes(hex: digits), named: "a.txt")?.trouble == .notText(found: kind))
  }

  @Test("formats that are known and not read are named")
  func unsupported() {
    let error = trouble(Array("{\\rtf1\\ansi A text.}".utf8), named: "a.rtf")
    #expect(
      error?.description
        == "a.rtf: is an RTF document, which is not read; save it as DOCX or text")
  }

  @Test("a web archive of Safari is refused, with what to save instead")
  func webarchive() {
    let error = trouble(
      Array("bplist00".utf8) + [0xD1, 0x01, 0x02, 0, 0, 0], named: "a.webarchive")
    #expect(error?.description.contains("Safari web archive (.webarchive)") == true)
    #expect(error?.description.contains("as MHTML or as PDF") == true)
  }

  @Test("an empty file and one of white space are errors", arguments: ["", " \n\t\r\n"])
  func empty(text: String) {
    for name in ["a.txt", "a.html", "a.json", "a.md"] {
      #expect(trouble(Array(text.utf8), named: name)?.trouble == .empty)
    }
  }

  @Test("malformed front matter is an error with the line of the file")
  func frontMatter() {
    let error = trouble(Array("---\ntitle: A\nurl: b: c\n---\nText.".utf8), named: "a.md")
    #expect(error?.line == 3)
    guard case .malformed(format: "YAML front matter", _)? = error?.trouble else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("a date in front matter that is none is an error with its line")
  func frontMatterDate() {
    let error = trouble(Array("---\ntitle: A\ndate: soon\n---\nText.".utf8), named: "a.md")
    #expect(error?.line == 3)
  }
}

@Suite("any input: an account or an error, and every range within its text")
struct AnyInputTests {
  private static let endings = [
    "html", "txt", "md", "json", "", "eml", "mht", "xml", "vtt", "srt", "warc", "js",
  ]

  private func check(_ bytes: [UInt8], _ generator: inout SeededGenerator) {
    let ending = Self.endings.randomElement(using: &generator) ?? ""
    guard let reading = try? AccountReader().read(bytes, named: "a.\(ending)") else { return }
    for account in reading.accounts {
      var end = 0
      for paragraph in account.paragraphs {
        #expect(paragraph.range.lowerBound >= end && !paragraph.range.isEmpty)
        end = paragraph.range.upperBound
      }
      #expect(end <= account.text.count)
      for quote in account.embeddedQuotes { #expect(quote.range.upperBound <= account.text.count) }
      #expect(!account.id.isEmpty && !account.publisher.isEmpty)
    }
  }

  @Test("random bytes", arguments: 0..<8)
  func randomBytes(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<150 {
      let length = Int.random(in: 0..<400, using: &generator)
      let highest: UInt8 = Bool.random(using: &generator) ? 255 : 127
      check((0..<length).map { _ in UInt8.random(in: 9...highest, using: &generator) }, &generator)
    }
  }

  @Test("random pieces of the formats", arguments: 0..<8)
  func randomPieces(seed: Int) {
    let pieces = [
      "<p>", "</p>", "<div class='share'>", "</div>", "<!--", "-->", "<script>", "</script>", "<b",
      ">", "<",
      "&amp;", "&#", "'", "\"", "=", "<blockquote class=twitter-tweet>", "</blockquote>",
      "<table><tr><td>",
      "</table>", "<ol><li>", "<a href=x>", "</a>", "<h1>", "<br>", "<svg>", "<title>",
      "<meta charset=euc-jp>",
      "---\n", "title: x\n", "> ", "- ", "1. ", "```\n", "|a|b|\n", "[x](y)", "![", "**", "\\",
      "\n\n", "\n", "{",
      "}", "[", "]", ":", ",", "\"data\"", "\"text\"", "\"html\"", "null",
      "The minister said so, in May. ",
      "From: a\r\n", "Content-Type: multipart/mixed; boundary=x\r\n", "\r\n--x\r\n", "--x--",
      "Content-Type: text/html\r\n", "Content-Transfer-Encoding: base64\r\n\r\n", "=?utf-8?Q?a?=",
      "Content-Type: message/rfc822\r\n\r\n", "=3D", "=\r\n", "> > ", "wrote:\n", "-- \n",
      "WARC/1.0\r\nWARC-Type: response\r\n", "Content-Length: 40\r\n\r\n", "HTTP/1.1 200 OK\r\n",
      "Transfer-Encoding: chunked\r\n\r\n5\r\n", "<rss><channel>", "<item>", "<description>",
      "<![CDATA[", "]]>", "&nbsp;", "<feed>", "<entry>", "<content type='xhtml'>", "<nitf>",
      "<newsItem>",
      "WEBVTT\n\n", "00:01.000 --> 00:02.000\n", "<v Ada>", "ADA: ", ">> ", "[noise]",
      "橋は開通した。", "\u{FEFF}", "\u{0}", "é", "😀", "(1) ", "令和3年12月11日", "\u{85}", "\r",
    ]
    var generator = SeededGenerator(seed: UInt64(seed) &+ 100)
    for _ in 0..<150 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
      check(Array(text.utf8), &generator)
    }
  }

  @Test("a page cut off anywhere")
  func cutOff() {
    let page = Array(
      """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Bridge &amp; dogs</title>
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge"}</script></head>
      <body><h1>Bridge</h1><p class="x">The mayor opened the bridge, at 12:20, in the rain — “at last”.</p>
      <blockquote class="twitter-tweet"><p>Open!</p>&mdash; M <a href="https://t.example/1">x</a></blockquote>
      <table><tr><th>a<td>b</table><!-- end --></body></html>
      """.utf8)
    var generator = SeededGenerator(seed: 7)
    for end in page.indices { check(Array(page[..<end]), &generator) }
  }
}
