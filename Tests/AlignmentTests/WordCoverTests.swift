import Ingestion
import Language
import Source
import Testing
import Values

@testable import Alignment

@Suite("Which words of a claim a sentence has")
struct WordCoverTests {
  private static let reader = Result {
    try PassageReader(
      encoder: SentenceEncoder(store: ModelStore(), arithmetic: .float), words: CheckWords())
  }
  private static let analyzer = Result {
    try LanguageAnalyzer(store: ModelStore(), languages: [.english])
  }

  private func passage(_ text: String) throws -> Passage {
    let account = Account(passages: [text], language: .english)
    let analyzed = [try Self.analyzer.get().analyze(account)]
    let passages = try Self.reader.get().passages(of: analyzed, areSentences: [true])
    return try #require(passages.first?.first)
  }

  private func credits(_ claim: String, _ sentence: String) throws -> [String: Double] {
    let claim = try passage(claim)
    let cover = WordCover(of: claim, in: try passage(sentence))
    return Dictionary(
      zip(claim.words.map(\.lemma), cover.credits), uniquingKeysWith: { one, _ in one })
  }

  @Test("a value that is written otherwise is there")
  func equalValues() throws {
    #expect(try credits("It ended at 3 p.m.", "It ended at 15:00.").values.allSatisfy { $0 == 1 })
  }

  @Test("a value that another only allows is not: a date within the year that is told")
  func compatibleValues() throws {
    let credits = try credits("It opened on 4 May 2012.", "It opened in 2012.")
    #expect(credits["4"] == 0)
    #expect(credits["2012"] == 1)
  }

  @Test(
    "a derived word counts nearly as much as the word, one that begins like it half",
    .enabled(if: WordNet.folder != nil, "WordNet is not installed"))
  func related() throws {
    let credits = try credits("She will direct the museum.", "The director left.")
    #expect(credits["direct"] == 0.8)
    #expect(credits["museum"] == 0)
    #expect(try self.credits("They strengthen it.", "A strenuous walk.")["strengthen"] == 0.5)
  }
}
