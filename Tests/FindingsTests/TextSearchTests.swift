import Testing

@testable import Findings

@Suite("Words looked up in many texts")
struct TextSearchTests {
  private let texts = ["A": "the old harbour wall", "B": "港の岸壁", "C": "walls"]

  @Test(
    "a word is found in each text that holds it, also as a part of a word or shorter than the index",
    arguments: [
      ("harbour", ["A"]), ("wall", ["A", "C"]), ("al", ["A", "C"]), ("岸壁", ["B"]), ("岸", ["B"]),
      ("harbours", []), ("", ["A", "B", "C"]),
    ])
  func found(word: String, holders: [String]) {
    let search = TextSearch(texts)
    #expect(texts.keys.sorted().filter { search.contains(word, inAnyOf: [$0]) } == holders)
  }
}
