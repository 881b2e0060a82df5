import Foundation
import Testing

@testable import Language

@Suite("The vectors of a text's tokens")
struct TokenVectorsTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private func encode(_ texts: String...) throws -> [EncodedText] {
    try Self.encoder.get().embedWithTokens(texts)
  }

  @Test(
    "are one for each piece of the text, without what stands before and behind it",
    arguments: ["The ferry left Dover at noon.", "連絡船は正午に出港した。", "a", ""])
  func onePerPiece(text: String) throws {
    let encoder = try Self.encoder.get()
    let encoded = try #require(try encoder.embedWithTokens([text]).first)
    #expect(encoded.tokens.pieces == encoder.tokenizer.tokens(of: text).dropFirst().dropLast())
    #expect(encoded.tokens.costs.allSatisfy { $0 > 0 })
  }

  @Test("come with the embeddings that there are without them")
  func keepsEmbeddings() throws {
    let texts = ["The ferry left Dover at noon.", "連絡船は正午に出港した。"]
    let encoder = try Self.encoder.get()
    #expect(try encoder.embedWithTokens(texts).map(\.embedding) == encoder.embed(texts))
  }

  @Test("are those of the text alone, whatever is encoded beside it")
  func ignoresCompany() throws {
    let together = try encode(
      "The ferry left Dover.", "It rained.", "Nobody knew when it would end.")
    let alone = try encode("It rained.")
    for index in 0..<alone[0].tokens.count {
      #expect(together[1].tokens.vector(at: index) == alone[0].tokens.vector(at: index))
    }
  }

  @Test("tell words of like meaning from others in the same place")
  func meaning() throws {
    let texts = try encode("The doctor left.", "The physician left.", "The bicycle left.")
    let centre = Embedding.mean(texts.map(\.tokens.mean))
    let tokens = texts.map { $0.tokens.directions(from: centre) }
    // The second piece is the word after the article.
    let like = tokens[0].greatestProducts(with: tokens[1]).own[1]
    let other = tokens[0].greatestProducts(with: tokens[2]).own[1]
    #expect(like > other)
  }

  @Test("have length 1 as directions, and each is nearest to itself")
  func directions() throws {
    let tokens = try encode("The council met on Monday.")[0].tokens
    let directions = tokens.directions(from: tokens.mean)
    for index in 0..<directions.count {
      #expect(abs(directions.vector(at: index).norm - 1) < 1e-4)
    }
    #expect(directions.greatestProducts(with: directions).own.allSatisfy { abs($0 - 1) < 1e-4 })
  }

  @Test("match nothing where the other text has none")
  func matchNothing() throws {
    let tokens = try encode("It rained.")[0].tokens
    #expect(tokens.greatestProducts(with: .none).own.allSatisfy { $0 == 0 })
    #expect(TokenVectors.none.greatestProducts(with: tokens).own.isEmpty)
  }

  @Test("are refused by a model that an earlier version built, which still gives embeddings")
  func refusesEarlierModel() throws {
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("crossread-home-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: home) }
    let store = ModelStore(home: home)
    let real = ModelStore()
    try FileManager.default.createDirectory(
      at: store.encoder.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: store.runtimeLibraries.deletingLastPathComponent(), withIntermediateDirectories: true)
    for (link, target) in [
      (store.runtimeLibraries, real.runtimeLibraries), (store.tokenizer, real.tokenizer),
      (store.encoderWeights, real.encoderWeights),
    ] {
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    }
    let model = try String(contentsOf: real.encoder, encoding: .utf8)
    try model.replacingOccurrences(of: "\"states\"", with: "\"others\"")
      .write(to: store.encoder, atomically: true, encoding: .utf8)
    let encoder = try SentenceEncoder(store: store, arithmetic: .float)
    #expect(try encoder.embed(["It rained."]).count == 1)
    let error = try #require(
      #expect(throws: ModelError.self) { try encoder.embedWithTokens(["It rained."]) })
    #expect(error.description.contains("built by an earlier version"))
    #expect(error.description.contains("make setup"))
  }
}
