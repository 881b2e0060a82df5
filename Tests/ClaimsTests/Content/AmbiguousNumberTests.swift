import Testing

@testable import Claims

@Suite("Numbers that the words behind them decide")
struct AmbiguousNumberTests {
  private func values(_ text: String) throws -> [String] {
    try Reading.claims(text).flatMap(\.values).map(\.normalizedDescription)
  }

  @Test(
    "an m before what can be counted or measured is million",
    arguments: [
      ("Up to 1.8m tonnes of wheat left the port.", "at most 1.8 million tons"),
      ("About 2.5m people marched.", "about 2.5 million"),
      ("The plant holds 3m litres.", "3 million liters"),
    ])
  func millions(sentence: String, value: String) throws {
    #expect(try values(sentence) == [value])
  }

  @Test(
    "an m before anything else is metres",
    arguments: ["The wall is 3m high.", "A 3m wave hit the pier."])
  func metres(sentence: String) throws {
    #expect(try values(sentence) == ["3 meters"])
  }

  @Test(
    "an ordinal that describes a noun is no fraction",
    arguments: [
      ("A fifth victim was found.", "5th"), ("He won a fifth title.", "5th"),
      ("A third of voters stayed away.", "0.333333333333333"),
    ])
  func ordinals(sentence: String, value: String) throws {
    #expect(try values(sentence) == [value])
  }
}
