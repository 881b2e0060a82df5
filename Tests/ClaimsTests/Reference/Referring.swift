import Ingestion
import Source

@testable import Claims

/// What the references of a text stand for, for tests.
struct Referring {
  let claims: [Claim]

  init(
    _ text: String, language: LanguageTag = .english, kind: AccountKind = .news,
    publisher: String = "The Courier"
  ) throws {
    var account = Reading.account(text, publisher: publisher, language: language)
    account.kind = kind
    claims = try Reading.claims(of: account)
  }

  /// The claims as they read by themselves.
  var texts: [String] { claims.map(\.text) }

  /// What some words stand for where they stand last; nothing where that is not known.
  func names(_ words: String) -> [String]? {
    reference(words).flatMap { $0.isResolved ? $0.names : nil }
  }

  /// The last reference with some words.
  func reference(_ words: String) -> Reference? {
    claims.flatMap(\.references).last { $0.text == words }
  }
}
