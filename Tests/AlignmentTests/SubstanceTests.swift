import Claims
import Testing

@testable import Alignment

@Suite("Whether claims have more in common than a name")
struct SubstanceTests {
  private func areApart(_ first: String, _ second: String) throws -> Bool {
    let claims = try [first, second].map { text in
      let account = Reading.account("A", text)
      return Substance(
        try #require(try Reading.claims(of: Reading.analyzed([account])).first), in: .english)
    }
    return claims[0].isApart(from: claims[1])
  }

  @Test(
    "a name, or the day, is not enough",
    arguments: [
      ("The Corran Bank opened a branch.", "The Corran Bank dismissed two clerks."),
      ("The Alba Storm has flooded homes.", "The Alba Storm has killed two people."),
      ("The lines went dead on Thursday.", "Villages have burned since Thursday."),
    ])
  func names(first: String, second: String) throws {
    #expect(try areApart(first, second))
  }

  @Test(
    "a word, one of its family, a figure or an act is",
    arguments: [
      ("The Corran Bank opened a branch.", "A branch of the bank has been opened in Bergen."),
      ("The ministers agreed on steel.", "An agreement was found between both sides."),
      ("The court set aside 48 million pounds.", "The firm reserves 48 million pounds."),
      ("Lind met Berg.", "Lind spoke with Berg."),
    ])
  func common(first: String, second: String) throws {
    #expect(try !areApart(first, second))
  }
}
