import Testing

@testable import Reports

@Suite("Text of sources stays text in Markdown")
struct MarkdownTests {
  @Test(
    "what could begin markup is escaped",
    arguments: [
      ("*bold*", "\\*bold\\*"), ("[a](b)", "\\[a\\](b)"), ("<script>", "\\<script\\>"),
      ("a | b", "a \\| b"), ("# heading", "\\# heading"), ("1. item", "1\\. item"),
      ("- item", "\\- item"), ("`code`", "\\`code\\`"), ("&lt;", "\\&lt;"),
      ("two\nlines", "two lines"),
    ])
  func escapes(text: String, expected: String) {
    #expect(MarkdownText(text).description == expected)
  }

  @Test(
    "nothing becomes a link by itself",
    arguments: ["https://example.org/x", "www.example.org", "a@example.org"])
  func links(text: String) {
    let escaped = MarkdownText(text).description
    #expect(!escaped.contains("://") && !escaped.contains("www.") && !escaped.contains("@e"))
  }

  @Test("marks that turn the direction of text are shown")
  func direction() {
    #expect(MarkdownText("a\u{202E}b").description == "a⟨U+202E⟩b")
  }

  @Test("the columns of a table are aligned, wide letters counted twice")
  func table() {
    let table = MarkdownTable(
      header: ["a", "b"], alignments: [.leading, .centre], rows: [["日本", "x"], ["abcde", "y"]])
    #expect(
      table.description == """
        | a     | b   |
        | ----- | :-: |
        | 日本  | x   |
        | abcde | y   |
        """)
  }
}
