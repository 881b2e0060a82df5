import Foundation
import Testing

@testable import Language

@Suite("A SentencePiece tokenizer")
struct SentencePieceTokenizerTests {
  private let tokenizer: SentencePieceTokenizer

  init() throws {
    tokenizer = try SentencePieceTokenizer(contentsOf: ModelStore().tokenizer)
  }

  @Test("gives the tokens of the reference engine for a thousand English and Japanese sentences")
  func matchesReference() throws {
    let golden = try EngineAnswers()
    #expect(golden.answers.count == 1000)
    let different = golden.answers.filter {
      tokenizer.tokens(of: "query: " + $0.sentence) != $0.tokens
    }
    #expect(different.map(\.sentence) == [])
  }

  @Test(
    "splits words into pieces that begin with the space before them",
    arguments: [
      ("They met.", ["▁They", "▁met", "."]),
      ("", ["▁"]),
      (" ", ["▁"]),
      ("a  b", ["▁a", "▁b"]),
      ("a ", ["▁a", "▁"]),
      ("１２月", ["▁12", "月"]),
      ("ﬁne", ["▁fine"]),
    ])
  func splitsIntoPieces(text: String, pieces: [String]) {
    #expect(tokenizer.pieces(of: text) == pieces)
  }

  @Test("joins its pieces to the normalised text")
  func losesNothing() throws {
    for answer in try EngineAnswers().answers where answer.sentence.allSatisfy(\.isASCII) {
      let words = answer.sentence.split { $0.isWhitespace }.map(String.init)
      guard words.joined(separator: " ") == answer.sentence, !words.isEmpty else { continue }
      #expect(
        tokenizer.pieces(of: answer.sentence).joined() == "▁" + words.joined(separator: "▁"))
    }
  }

  @Test(
    "does not let a text spell the tokens that mark its beginning, end and padding",
    arguments: ["<s>", "</s>", "<pad>", "<unk>", "<mask>"])
  func escapesControlTokens(text: String) {
    #expect(!tokenizer.tokens(of: text).dropFirst().dropLast().contains { $0 < 3 || $0 > 250_000 })
  }

  @Test("drops a NUL")
  func dropsNul() {
    #expect(tokenizer.tokens(of: "a\0b") == tokenizer.tokens(of: "ab"))
  }

  @Test("gives an unknown token for a character that no piece has")
  func marksUnknown() {
    #expect(tokenizer.tokens(of: "\u{12345}").contains(3))
  }

  @Test("takes the same tokens for canonically equal texts only where the vocabulary says so")
  func keepsBytesApart() {
    #expect(tokenizer.tokens(of: "e\u{301}") != tokenizer.tokens(of: "é"))
  }

  @Test("cuts a megabyte to 512 tokens, of words and without a space")
  func cutsLongTexts() {
    let words = String(repeating: "the ministers met again ", count: 43_691)
    #expect(words.utf8.count > 1 << 20)
    for text in [words, words.filter { $0 != " " }] {
      let tokens = tokenizer.tokens(of: text)
      #expect(tokens.count == 512)
      #expect(tokens.first == 0)
      #expect(tokens.last == 2)
    }
  }

  @Test("does not change the first tokens of a text by cutting it")
  func cutsAtTheEnd() {
    let sentence = "The ministers met on Tuesday and will meet again. "
    let whole = tokenizer.tokens(of: String(repeating: sentence, count: 30))
    let cut = tokenizer.tokens(of: String(repeating: sentence, count: 300))
    #expect(whole.count < 512)
    #expect(Array(cut.prefix(whole.count - 2)) == Array(whole.prefix(whole.count - 2)))
  }

  @Test("finds a rare word dearer than a frequent one, in English and Japanese")
  func pricesWords() {
    #expect(tokenizer.cost(of: "the") < tokenizer.cost(of: "minister"))
    #expect(tokenizer.cost(of: "minister") < tokenizer.cost(of: "Ulaanbaatar"))
    #expect(tokenizer.cost(of: "日本") < tokenizer.cost(of: "与那国島"))
    #expect(tokenizer.cost(of: "") == 0)
  }
}
