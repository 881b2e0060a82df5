import SeededRandomness
import Testing

@testable import Language

@Suite("text is cut into tokens as spaCy cuts it")
struct TokenizerTests {
  private static func words(_ text: String) throws -> [String] {
    let document = try Fixture.pipeline.get().analyze(text)
    return document.tokens.map(document.text)
  }

  @Test("contractions come apart, and keep their offsets")
  func contractions() throws {
    #expect(try Self.words("They can't've left.") == ["They", "ca", "n't", "'ve", "left", "."])
  }

  @Test("a special case is found between punctuation marks")
  func specialCases() throws {
    #expect(try Self.words("(e.g. don't)") == ["(", "e.g.", "do", "n't", ")"])
    #expect(try Self.words("so (:-)") == ["so", "(", ":-)"])
    #expect(try Self.words("nice (^_^)") == ["nice", "(^_^)"])
  }

  @Test("numbers keep their commas and lose their units")
  func numbers() throws {
    #expect(try Self.words("$1,234.56 for 10km") == ["$", "1,234.56", "for", "10", "km"])
  }

  @Test("an address stays whole")
  func addresses() throws {
    #expect(
      try Self.words("see http://example.org:8080/a?b=c&d, too")
        == ["see", "http://example.org:8080/a?b=c&d", ",", "too"])
  }

  @Test("words joined by hyphens and slashes come apart")
  func infixes() throws {
    #expect(
      try Self.words("US-Japan and/or 2+2") == ["US", "-", "Japan", "and/or", "2", "+", "2"])
  }

  @Test("white space beyond a single space is a token of its own")
  func whiteSpace() throws {
    #expect(try Self.words(" a  b\n\nc ") == [" ", "a", " ", "b", "\n\n", "c"])
  }

  @Test("tokens and the spaces behind them are the whole text, whatever it is")
  func roundTrip() throws {
    let pieces = [
      "a", "I", "don't", "U.S.", "’", "'", "\"", "“", "(", ")", "...", "…", "-", "—", "/", "$", "5",
      "km",
      "%", ".", ",", "!", "?", ":", ";", " ", "  ", "\n", "\t", "\u{A0}", "\u{3000}", "é",
      "e\u{301}",
      "Σ", "İ", "東京", "😀", "👩‍👩‍👧", "\u{200B}", "\u{0}", "\u{1F}", "http://a.b/c", "x@y.org", ":)",
      "<3",
      "\u{10FFFF}", "\u{E000}",
    ]
    var generator = SeededGenerator(seed: 2)
    let texts = (0..<300).map { _ in
      (0..<Int.random(in: 0..<30, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
    }
    for document in try Fixture.pipeline.get().analyze(texts) {
      var position = 0
      for token in document.tokens {
        #expect(token.range.lowerBound == position)
        #expect(!token.range.isEmpty)
        position = token.range.upperBound
        guard token.hasSpace else { continue }
        #expect(document.scalars[position] == " ")
        position += 1
      }
      #expect(position == document.scalars.count)
      #expect(document.sentences.flatMap { $0 } == Array(document.tokens.indices))
      #expect(document.tokens.allSatisfy { document.tokens.indices.contains($0.head) })
    }
  }

  @Test(
    "no text makes it crash or take more than linear time",
    arguments: [
      "a", "a:", "!", ".", "..!", "a-", "a.b@", "(", "1km", "abc.", " ", "\n ", "😀", "'s", ":-)",
      "Σ",
      "\u{301}", "\u{0}", "\u{10FFFF}",
    ])
  func hostile(_ piece: String) throws {
    let count = 3_000
    let text = String(repeating: piece, count: count)
    let document = try Fixture.pipeline.get().analyze(text)
    #expect(document.tokens.last?.range.upperBound == count * piece.unicodeScalars.count)
  }
}
