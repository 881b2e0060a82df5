import Testing

@testable import Claims

@Suite("One clause, one claim")
struct ClauseTests {
  @Test("coordinated predicates share their subject")
  func coordinatedPredicates() throws {
    #expect(
      try Reading.texts("She opened the school and closed the mill.")
        == ["She opened the school", "She closed the mill"])
  }

  @Test("coordinated sentences keep their own subjects")
  func coordinatedSentences() throws {
    #expect(
      try Reading.texts("The mayor thanked the builders, and the council praised the architects.")
        == ["The mayor thanked the builders", "the council praised the architects"])
  }

  @Test("a relative clause is about the noun that it describes")
  func relativeClause() throws {
    let texts = try Reading.texts("The tunnel, which links two valleys, opened in June.")
    #expect(texts.contains("The tunnel links two valleys"))
  }

  @Test("a restrictive relative clause stays where it is")
  func restrictiveClause() throws {
    #expect(
      try Reading.texts("The farmers who grow rice blocked the road.")
        == ["The farmers who grow rice blocked the road"])
  }

  @Test("a participial clause is about the subject")
  func participialClause() throws {
    #expect(
      try Reading.texts("The storm hit the coast on Monday, killing three people.")
        == ["The storm hit the coast on Monday", "The storm killing three people"])
  }

  @Test("a clause of time without a comma is part of what it limits")
  func restrictiveTime() throws {
    #expect(try Reading.texts("The river rose while the farmers slept in the barn.").count == 1)
  }

  @Test("a condition stays with what depends on it")
  func condition() throws {
    let texts = try Reading.texts("If the rain stops, the match will begin.")
    #expect(texts == ["If the rain stops, the match will begin"])
  }

  @Test(
    "the matters of a talk are claims of their own",
    arguments: [
      "The ministers discussed the new railway, the border crossing and student exchanges.",
      "The ministers talked about the new railway, the border crossing and student exchanges.",
    ])
  func topics(sentence: String) throws {
    let texts = try Reading.texts(sentence)
    #expect(texts.count == 3)
    #expect(texts.allSatisfy { $0.hasPrefix("The ministers") })
    for topic in ["new railway", "border crossing", "student exchanges"] {
      #expect(texts.filter { $0.contains(topic) }.count == 1)
    }
  }

  @Test("what stands behind \"including\" is read beside what it is an example of")
  func including() throws {
    #expect(
      try Reading.texts(
        "The ministers discussed regional issues, including the river dam and the border crossing."
      ) == [
        "The ministers discussed regional issues", "The ministers discussed the river dam",
        "The ministers discussed the border crossing",
      ])
  }

  @Test("subjects that act together are not taken apart")
  func jointSubject() throws {
    #expect(try Reading.texts("The mayor and the governor opened the bridge.").count == 1)
  }

  @Test(
    "the text of punctuation and links alone makes no claim",
    arguments: ["https://example.org/a", "pic.example.org/b", "...", "***"])
  func noWords(text: String) throws {
    #expect(try Reading.texts(text).isEmpty)
  }

  @Test("an account without text has no claims")
  func empty() throws {
    #expect(try Reading.texts("").isEmpty)
  }

  @Test("headings and captions make no claims, list items and quotes do")
  func roles() throws {
    let account = Reading.account(
      "The mill burned.\n\nThe mill closed.\n\nThe mill opened.\n\nThe mill stood.\n\nThe mill grew.",
      roles: [.heading, .caption, .listItem, .quote, .body])
    #expect(
      try Reading.claims(of: account).map(\.text)
        == ["The mill opened", "The mill stood", "The mill grew"])
  }
}
