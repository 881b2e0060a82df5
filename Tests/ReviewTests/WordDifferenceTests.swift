import SeededRandomness
import Testing

@testable import Review

@Suite("What changed between two texts, word by word")
struct WordDifferenceTests {
  private func changes(_ old: String, _ new: String) -> [[String]] {
    WordDifference(from: old, to: new).changes.map { [$0.removed, $0.added] }
  }

  @Test("one number for another is one change, with the words around it")
  func number() throws {
    let difference = WordDifference(
      from: "The ferry was held up for 25 minutes at the quay.",
      to: "The ferry was held up for 40 minutes at the quay.")
    let change = try #require(difference.changes.first)
    #expect(difference.changes.count == 1)
    #expect(change.removed == "25" && change.added == "40")
    #expect(change.before == "ferry was held up for ")
    #expect(change.after == " minutes at the quay.")
  }

  @Test("words that came in have nothing in whose place they stand")
  func insertion() {
    #expect(changes("The gate opened.", "The old gate opened.") == [["", "old"]])
  }

  @Test("words that went have nothing in their place")
  func removal() {
    #expect(changes("The old gate opened.", "The gate opened.") == [["old", ""]])
  }

  @Test("Japanese is compared letter by letter, since nothing parts its words")
  func japanese() {
    #expect(changes("会談は約25分間でした。", "会談は約40分間でした。") == [["25", "40"]])
    #expect(changes("橋は朝に開いた。", "橋は夜に開いた。") == [["朝", "夜"]])
    let change = WordDifference(from: "橋は朝に開いた。", to: "橋は夜に開いた。").changes.first
    #expect(change?.before == "橋は" && change?.after == "に開いた。")
  }

  @Test("a paragraph that moved is taken out in one place and put in at the other")
  func moved() {
    let found = changes("Alpha one.\n\nBeta two three four.", "Beta two three four.\n\nAlpha one.")
    #expect(found == [["Alpha one.", ""], ["", "Alpha one."]])
  }

  @Test("other white space is no change", arguments: ["a  b\nc", "a b\n\nc", " a b c "])
  func whiteSpace(text: String) {
    #expect(changes("a b c", text) == [])
  }

  @Test("a text that came in whole, and one that went whole", arguments: ["", "one two"])
  func whole(text: String) {
    #expect(changes(text, "one two") == (text.isEmpty ? [["", "one two"]] : []))
    #expect(changes("one two", text) == (text.isEmpty ? [["one two", ""]] : []))
  }

  @Test("what is taken out and put in makes the new text of the old one, whatever the texts")
  func property() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...30, using: &generator)).map { _ in
          String(["a", "b", "c", "d", "e", "f", "g"][Int.random(in: 0..<7, using: &generator)])
        }
      }
      let found = WordDifference(
        from: texts[0].joined(separator: " "), to: texts[1].joined(separator: " ")
      ).changes
      let removed = found.flatMap { $0.removed.split(separator: " ") }.count
      let added = found.flatMap { $0.added.split(separator: " ") }.count
      #expect(texts[0].count - removed == texts[1].count - added)
      #expect(found.isEmpty == (texts[0] == texts[1]))
    }
  }

  @Test("words that went from a text of few words, again and again, are each told in their place")
  func repeated() {
    let difference = WordDifference(
      from: "a b a b b b a b b b b a b a a", to: "b b a b b")
    let removed = difference.changes.flatMap { $0.removed.split(separator: " ") }.count
    let added = difference.changes.flatMap { $0.added.split(separator: " ") }.count
    #expect(removed - added == 10)
  }

  @Test("two long texts without a common word are told in bounded time")
  func long() {
    let old = (0..<20_000).map { "o\($0 % 50)" }.joined(separator: " ")
    let new = (0..<20_000).map { "n\($0 % 50)" }.joined(separator: " ")
    #expect(WordDifference(from: old, to: new).changes.count == 1)
  }
}
