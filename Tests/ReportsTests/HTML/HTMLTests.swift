import Testing

@testable import Reports

@Suite("Text of sources stays text in HTML")
struct HTMLTests {
  @Test(
    "what could begin markup or end an attribute is escaped",
    arguments: [
      ("<script>", "&lt;script&gt;"), ("\" onclick=\"x", "&quot; onclick=&quot;x"),
      ("' a", "&#39; a"), ("&lt;", "&amp;lt;"), ("<!-- a -->", "&lt;!-- a --&gt;"),
      ("]]>", "]]&gt;"), ("a\n- [x] accept", "a&#10;- [x] accept"),
      ("plain 文", "plain 文"),
    ])
  func escapes(text: String, expected: String) {
    let html: HTML = "\(text)"
    #expect(html.description == expected)
  }

  @Test("words of a source are kept apart from the direction of the text around them")
  func isolation() {
    let html: HTML = "<li>\(source: "a < b")</li>"
    #expect(html.description == "<li><bdi>a &lt; b</bdi></li>")
  }

  @Test("markup that is filled into markup is not escaped again")
  func nesting() {
    let inner: HTML = "<b>\("x & y")</b>"
    let outer: HTML = "<p>\(inner)</p>"
    #expect(outer.description == "<p><b>x &amp; y</b></p>")
  }

  @Test("marks that turn the direction of text are shown, and control characters dropped")
  func invisible() {
    let html: HTML = "\("a\u{202E}b\u{0}c\u{1B}d\u{85}e\u{FFFE}")"
    #expect(html.description == "a⟨U+202E⟩bcde")
  }

  @Test("a sentence of ours takes markup, and what stands between grave accents is code")
  func sentence() throws {
    let html = try ReportWords(in: .english).html("method", ["count": "<b>2</b>"])
    #expect(html.description.hasPrefix("<b>2</b> accounts"))
    #expect(html.description.contains("<code>crossread extract</code>"))
  }
}

@Suite("Where the nodes of a graph stand")
struct GraphLayoutTests {
  @Test("what draws on others stands to the right of all of them")
  func layers() {
    let layout = GraphLayout(
      nodes: ["N", "J", "S", "W"], edges: ["N": ["J", "S"], "W": ["N", "J"]])
    #expect(layout.layers == [["J", "S"], ["N"], ["W"]])
  }

  @Test("accounts that draw on each other in a circle all find a place")
  func circle() {
    let layout = GraphLayout(nodes: ["A", "B", "C"], edges: ["A": ["B"], "B": ["C"], "C": ["A"]])
    #expect(layout.layers.flatMap { $0 }.sorted() == ["A", "B", "C"])
  }

  @Test("who draws on the upper source stands above")
  func order() {
    let layout = GraphLayout(nodes: ["A", "B", "X", "Y"], edges: ["X": ["B"], "Y": ["A"]])
    #expect(layout.layers == [["A", "B"], ["Y", "X"]])
  }
}
