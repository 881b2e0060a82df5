import Testing

@testable import Ingestion

@Suite("pages to trees")
struct HTMLParserTests {
  /// A page's tree on one line: `body(p('a'))`; the root is left out.
  private func outline(_ page: String) throws -> String {
    let limits = ReadingLimits(ReadingOptions(), file: "a.html")
    let tree = try HTMLParser.parse(Array(page.utf8), file: "a.html", limits: limits)
    func outline(_ node: Int) -> String {
      if tree.tag(node) == .text { return "'\(tree.string(ofText: node))'" }
      let inner = tree.children(node).map(outline).joined(separator: " ")
      return tree.tag(node).name + (inner.isEmpty ? "" : "(\(inner))")
    }
    return tree.children(0).map(outline).joined(separator: " ")
  }

  @Test(
    "elements end as in browsers, whatever end tags are missing",
    arguments: [
      ("<p>a<p>b<div>c</div>d", "body(p('a') p('b') div('c') 'd')"),
      ("<p><b>a<ul><li>b<li><i>c</ul>d", "body(p(b('a')) ul(li('b') li(i('c'))) 'd')"),
      ("<ul><li>a<ul><li>b</ul><li>c</ul>", "body(ul(li('a' ul(li('b'))) li('c')))"),
      ("<dl><dt>a<dd>b<dt>c</dl>", "body(dl(dt('a') dd('b') dt('c')))"),
      (
        "<table><tr><td>a<td>b<tr><th>c</table>d",
        "body(table(tr(td('a') td('b')) tr(th('c'))) 'd')"
      ),
      (
        "<table><tbody><tr><td><table><tr><td>a</table>b<tbody><tr><td>c</table>",
        "body(table(tbody(tr(td(table(tr(td('a'))) 'b'))) tbody(tr(td('c')))))"
      ),
      ("<h2>a<h3>b</h2>c", "body(h2('a') h3('b') 'c')"),
      ("<select><option>a<option>b</select>", "body(select(option('a') option('b')))"),
      ("<div><span>a</div>b", "body(div(span('a')) 'b')"),
      ("<a>a<a>b</a>c", "body(a('a') a('b') 'c')"),
      ("<table><tr><td><p>a</table>b", "body(table(tr(td(p('a')))) 'b')"),
    ])
  func missingEnds(page: String, tree: String) throws {
    #expect(try outline(page) == tree)
  }

  @Test(
    "an end tag that ends nothing is passed over",
    arguments: [
      ("<div>a</span></p>b</div>", "body(div('ab'))"),
      ("<p>a</body></html>b", "body(p('ab'))"),
      ("<div><table><tr><td>a</div>b</table>", "body(div(table(tr(td('ab')))))"),
      ("<i><div>a</u></div>b</i>", "body(i(div('a') 'b'))"),
      ("<ul><li><ol>a</li>b</ol></ul>", "body(ul(li(ol('ab'))))"),
    ])
  func strayEnds(page: String, tree: String) throws {
    #expect(try outline(page) == tree)
  }

  @Test("a link whose end tag stands in a block inside of it ends with that block")
  func misnested() throws {
    #expect(try outline("<a><h2>a</a></h2>b") == "body(a(h2('a')) 'b')")
  }

  @Test(
    "the body begins where it is meant to",
    arguments: [
      ("<title>t</title> <meta name=a>\n x", "title('t') meta body('\n x')"),
      ("<head><title>t</title><p>a", "head(title('t')) body(p('a'))"),
      ("<html lang=en><head></head>\n<body>a<body>b", "head body('ab')"),
    ])
  func body(page: String, tree: String) throws {
    #expect(try outline(page) == tree)
  }

  @Test(
    "comments, scripts and elements that say nothing are left out and part no text",
    arguments: [
      "<p>a<!-- <p> -->b", "<p>a<script>'<p>'</script>b", "<p>a<wbr>b", "<p>a<!doctype x>b",
      "<p>a<?x?>b", "<p>a<svg><p>x</p></svg>b", "<p>a<!-->b",
    ])
  func leftOut(page: String) throws {
    #expect(try outline(page) == "body(p('ab'))")
  }

  @Test(
    "characters are written by name and by number",
    arguments: [
      ("&eacute;&#233;&#xE9;&#XE9;", "ééé\u{E9}"), ("&lt;b&gt; &amp;lt;", "<b> &lt;"),
      ("&#150;&#x80;", "–€"), ("&copy 1&nbsp 2", "© 1\u{A0} 2"),
      ("&nosuch; & &# &#x; &", "&nosuch; & &# &#x; &"),
      ("a&#0;&#1;&#xD800;&#x110000;&#xFFFFFFFFFF;b", "ab"), ("a < b <3", "a < b <3"),
      ("&hellip;&rsquo;&mdash;&Alpha;", "…’—\u{391}"), ("&rsquo x", "&rsquo x"),
    ])
  func characters(written: String, meant: String) throws {
    #expect(try outline("<p>\(written)") == "body(p('\(meant)'))")
  }

  @Test("an address keeps what only looks like a character's name")
  func addresses() throws {
    let page = "<a href='?a=1&copy=2&amp;b=3&lt;' href=x CLASS=\"y\">a</a>"
    let limits = ReadingLimits(ReadingOptions(), file: "a.html")
    let tree = try HTMLParser.parse(Array(page.utf8), file: "a.html", limits: limits)
    let link = try #require(tree.nodes.indices.first { tree.tag($0) == .a })
    #expect(tree.attribute(link, .href) == "?a=1&copy=2&b=3<")
    #expect(tree.attribute(link, .class) == "y")
    #expect(tree.attribute(link, .id) == nil)
  }

  @Test("JSON-LD is kept as it stands, and a title is text")
  func rawText() throws {
    let page = """
      <title>a < b &amp; <i>c</i></title><script type='application/ld+json'>{"a": "&amp;<p>"}</script>
      """
    #expect(
      try outline(page) == #"title('a < b & <i>c</i>') script('{"a": "&amp;<p>"}')"#)
  }
}
