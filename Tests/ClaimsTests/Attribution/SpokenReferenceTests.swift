import Testing

@testable import Claims

@Suite("Voices that are named by a pronoun or a description")
struct SpokenReferenceTests {
  @Test(
    "the source is whoever the words stand for",
    arguments: [
      (
        "The Ministry of Transport opened an inquiry. It said that the bridge was safe.",
        "Ministry of Transport"
      ),
      ("Ida Brook met the builders. She said the work would go on.", "Ida Brook"),
      (
        "The Ministry of Transport opened an inquiry. Ida Brook met the builders. The ministry said that it was safe.",
        "Ministry of Transport"
      ),
    ])
  func resolved(text: String, source: String) throws {
    let claim = try #require(try Reading.claims(text).last)
    #expect(claim.voice.source == source)
  }

  @Test("a pronoun that could be either stays with the source that was named last, or with none")
  func unresolved() throws {
    let claim = try #require(
      try Reading.claims("Ida Brook and Ada Cole met in Leeds. She said the work would go on.").last
    )
    #expect(claim.voice.source == "she")
  }
}
