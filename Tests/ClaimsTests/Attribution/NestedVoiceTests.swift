import Ingestion
import Source
import Testing

@testable import Claims

@Suite("Voices within voices")
struct NestedVoiceTests {
  private func sources(_ text: String, language: LanguageTag = .english) throws -> [String] {
    try #require(try Reading.claims(text, language: language).last).voice.sources
  }

  @Test(
    "who is reported by somebody who is reported says the claim",
    arguments: [
      "The palace said that the duke had said that the castle would be sold.",
      "The palace said the duke had told guests that the castle would be sold.",
      "According to the palace, the duke said that the castle would be sold.",
      "In a statement released by the palace, the duke said that the castle would be sold.",
      "The palace, quoting the duke, said that the castle would be sold.",
    ])
  func chain(sentence: String) throws {
    #expect(try sources(sentence) == ["palace", "duke"])
  }

  @Test("a denial that is reported is the denier's within the report")
  func reportedDenial() throws {
    #expect(
      try sources("The palace said that the duke denied that the castle was for sale.")
        == ["palace", "duke"])
  }

  @Test(
    "the same in Japanese",
    arguments: [
      "財団は、会長が城を売ると述べたと発表した。", "財団によると、会長は城を売ると述べた。",
    ])
  func japanese(sentence: String) throws {
    #expect(try sources(sentence, language: .japanese) == ["財団", "会長"])
  }

  @Test("a claim repeats the account that is nearest, be it only an outer voice")
  func repeated() throws {
    let palace = Reading.account("The castle is old.", id: "P", publisher: "Royal Palace")
    let account = Reading.account(
      "The Royal Palace said that the duke had said that the castle would be sold.")
    let claim = try #require(try Reading.claims(of: account, beside: [palace]).last)
    #expect(claim.voice.source == "duke")
    #expect(claim.voice.repeatedAccount == "P")
  }

  @Test("after a nested voice a pronoun is the source that the account reports")
  func pronoun() throws {
    let text =
      "The palace said that the duke had said that the castle would be sold. It said buyers were waiting."
    #expect(try sources(text) == ["palace"])
  }

  @Test("who speaks in an embedded passage does so within its author's voice")
  func embedded() throws {
    var account = Reading.account(
      "The castle stands empty.\n\nThe duke said that the castle would be sold.")
    account.embeddedQuotes = [
      EmbeddedQuote(
        range: account.paragraphs[1].range, kind: .passage, attribution: "The Palace")
    ]
    let claim = try #require(try Reading.claims(of: account).last)
    #expect(claim.voice.sources == ["The Palace", "duke"])
  }
}
