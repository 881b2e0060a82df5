import Ingestion
import Source

/// Who says "I" and "we" in an account where nobody is quoted: whoever wrote the post or published the statement.
struct Narrator {
  private let account: Account
  private let directory: EntityDirectory
  private let publisher: Entity?

  init(account: Account, directory: EntityDirectory) {
    self.account = account
    self.directory = directory
    publisher =
      directory.publisher(of: account.id)
      ?? directory.entity(named: Self.name(in: account.author ?? account.publisher), in: account.id)
  }

  /// Whoever published the account; nothing for a report, whose "we" is somebody else's.
  var ofAccount: Entity? { account.kind == .news ? nil : publisher }

  /// Who speaks at a place.
  func entity(at place: Range<Int>) -> Entity? {
    guard let quote = quote(at: place) else { return ofAccount }
    guard let name = quote.attribution else { return nil }
    return directory.entity(named: Self.name(in: name), in: account.id)
  }

  /// Whether a place is in a post, whose sentences may go without their "I".
  func isPost(at place: Range<Int>) -> Bool {
    quote(at: place).map { $0.kind == .post } ?? (account.kind == .post)
  }

  private func quote(at place: Range<Int>) -> EmbeddedQuote? {
    account.embeddedQuotes.first { $0.range.overlaps(place) }
  }

  /// A byline without the handle behind the name: `Ada Brook (@adabrook)`.
  private static func name(in byline: String) -> String {
    byline.prefix { $0 != "(" && $0 != "（" && $0 != "@" }.split(separator: " ")
      .joined(separator: " ")
  }
}
