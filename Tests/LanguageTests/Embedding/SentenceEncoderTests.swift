import Foundation
import Testing

@testable import Language

@Suite("The sentence encoder")
struct SentenceEncoderTests {
  private static let encoder = Result { try SentenceEncoder(store: ModelStore()) }

  private func embed(_ texts: [String]) throws -> [Embedding] {
    try Self.encoder.get().embed(texts)
  }

  @Test("gives the vectors of the reference engine for a thousand English and Japanese sentences")
  func matchesReference() throws {
    let golden = try EngineAnswers().answers
    let embeddings = try embed(golden.map(\.sentence))
    #expect(embeddings.count == golden.count)
    let cosines = zip(embeddings, golden).map { $0.cosine(Embedding($1.vector)) }
    let different = zip(cosines, golden).filter { $0.0 < 0.999 }.map { "\($0): \($1.sentence)" }
    #expect(different == [])
    #expect(cosines.reduce(0, +) / Float(cosines.count) > 0.9997)
  }

  @Test("gives nearly the same vectors in single precision")
  func roundsLittle() throws {
    let texts = try EngineAnswers().answers.prefix(40).map(\.sentence)
    let exact = try SentenceEncoder(store: ModelStore(), arithmetic: .float).embed(texts)
    for (first, second) in zip(exact, try embed(texts)) { #expect(first.cosine(second) > 0.9995) }
  }

  @Test("gives the same bits whatever the number of threads")
  func ignoresThreads() throws {
    let texts = try EngineAnswers().answers.suffix(60).map(\.sentence)
    let expected = try SentenceEncoder(store: ModelStore(), threads: 1).embed(texts)
    for threads in 2...3 {
      let encoder = try SentenceEncoder(store: ModelStore(), threads: threads)
      #expect(try encoder.embed(texts) == expected)
    }
  }

  @Test("gives the same bits for a text alone, among others, and in another order")
  func ignoresCompany() throws {
    let texts = try EngineAnswers().answers.filter { $0.tokens.count < 60 }.prefix(80)
      .map(\.sentence)
    let together = try embed(texts)
    #expect(try embed(texts.reversed()) == together.reversed())
    for index in stride(from: 0, to: texts.count, by: 7) {
      #expect(try embed([texts[index]]) == [together[index]])
    }
  }

  @Test("gives an embedding for every text, and the same for the same text")
  func keepsOrderAndCount() throws {
    let embeddings = try embed(["They met.", "両氏は会談した。", "They met."])
    #expect(embeddings.count == 3)
    #expect(embeddings[0] == embeddings[2])
    #expect(embeddings[0] != embeddings[1])
  }

  @Test("finds the Japanese sentence of the same meaning nearest")
  func crossesLanguages() throws {
    let embeddings = try embed([
      "The talks lasted 25 minutes.", "会談は25分間続いた。", "大雨で道路が通行止めになった。",
    ])
    #expect(embeddings[0].cosine(embeddings[1]) > embeddings[0].cosine(embeddings[2]) + 0.05)
  }

  @Test("gives embeddings of length 1, for nothing and for a megabyte too")
  func normalizes() throws {
    let long = String(repeating: "They met again. ", count: 65_536)
    for embedding in try embed(["", " ", "a", long]) {
      #expect(abs(embedding.norm - 1) < 1e-5)
    }
  }

  @Test("gives nothing for nothing")
  func takesNothing() throws {
    #expect(try embed([]).isEmpty)
  }

  @Test("can be used from several tasks at once")
  func isSendable() async throws {
    let encoder = try Self.encoder.get()
    let texts = ["They met.", "Nobody said why.", "会談は延期された。"]
    let expected = try encoder.embed(texts)
    try await withThrowingTaskGroup(of: [Embedding].self) { group in
      for _ in 0..<6 { group.addTask { try encoder.embed(texts) } }
      for try await found in group { #expect(found == expected) }
    }
  }
}
