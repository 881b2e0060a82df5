import Claims
import Ingestion
import Language
import Source

@testable import Alignment

/// Claims of short accounts, read by the real pipeline, for tests.
enum Reading {
  private static let english = Result {
    try LanguageAnalyzer(store: ModelStore(), languages: [.english, .japanese])
  }

  static func account(
    _ id: String, _ text: String, publisher: String? = nil, language: LanguageTag = .english,
    published: Timestamp = Timestamp(year: 2024, month: 5, day: 14)
  ) -> Account {
    let source = SourceText(text)
    return Account(
      id: id, file: id + ".txt", publisher: publisher ?? id, kind: .document, language: language,
      published: published, text: source,
      paragraphs: [Paragraph(range: source.range)], sha256: "")
  }

  static func analyzed(_ accounts: [Account]) throws -> [AnalyzedAccount] {
    try accounts.map(english.get().analyze)
  }

  static func claims(of accounts: [AnalyzedAccount], timeZone: String? = nil) throws -> [Claim] {
    let event = Event(
      name: "e", title: "e", timeZone: timeZone, accounts: accounts.map(\.account))
    let extractor = try ClaimExtractor()
    return accounts.flatMap { extractor.claims(of: $0, in: event) }
  }

  /// The claims of some accounts with all that comparing them needs.
  static func prepared(_ accounts: [Account], encoder: SentenceEncoder) throws -> PreparedClaims {
    try PreparedClaims(
      claims(of: analyzed(accounts)).inOrder, of: accounts, entities: .empty,
      encoder: ClaimEncoder(encoder: encoder), nouns: CountedNouns())
  }

  /// The disagreements among all claims of some accounts, as if they stood in one point; every word
  /// weighs the same.
  static func disagreements(among accounts: Account..., timeZone: String? = nil) throws
    -> [Disagreement]
  {
    let claims = try claims(of: analyzed(accounts), timeZone: timeZone)
    let weights = LemmaWeights(claims: claims) { _ in 1 }
    let languages = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.language) })
    let published = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.published) })
    let comparable = claims.map { claim in
      ComparableClaim(
        claim: claim, language: languages[claim.account] ?? .undetermined, embedding: .zero,
        lemmas: Set(claim.lemmas), weight: weights.weight(of: claim.lemmas),
        published: published[claim.account] ?? nil)
    }
    let finder = DisagreementFinder(
      acts: try ActTable(), nouns: try CountedNouns(), words: try ContradictionWords(),
      weights: weights, leastCover: 0.5,
      index: ClaimIndex(comparable))
    return finder.disagreements(among: comparable)
  }
}
