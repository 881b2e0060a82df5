import Testing

@testable import Language

@Suite("the English pipeline gives spaCy's answers")
struct ParityTests {
  /// The golden sentences are of all kinds: news, statements, posts, numbers, quotations,
  /// abbreviations, addresses, emoji, odd spacing.
  @Test("of the golden sentences, 99.9 % of tokens and 99.5 % of sentences agree in all")
  func parity() throws {
    let golden = try GoldenAnswers().answers
    let documents = try Fixture.pipeline.get().analyze(golden.map(\.text))
    var tokens = 0
    var sameTokens = 0
    var sameTexts = 0
    for (answer, document) in zip(golden, documents) {
      let found = document.tokens.map(Self.golden)
      let same = zip(answer.tokens, found).filter { $0 == $1 }.count
      let isSame =
        found == answer.tokens && document.sentences.map(\.lowerBound) == answer.sentenceStarts
      tokens += answer.tokens.count
      sameTokens += answer.tokens.count == found.count ? same : 0
      sameTexts += isSame ? 1 : 0
      if !isSame {
        print("differs:", answer.text, zip(answer.tokens, found).first { $0 != $1 } as Any)
      }
    }
    #expect(tokens > 30_000)
    #expect(golden.count > 2_000)
    #expect(Double(sameTokens) >= 0.999 * Double(tokens))
    #expect(Double(sameTexts) >= 0.995 * Double(golden.count))
  }

  private static func golden(_ token: Token) -> GoldenAnswers.Token {
    GoldenAnswers.Token(
      range: token.range,
      label: [
        token.tag, token.partOfSpeech, token.morphology, token.relation, token.entityPosition,
        token.entityType,
      ],
      head: token.head, lemma: token.lemma)
  }

  @Test("a text without any character has no tokens and no sentences")
  func empty() throws {
    let document = try Fixture.pipeline.get().analyze("")
    #expect(document.tokens.isEmpty)
    #expect(document.sentences.isEmpty)
  }
}
