import Testing

@testable import Language

@Suite("What words mean in their place")
struct WordVectorsTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  /// The words of a text that stand apart by spaces.
  private func words(_ text: String, centre: Embedding = .zero) throws -> WordVectors {
    let encoder = try Self.encoder.get()
    let encoded = try #require(try encoder.embedWithTokens([text]).first)
    var start = 0
    let ranges = text.split(separator: " ").map { word in
      defer { start += word.unicodeScalars.count + 1 }
      return start..<start + word.unicodeScalars.count
    }
    return WordVectors(
      ranges, places: encoder.tokenizer.places(of: text), tokens: encoded.tokens, centre: centre)
  }

  @Test(
    "tokens stand where their letters stand, in order",
    arguments: [
      "They met in Liverpool.", "両大臣は25分間会談した。", "ＡＳＥＡＮ ㌔ ﬁne", "  two  spaces ",
    ])
  func places(text: String) throws {
    let tokenizer = try Self.encoder.get().tokenizer
    let places = tokenizer.places(of: text)
    let count = text.unicodeScalars.count
    #expect(places.count == tokenizer.pieces(of: text).count)
    #expect(places.allSatisfy { 0 <= $0.lowerBound && $0.upperBound <= count })
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
    #expect(places.last?.upperBound == count)
  }

  /// What words of texts about nothing in particular have in common.
  private func centre() throws -> Embedding {
    try Embedding.mean(
      ["Rain fell on Monday.", "She bought a hat.", "The shop was closed."].map {
        try #require(try Self.encoder.get().embedWithTokens([$0]).first).tokens.mean
      })
  }

  @Test("a word is itself in the same text")
  func identity() throws {
    let words = try words("The ferry struck the northern pier", centre: centre())
    let cosines = words.greatestCosines(with: words)
    #expect(cosines.own.allSatisfy { abs($0 - 1) < 0.02 }, "\(cosines.own)")
  }

  @Test("a word of the same meaning is nearer than one of another")
  func meaning() throws {
    let centre = try centre()
    let struck = try words("The ferry struck the pier", centre: centre).selecting([2])
    let hit = try words("The boat hit the jetty", centre: centre).selecting([2])
    let sold = try words("The baker sold the bread", centre: centre).selecting([2])
    let same = try #require(struck.greatestCosines(with: hit).own.first)
    let other = try #require(struck.greatestCosines(with: sold).own.first)
    #expect(same > other)
  }

  @Test("where there is no word, nothing is near")
  func none() throws {
    let words = try words("The ferry sank")
    #expect(words.greatestCosines(with: .none).own == [-1, -1, -1])
    #expect(WordVectors.none.greatestCosines(with: words).own.isEmpty)
  }

  @Test("words behind the end of a text that was cut have no direction")
  func cut() throws {
    let text = Array(repeating: "ferry", count: 700).joined(separator: " ")
    let words = try words(text)
    #expect(words.count == 700)
    #expect(words.greatestCosines(with: words).own.last == 0)
  }
}
