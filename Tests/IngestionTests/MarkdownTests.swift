import Testing

@testable import Ingestion

@Suite("Markdown")
struct MarkdownTests {
  private func read(_ text: String) throws -> [String] {
    let account = try account(text, named: "a.md")
    return account.paragraphs.map { "\($0.role.rawValue): \(account.text[$0.range])" }
  }

  @Test("a footnote is a paragraph with its label; its mark in the text goes")
  func footnotes() throws {
    let account = try account(
      "The pier is open[^1].\n\n[^1]: See https://harbour.example/pier for hours.\n", named: "a.md")
    #expect(
      paragraphs(account)
        == ["The pier is open.", "See https://harbour.example/pier for hours."])
    #expect(account.paragraphs.map(\.label) == [nil, "1"])
  }

  @Test("code and the words in HTML are kept, their marks are not; comments and pictures go")
  func codeAndHTML() throws {
    let text = """
      The `pier` is <b>open</b>.<!-- no -->

      ```
      as of noon
      ```

      ![A ferry](ferry.png)
      """
    #expect(paragraphs(try account(text, named: "a.md")) == ["The pier is open.", "as of noon"])
  }

  @Test(
    "the marks go and the words stay",
    arguments: [
      ("The **bridge** is _open_.", "The bridge is open."),
      ("See [the notice](https://roads.example/1 \"x\").", "See the notice."),
      ("See [the notice][1].", "See the notice."),
      ("It cost 3 * 4 and a_b_c.", "It cost 3 * 4 and a_b_c."),
      ("Use `ls *` now.", "Use ls * now."),
      ("A ![picture](a.png) here.", "A here."),
      ("Go to <https://roads.example>.", "Go to https://roads.example."),
      ("A \\*star\\* and R&amp;D.", "A *star* and R&D."),
      ("A <b>bold</b> ~~wrong~~ word.", "A bold wrong word."),
      ("Five < six.", "Five < six."),
    ])
  func inline(markdown: String, text: String) throws {
    #expect(try account(markdown, named: "a.md").text.string == text)
  }

  @Test("headings of both forms are headings, and the first is the title")
  func headings() throws {
    #expect(
      try read("# Bridge opens #\n\nText.\n\nMore\n----\n\nText.")
        == ["heading: Bridge opens", "body: Text.", "heading: More", "body: Text."])
    #expect(try account("# Bridge opens\n\nText.", named: "a.md").title == "Bridge opens")
  }

  @Test("items of lists are paragraphs with their labels")
  func lists() throws {
    let account = try account("Two things:\n\n- one\n- two\n\n1. three", named: "a.md")
    #expect(account.paragraphs.map(\.label) == [nil, "-", "-", "1."])
    #expect(account.paragraphs.dropFirst().allSatisfy { $0.role == .listItem })
  }

  @Test("a quoted block is a quote, and a last line with a dash names its author")
  func quotes() throws {
    let account = try account(
      "He said:\n\n> The bridge\n> is open.\n>\n> — The mayor\n\nSo it is.", named: "a.md")
    let quote = try #require(account.embeddedQuotes.first)
    #expect(account.text[quote.range] == "The bridge is open.")
    #expect(quote.attribution == "The mayor")
    #expect(quote.kind == .passage)
    #expect(paragraphs(account) == ["He said:", "The bridge is open.", "So it is."])
  }

  @Test("rows of tables are paragraphs, and the line under the head is not")
  func tables() throws {
    #expect(
      try read("| What | How long |\n|---|---|\n| Talks | 25 minutes |")
        == ["tableRow: What: How long", "tableRow: Talks: 25 minutes"])
  }

  @Test("lines of a paragraph are one text, also in Japanese")
  func paragraphLines() throws {
    #expect(try account("The bridge\nis open.", named: "a.md").text.string == "The bridge is open.")
    #expect(try account("橋は\n開通した。", named: "a.md").text.string == "橋は開通した。")
  }

  @Test(
    "a paragraph of 200,000 marks takes linear time", .timeLimit(.minutes(10)),
    arguments: ["`a` ", "[a](b) ", "<a@b> ", "a_b "])
  func manyMarks(mark: String) throws {
    let account = try account(String(repeating: mark, count: 200_000), named: "a.md")
    #expect(account.text.string.hasPrefix("a"))
  }
}
