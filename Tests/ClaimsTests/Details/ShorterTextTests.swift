import Claims
import Language
import Source
import Testing

@Suite("A claim without some of its details")
struct ShorterTextTests {
  /// The first claim of a text without all of its details that hold some words.
  private func text(_ text: String, without words: String) throws -> String? {
    let account = Reading.account(text)
    let claim = try #require(try Reading.claims(of: account).first)
    let details = claim.details.filter { detail in
      detail.words.map { account.text[$0] }.joined(separator: " ").contains(words)
    }
    return claim.text(without: details.filter { !$0.removable.isEmpty }, of: account.text)
  }

  @Test(
    "where, when, how long and why something was done can be left out",
    arguments: [
      (
        "The minister met the envoy in Oslo on Monday.", "Monday",
        "The minister met the envoy in Oslo"
      ),
      (
        "The council closed the bridge because of a crack.", "crack",
        "The council closed the bridge"
      ),
      (
        "The ministers talked for 40 minutes with the envoy.", "40 minutes",
        "The ministers talked with the envoy"
      ),
      ("At noon, the crew left the ship.", "noon", "the crew left the ship"),
      (
        "Police cleared the square after the mayor had called them.", "called",
        "Police cleared the square"
      ),
    ])
  func adjuncts(sentence: String, words: String, rest: String) throws {
    #expect(try text(sentence, without: words) == rest)
  }

  @Test(
    "what is put in between two commas goes with both of them",
    arguments: [
      (
        "The meeting, the first in six years, lasted an hour.", "first",
        "The meeting lasted an hour"
      ),
      (
        "In May the board, an elected body, sold the mine.", "elected",
        "In May the board sold the mine"
      ),
    ])
  func insertions(sentence: String, words: String, rest: String) throws {
    #expect(try text(sentence, without: words) == rest)
  }

  @Test(
    "what the claim would say more without, or nothing, stays",
    arguments: [
      ("Ships with permits may leave the port.", "permits"),
      ("The union will strike if the owners close the pit.", "close"),
      ("The envoys did not meet in Geneva.", "Geneva"),
      ("The envoys refused to hold talks in Geneva.", "Geneva"),
      ("Only one ship left the port in May.", "May"),
      ("The crew saw smoke only in the hold.", "hold"),
      ("Police put the number of marchers at 18,000.", "18,000"),
      ("The talks were in Geneva.", "Geneva"),
      ("The city will ban cars in May.", "May"),
      ("It was the largest protest since 1990.", "1990"),
      ("The party won 40 percent of the vote in May.", "May"),
      ("The blast left the town in ruins.", "ruins"),
      ("The talks are aimed at a ceasefire.", "ceasefire"),
      ("The minister will sign the deal after parliament approves it.", "approves"),
      ("The government allows hunting wolves in winter.", "winter"),
      ("The firm will pay the fine, assuming the court agrees.", "agrees"),
      ("The mayor, Ada Lind, opened the bridge.", "Lind"),
      ("The report describes the pilot as still in hospital.", "hospital"),
    ])
  func kept(sentence: String, words: String) throws {
    #expect(try text(sentence, without: words) == nil)
  }

  @Test("a time goes as a whole or not at all")
  func time() throws {
    let rest = try text(
      "A unit crossed the river shortly after 4:00 a.m. local time.", without: "4:00")
    #expect(rest?.contains("local time") != true)
  }

  @Test("a name stays where a pronoun that is left rests on it")
  func pronoun() throws {
    #expect(
      try text(
        "Because Ada Lind was ill, the council met her deputy in Oslo.", without: "Lind") == nil)
  }
}
