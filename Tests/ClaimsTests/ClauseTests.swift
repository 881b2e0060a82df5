import Testing

@testable import Claims

@Suite("One clause, one claim")
struct ClauseTests {
  @Test("whoever was done harm when something broke did not do the rest of it")
  func cause() throws {
    let texts = try Reading.texts(
      "Seventeen people died when the dam broke, flooding six villages.")
    #expect(texts.contains("the dam flooding six villages"))
  }

  @Test("coordinated predicates share their subject")
  func coordinatedPredicates() throws {
    #expect(
      try Reading.texts("She opened the school and closed the mill.")
        == ["She opened the school", "She closed the mill"])
  }

  @Test("coordinated predicates share their auxiliaries")
  func coordinatedAuxiliaries() throws {
    #expect(
      try Reading.texts("She will meet the mayor and visit the port.")
        == ["She will meet the mayor", "She will visit the port"])
  }

  @Test("a second infinitive shares the verb that governs the first")
  func coordinatedInfinitives() throws {
    let texts = try Reading.texts(
      "The ministers are to visit the port, it said, and to hold talks at the lodge.")
    #expect(texts.contains("The ministers are to hold talks at the lodge"))
  }

  @Test(
    "what somebody wants another to do is one claim with the wanting",
    arguments: [
      "The union TSB called for the paper's four sister titles to be withdrawn from service",
      "The mayor left, and the union TSB called for the paper's four sister titles to be withdrawn from service",
      "The union wants the titles to be withdrawn from service",
    ])
  func wanted(sentence: String) throws {
    let texts = try Reading.texts(sentence + ".")
    #expect(texts.last?.hasSuffix("titles to be withdrawn from service") ?? false)
    #expect(texts.last?.contains("union") ?? false)
  }

  @Test("a clause that adds what happens at a place does without its \"where\"")
  func whereClause() throws {
    #expect(
      try Reading.texts("The train is going to Lund, where the mayor opens a fair on Monday.")
        == ["The train is going to Lund", "the mayor opens a fair on Monday"])
  }

  @Test("thanks behind a comma are not the subject's")
  func thanks() throws {
    #expect(
      try Reading.texts("The crew pulled us out by nine, thank you!")
        == ["The crew pulled us out by nine", "thank you"])
  }

  @Test("statements side by side, with a colon between, are two claims")
  func besideEachOther() throws {
    #expect(
      try Reading.texts("The count has risen again: twelve farms lost their crops.")
        == ["The count has risen again", "twelve farms lost their crops"])
  }

  @Test("what stands before a semicolon is not what somebody is said to answer behind it")
  func semicolon() throws {
    let texts = try Reading.texts("The union has accepted; the company had not replied by noon.")
    #expect(texts == ["The union has accepted", "the company had not replied by noon"])
  }

  @Test("a participle right behind an object tells of the object")
  func participleOfObject() throws {
    let texts = try Reading.texts(
      "The union wants a rise of 8 per cent, backdated to January, and an end to night shifts.")
    #expect(texts.contains { $0.hasSuffix("a rise of 8 per cent backdated to January") })
    #expect(!texts.contains { $0.hasPrefix("The union backdated") })
  }

  @Test("what is named as one among others is a claim of its own")
  func partitive() throws {
    #expect(
      try Reading.texts("The ministers discussed several matters, trade among them.")
        == ["The ministers discussed several matters", "The ministers discussed trade"])
  }

  @Test("a verb of confirming behind what is said only tells who says it")
  func frontedReport() throws {
    let claim = try #require(
      try Reading.claims("The bridge has reopened, the council confirmed.").first)
    #expect(claim.text == "The bridge has reopened")
    #expect(claim.voice.source == "council")
  }

  @Test("who acts is the subject's head, and not what belongs to it")
  func actors() throws {
    let claim = try #require(
      try Reading.claims("The mayor of Kent and her deputy opened the road.").first)
    #expect(claim.actors.map(\.text) == ["mayor", "deputy"])
  }

  @Test("a noun that says little acts all the same where it is all there is")
  func lightActor() throws {
    let claim = try #require(try Reading.claims("The government sent troops.").first)
    #expect(claim.actors.map(\.text) == ["government"])
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

  @Test("a date that stands alone makes no claim")
  func dateline() throws {
    #expect(try Reading.texts("29 May 2024\n\nThe mill closed.") == ["The mill closed"])
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

  @Test(
    "the place and date before a report are no part of its first claim",
    arguments: [
      "KELSTAD, 12 March 2026 – Minister Brandt received the delegation in the old town hall.",
      "Kelstad, 12 March 2026 – Minister Brandt received the delegation in the old town hall.",
    ])
  func dateline(sentence: String) throws {
    let claim = try #require(try Reading.claims(sentence).first)
    #expect(claim.text == "Minister Brandt received the delegation in the old town hall")
    #expect(claim.actors.map(\.text) == ["Minister Brandt"])
  }

  @Test("a dash in a sentence makes no dateline of what stands before it")
  func dash() throws {
    #expect(
      try Reading.texts("Adela Brandt – The minister for trade – received the delegation.").first?
        .hasPrefix("Adela Brandt") == true)
  }

  @Test("the number of a post in its thread is no claim and no part of one")
  func threadCounter() throws {
    #expect(try Reading.texts("2/6 The guns are silent.") == ["The guns are silent"])
    #expect(try Reading.texts("The guns are silent.\n\n2/6") == ["The guns are silent"])
    #expect(try Reading.texts("The guns are silent.\n\n🧵👇") == ["The guns are silent"])
  }

  @Test("a clause whose pronoun is no subject keeps the noun that it is about")
  func describedObject() throws {
    let found = try Reading.texts("The treaty, which lawmakers must still approve, covers fishing.")
    #expect(found.contains("The treaty which lawmakers must still approve"))
  }

  @Test("\"which\" stands for all that was said where it has a consequence, and not for the noun")
  func sententialWhich() throws {
    let found = try Reading.texts(
      "The guests left after lunch, which delayed the talks by an hour.")
    #expect(found == ["The guests left after lunch, which delayed the talks by an hour"])
  }

  @Test("those who are acted upon do not act together, but those who are said to do so do")
  func passive() throws {
    let advised = try Reading.claims("Old people and children are advised to stay at home.")
    #expect(advised.first?.actsJointly == nil)
    let said = try Reading.claims("The two ministers were said to have spoken for an hour.")
    #expect(said.first?.actsJointly == true)
  }

  @Test("a superlative looks back: \"in twenty years\" is no day to come")
  func lookingBack() throws {
    let march = try Reading.claims("It was the largest march in twenty years.")
    #expect(march.first?.values.isEmpty == true)
    let bridge = try Reading.claims("The bridge will be ready in twenty years.")
    #expect(bridge.first?.values.map(\.text) == ["in twenty years"])
  }

  @Test("the following day is counted from the day that the sentence before names")
  func followingDay() throws {
    let claims = try Reading.claims("On 10 June the guards came back. The following day they left.")
    #expect(claims.last?.values.map(\.timex) == ["XXXX-06-11"])
  }

  @Test("an hour that ends a sentence keeps its \"p.m.\"")
  func hourAtTheEnd() throws {
    #expect(
      try Reading.texts(
        "The guards used gas for the first time at 4.10 p.m. A water cannon was used."
      )
      .first?.hasSuffix("4.10 p.m.") == true)
  }

  @Test("the names of those who wrote an account are no claim")
  func byline() throws {
    let text = "By Ruth Adler in Bergen and Joran Pell in Oslo\n\nThe guards left the bridge."
    #expect(try Reading.texts(text) == ["The guards left the bridge"])
    #expect(try Reading.texts("By Monday the guards had left the bridge.").count == 1)
  }

  @Test("what tells when something was done stays with it, what is said besides does not")
  func participleInFront() throws {
    #expect(
      try Reading.texts("While cruising over the sea, the crew heard a bang.")
        == ["While cruising over the sea, the crew heard a bang"])
    #expect(
      try Reading.texts("While welcoming the offer, the mayor warned of floods.").count == 2)
  }
}
