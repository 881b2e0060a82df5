import Testing

@testable import Claims

@Suite("Conditions without a conjunction")
struct InvertedConditionTests {
  @Test(
    "a condition is no claim of its own, wherever it stands",
    arguments: [
      "The bank would face heavy losses were the talks to fail.",
      "Were the talks to fail, the bank would face heavy losses.",
      "Had the crew noticed the fire, the ship would have turned back.",
      "The ship will turn back should the crew notice a fire.",
      "The alliance will respond within hours should Norland attack.",
    ])
  func noClaim(sentence: String) throws {
    let claims = try Reading.claims(sentence)
    #expect(claims.map(\.text) == [String(sentence.dropLast())])
    #expect(claims.allSatisfy { $0.modality == .future || $0.modality == .possibility })
  }

  @Test("“should” that opens a condition obliges nobody")
  func noObligation() throws {
    let claims = try Reading.claims(
      "The plan foresees heavy costs should Norland choose to attack.")
    #expect(claims.map(\.modality) == [.fact])
  }

  @Test(
    "“should” behind its subject, or brought forward by a denial, obliges",
    arguments: [
      "The mayor said residents should all leave the town.",
      "Under no circumstances should the bridge be opened, engineers said.",
      "The union says members should vote on Friday.",
    ])
  func obligation(sentence: String) throws {
    #expect(try Reading.claims(sentence).map(\.modality) == [.obligation])
  }

  @Test(
    "what was, or had been, is told as it was",
    arguments: [
      "The strikers were to meet on Monday and the managers had agreed.",
      "The water rose faster than had been forecast, and the town would flood.",
      "Among the dead were two nurses, and the town would mourn them.",
    ])
  func told(sentence: String) throws {
    let tree = SyntaxTree.english(try #require(try Reading.sentence(sentence)))
    #expect(!tree.words.contains { $0.lemma == "if" })
  }

  @Test("a condition that is put in behind examples is told with all of them")
  func examples() throws {
    let account = Reading.account(
      "It is a path of deterrence, including serious costs and losses should Norland choose to attack."
    )
    let condition = try #require(
      try Reading.claims(of: account).flatMap(\.details).first { detail in
        detail.words.first.map { account.text[$0].hasPrefix("should") } ?? false
      })
    #expect(condition.text.contains("serious costs and losses should Norland"))
  }

  @Test("each of several items that depend on a condition is told with it")
  func items() throws {
    let texts = try Reading.texts(
      "The plan foresees many steps, including new sanctions and a ban on oil should Norland attack."
    )
    #expect(texts.contains("The plan foresees new sanctions should Norland attack"))
    #expect(texts.contains("The plan foresees a ban on oil should Norland attack"))
  }

  @Test("a condition is never told without what depends on it")
  func dependent() throws {
    let details = try Reading.claims(
      "The union will strike at all mines if the owners close the pit at Harrow."
    ).flatMap(\.details)
    let conditions = details.filter { $0.text.contains("the owners close") }
    #expect(!conditions.isEmpty)
    for detail in conditions { #expect(detail.text.contains("will strike")) }
  }
}
