import Ingestion
import Language
import Source
import Testing

@testable import Claims

/// The way from a text to its claims, for tests: the real pipeline, loaded once.
enum Reading {
  private static let english = Result {
    try LanguageAnalyzer(store: ModelStore(), languages: [.english])
  }

  private static let extractor = Result { try ClaimExtractor() }
  private static let splitter = Result { try ClaimExtractor(granularity: .proposition) }

  static func account(
    _ text: String, id: String = "N", publisher: String = "The Courier",
    language: LanguageTag = .english, roles: [Paragraph.Role] = []
  ) -> Account {
    let source = SourceText(text)
    var paragraphs: [Paragraph] = []
    var start = 0
    for (index, part) in text.split(separator: "\n\n").enumerated() {
      let end = start + part.unicodeScalars.count
      let role = index < roles.count ? roles[index] : .body
      paragraphs.append(Paragraph(range: start..<end, role: role))
      start = end + 2
    }
    return Account(
      id: id, file: id + ".txt", publisher: publisher, kind: .news, language: language,
      text: source, paragraphs: paragraphs, sha256: "")
  }

  static func claims(
    of account: Account, beside others: [Account] = [], granularity: Granularity = .claim
  ) throws -> [Claim] {
    let event = Event(name: "e", title: "e", accounts: [account] + others)
    let analyzed = try english.get().analyze(account)
    let extractor = granularity == .claim ? extractor : splitter
    return try extractor.get().claims(of: analyzed, in: event)
  }

  /// The claims of an account beside others that are read for names too.
  static func claims(
    of account: Account, besideRead others: [Account], names: [NamedEntity] = []
  ) throws -> [Claim] {
    let event = Event(name: "e", title: "e", names: names, accounts: [account] + others)
    let analyzed = try event.accounts.map(english.get().analyze)
    let entities = try extractor.get().entities(of: analyzed, in: event)
    return try extractor.get().claims(of: analyzed[0], in: event, entities: entities)
  }

  static func claims(_ text: String, language: LanguageTag = .english) throws -> [Claim] {
    try claims(of: account(text, language: language))
  }

  /// The first sentence of an English text.
  static func sentence(_ text: String) throws -> Sentence? {
    try english.get().analyze(account(text)).sentences.first
  }

  /// The voice of the first claim whose text holds some words.
  static func voice(_ text: String, of words: String) throws -> Voice {
    try #require(try claims(text).first { $0.text.contains(words) }).voice
  }

  static func texts(_ text: String, language: LanguageTag = .english) throws -> [String] {
    try claims(text, language: language).map(\.text)
  }
}
