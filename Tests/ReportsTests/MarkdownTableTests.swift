import Testing

@testable import Reports

@Suite("Tables in Markdown")
struct MarkdownTableTests {
  private func lines(_ rows: [[String]], _ alignments: [MarkdownTable.Alignment]) -> [String] {
    MarkdownTable(header: ["point", "A"], alignments: alignments, rows: rows).description
      .split(separator: "\n").map(String.init)
  }

  @Test("a table has its header, a rule, and a line for each row")
  func shape() {
    let found = lines([["x", "y"], ["z", "w"]], [.leading, .leading])
    #expect(found.count == 4)
    #expect(found[1] == "| ----- | --- |")
  }

  @Test("the rule of a centred column has a colon at each end")
  func centred() {
    #expect(lines([], [.leading, .centre])[1] == "| ----- | :-: |")
  }

  @Test("every line of narrow letters is as long as the others")
  func aligned() {
    let found = lines([["a long point", "●"], ["b", "○ J"]], [.leading, .centre])
    #expect(Set(found.map(\.count)).count == 1)
  }

  @Test("a wide letter takes the room of two, a combining mark none")
  func wide() {
    let found = lines([["日本", "x"], ["e\u{301}", "x"], ["🚀", "x"]], [.leading, .leading])
    #expect(found[2] == "| 日本  | x   |")
    #expect(found[3] == "| e\u{301}     | x   |")
    #expect(found[4] == "| 🚀    | x   |")
  }
}
