import Ingestion
import Source
import Testing

@testable import Claims

@Suite("What stands in quotation marks")
struct QuotationTests {
  private func quoted(_ text: String, language: LanguageTag = .english) throws -> [[String]] {
    try Reading.claims(text, language: language).map { $0.quotations.map(\.text) }
  }

  @Test(
    "words at a distance are kept as such",
    arguments: [
      "The so-called “glass bridge” opened in May.",
      "The so-called \"glass bridge\" opened in May.",
      "The so-called ‘glass bridge’ opened in May.",
    ])
  func scareQuotes(sentence: String) throws {
    #expect(try quoted(sentence) == [["glass bridge"]])
  }

  @Test("a quotation within one is part of it")
  func nested() throws {
    let account = Reading.account("町長は「役場は『安全だ』と言った」と話した。", language: .japanese)
    let found = QuotationFinder().quotations(in: account)
    #expect(found.map { account.text[$0] } == ["役場は『安全だ』と言った"])
  }

  @Test("an apostrophe ends no quotation, and a mark that stays open opens none")
  func apostrophes() throws {
    let account = Reading.account("‘The mayor’s plan is dead,’ he said.\n\nThe pole is 6\" thick.")
    let found = QuotationFinder().quotations(in: account)
    #expect(found.map { account.text[$0] } == ["The mayor’s plan is dead,"])
  }

  @Test("a quotation that opens again in the next paragraph goes on to the end of its own")
  func paragraphs() throws {
    let account = Reading.account("He said: “The well is dry.\n\n“The field is dead.”")
    let found = QuotationFinder().quotations(in: account)
    #expect(found.map { account.text[$0] } == ["The well is dry.", "The field is dead."])
  }

  @Test("all of a quotation is said by whoever is named for a part of it")
  func wholeQuotation() throws {
    let claims = try Reading.claims("“The net tore. The catch was lost,” the skipper said.")
    #expect(claims.map(\.voice.source) == ["skipper", "skipper"])
  }

  @Test("a quotation that goes on behind \"she said\" is hers")
  func continued() throws {
    let claims = try Reading.claims(
      "\"The net was torn,\" the skipper said. \"The catch was lost.\" The boat is old.")
    #expect(claims.map(\.voice.source) == ["skipper", "skipper", nil])
  }

  @Test(
    "of ranges in order those are found that share a place with another one",
    arguments: [
      (0..<3, 0..<0), (2..<6, 0..<1), (5..<8, 1..<1), (4..<20, 0..<2), (9..<10, 1..<2),
      (30..<31, 2..<2),
    ])
  func overlapping(range: Range<Int>, expected: Range<Int>) {
    let ranges = OrderedRanges(ranges: [3..<5, 8..<12])
    #expect(ranges.indices(overlapping: range) == expected)
  }
}
