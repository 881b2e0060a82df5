import Source
import Testing

@testable import Claims

@Suite("Who speaks by an English verb of saying")
struct SpeakerTests {
  @Test(
    "a verb of saying without a subject has that of the clause around it",
    arguments: [
      "The ferry company cancelled its sailings, saying that waves had damaged the pier.",
      "The ferry company cancelled its sailings and said that waves had damaged the pier.",
      "The ferry company published a statement saying that waves had damaged the pier.",
      "The ferry company was quoted as saying that waves had damaged the pier.",
      "The ferry company, which said that waves had damaged the pier, cancelled its sailings.",
      "It was announced by the ferry company on Monday that waves had damaged the pier.",
      "The ferry company told reporters that waves had damaged the pier.",
      "As the ferry company put it, waves had damaged the pier.",
    ])
  func subjects(sentence: String) throws {
    #expect(try Reading.voice(sentence, of: "waves had damaged").source == "ferry company")
  }

  @Test(
    "a document is its maker's, wherever that stands",
    arguments: [
      "In a statement released by the orchestra, the tour was called a success.",
      "A statement from the orchestra said that the tour was a success.",
      "The orchestra's statement said that the tour was a success.",
      "According to a statement by the orchestra, the tour was a success.",
    ])
  func documents(sentence: String) throws {
    #expect(try Reading.voice(sentence, of: "success").source == "orchestra")
  }

  @Test("a newspaper whose name has a post in it is a source and no document")
  func nameWithDocument() throws {
    #expect(
      try Reading.voice("The Harbour Post said that the crane had fallen.", of: "crane").source
        == "Harbour Post")
  }

  @Test("a person's name tells more than the office before it")
  func office() throws {
    #expect(
      try Reading.voice("The governor, Maria Keller, said that the dam was full.", of: "dam").source
        == "Maria Keller")
  }

  @Test("those who speak together are named together")
  func several() throws {
    #expect(
      try Reading.voice("The brewer and the baker said that hops were dear.", of: "hops").source
        == "brewer and baker")
    let claim = try #require(
      try Reading.claims("青木市と赤木町は、祭りを中止すると発表した。", language: .japanese).first)
    #expect(claim.voice.source == "青木市と赤木町")
  }

  @Test("whoever writes in a post of their own is no second source")
  func ownPost() throws {
    #expect(
      try Reading.voice("In a tweet, the senator called the vote a farce.", of: "farce") == .account
    )
  }

  @Test("a pronoun that nobody was named before is reported all the same")
  func unnamed() throws {
    #expect(try Reading.voice("She said that the well was dry.", of: "dry").source == "she")
  }

  @Test("what we say is said by the account itself")
  func firstPerson() throws {
    #expect(try Reading.voice("We said that the well was dry.", of: "dry") == .account)
  }

  @Test(
    "whoever denies is the voice of the denial",
    arguments: [
      "The broker denied that she had sold the shares.",
      "The broker rejected claims that she had sold the shares.",
      "The broker dismissed reports that she had sold the shares.",
    ])
  func denial(sentence: String) throws {
    let claim = try #require(try Reading.claims(sentence).first)
    #expect(claim.voice.source == "broker")
    #expect(claim.polarity == .denied)
    #expect(claim.act?.name == "deny")
  }

  @Test(
    "what somebody has not said is not what they say",
    arguments: [
      "The rebels have not said that they will sign.",
      "The rebels did not say whether they will sign.",
    ])
  func unsaid(sentence: String) throws {
    let claim = try #require(try Reading.claims(sentence).first)
    #expect(claim.voice == .account)
    #expect(claim.polarity == .denied)
    #expect(claim.text.hasPrefix("The rebels"))
  }

  @Test("nor is it in Japanese")
  func unsaidInJapanese() throws {
    let claim = try #require(
      try Reading.claims("反政府軍は、署名するとは述べていない。", language: .japanese).first)
    #expect(claim.voice == .account)
    #expect(claim.polarity == .denied)
  }

  @Test("what stands before a semicolon is not what is said behind it")
  func semicolon() throws {
    let text = "Collectors praised the stamp; dealers said it was a fake."
    #expect(try Reading.voice(text, of: "praised") == .account)
    #expect(try Reading.voice(text, of: "fake").source == "dealers")
  }

  @Test("a verb that warns, insists or finds reports what it introduces, wherever it stands")
  func otherVerbs() throws {
    for text in [
      "Engineers warned that the tunnel could flood.", "The tunnel, engineers warn, could flood.",
      "Engineers insist that the tunnel could flood.",
      "Engineers found that the tunnel could flood.",
    ] {
      #expect(try Reading.voice(text, of: "could flood").source?.lowercased() == "engineers")
    }
  }

  @Test("a source that is named between two clauses is that of the second")
  func secondClause() throws {
    let text = "The pier closed on Monday, and according to divers, the poles are rotten."
    #expect(try Reading.voice(text, of: "closed") == .account)
    #expect(try Reading.voice(text, of: "rotten").source == "divers")
  }

  @Test("what somebody was told names nobody who says it")
  func told() throws {
    let claim = try #require(try Reading.claims("The crew acted as they were told.").first)
    #expect(claim.text == "The crew acted as they were told")
    #expect(claim.voice == .account)
  }

  @Test("to reject an offer is no denial")
  func rejection() throws {
    let claim = try #require(try Reading.claims("The broker rejected the offer.").first)
    #expect(claim.act?.name == "refuse")
    #expect(claim.voice == .account)
    #expect(claim.polarity == .affirmed)
  }
}
