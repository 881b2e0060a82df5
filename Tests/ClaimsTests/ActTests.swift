import Source
import Testing

@testable import Claims

@Suite("What a claim does")
struct ActTests {
  private func act(_ sentence: String, language: LanguageTag = .english) throws -> String? {
    try #require(try Reading.claims(sentence, language: language).first).act?.name
  }

  @Test(
    "what stands with a verb tells its act",
    arguments: [
      ("The king called the queen.", "meet"), ("Sailors called the storm a warning.", "report"),
      ("Sailors called for calm.", "urge"),
      (
        "The guild called for the airline's two sister jets to be withdrawn from service.",
        "urge"
      ), ("The race was called off.", "cancel"),
      ("The king voiced concern over the strike.", "concern"),
      ("The clubs reached agreement on the stadium.", "agree"),
    ])
  func frames(sentence: String, expected: String) throws {
    #expect(try act(sentence) == expected)
  }

  @Test("what has nothing to do with a meeting is none", arguments: ["The king has a cold."])
  func having(sentence: String) throws {
    #expect(try act(sentence) == nil)
  }

  @Test("what is done beside the rest gives the claim no act")
  func participle() throws {
    #expect(try act("Denying the charges, the dealer walked out.") == nil)
  }

  @Test("a verb by which nobody is named leaves the act to what it introduces")
  func impersonal() throws {
    #expect(try act("The king is said to have met the rebels.") == "meet")
  }

  @Test("two acts of one scale can be compared, and others cannot")
  func strength() throws {
    let acts = try ActTable().acts
    let names = ["note", "discuss", "share", "agree", "decide"]
    let scale = try names.map { try #require(acts[$0]) }
    for (weaker, stronger) in zip(scale, scale.dropFirst()) {
      #expect(try #require(stronger.strength(above: weaker)) > 0)
      #expect(try #require(weaker.strength(above: stronger)) < 0)
    }
    let (welcome, praise) = (try #require(acts["welcome"]), try #require(acts["praise"]))
    #expect(try #require(praise.strength(above: welcome)) > 0)
    #expect(praise.strength(above: scale[0]) == nil)
    let disapproval = try ["concern", "criticize", "condemn"].map { try #require(acts[$0]) }
    #expect(try #require(disapproval[1].strength(above: disapproval[0])) > 0)
    #expect(try #require(disapproval[2].strength(above: disapproval[1])) > 0)
  }
}
