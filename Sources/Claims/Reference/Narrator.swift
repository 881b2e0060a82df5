import Ingestion
import Source

/// Who says "I" and "we" in an account where nobody is quoted: whoever wrote the post or published the statement.
struct Narrator {
  private let account: Account
  private let directory: EntityDirectory
  /// Whoever published the account, where that is no news medium, whose "we" is somebody else's.
  let ofAccount: Entity?

  init(account: Account, directory: EntityDirectory) {
    self.account = account
    self.directory = directory
    let known = directory.publisher(of: account.id)
    ofAccount =
      known
      ?? (account.kind == .news
        ? nil
        : directory.entity(
          named: Self.name(in: account.author ?? account.publisher), in: account.id))
  }

  /// Who speaks at a place, as a subject of the sentence there; nothing where that cannot be told.
  func speaker(at place: Range<Int>, sentence: Int) -> Referent? {
    let quote = quote(at: place)
    let byline = quote.map(\.attribution) ?? account.author ?? account.publisher
    guard let name = byline.map(Self.name(in:)), !name.isEmpty else { return nil }
    let entity = quote == nil ? ofAccount : directory.entity(named: name, in: account.id)
    // Who writes a post speaks in it, whether the event knows them by another account or not.
    guard entity != nil || isPost(at: place) else { return nil }
    return Referent(
      identity: entity.map { .entities([$0.id]) } ?? .noun(name),
      kind: entity.map(kind) ?? .other, count: 1, gender: nil,
      phrase: phrase(for: entity) ?? (entity == nil ? name : nil), place: 0..<0,
      sentence: sentence, role: .subject)
  }

  /// The name of whoever speaks; an English body would need an article that nothing tells.
  private func phrase(for entity: Entity?) -> String? {
    guard let entity, entity.kind == .person || account.language == .japanese else { return nil }
    return entity.names[account.language] ?? entity.name
  }

  /// What sort of thing an entity is: who publishes a statement is a body, whatever its name looks like.
  func kind(of entity: Entity) -> Referent.Kind {
    let isBody =
      entity.id == ofAccount?.id && account.kind != .post && [.place, .other].contains(entity.kind)
    return isBody ? .organisation : Referent.Kind(entity.kind)
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
