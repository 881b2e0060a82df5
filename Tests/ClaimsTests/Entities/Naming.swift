import Ingestion
import Language
import Source
import Testing

@testable import Claims

/// Short accounts and the directory of what they name, for tests.
struct Naming {
  let accounts: [Account]
  let directory: EntityDirectory

  private static let analyzer = Result {
    try LanguageAnalyzer(store: ModelStore(), languages: [.english, .japanese])
  }
  private static let finder = Result { try EntityFinder() }

  /// - Parameter texts: the text of each account; one with kana or kanji is Japanese.
  init(_ texts: String..., names: [NamedEntity] = [], reversed: Bool = false) throws {
    let accounts = texts.enumerated().map { Self.account($1, id: "A\($0)") }
    try self.init(accounts: accounts, names: names, reversed: reversed)
  }

  init(accounts: [Account], names: [NamedEntity] = [], reversed: Bool = false) throws {
    let accounts = reversed ? accounts.reversed() : accounts
    let event = Event(name: "e", title: "e", names: names, accounts: accounts)
    self.accounts = accounts
    directory = try Self.finder.get().entities(
      of: accounts.map { try Self.analyzer.get().analyze($0) }, in: event)
  }

  static func account(
    _ text: String, id: String, publisher: String? = nil, kind: AccountKind = .release,
    url: String? = nil
  ) -> Account {
    let isJapanese = text.unicodeScalars.contains { (0x3040...0x30FF).contains($0.value) }
    let source = SourceText(text)
    return Account(
      id: id, file: id + ".txt", publisher: publisher ?? id, kind: kind,
      language: isJapanese ? .japanese : .english, url: url, text: source,
      paragraphs: [Paragraph(range: source.range)], sha256: "")
  }

  /// What some words name where they first stand in an account.
  func entity(_ words: String, in index: Int = 0) throws -> Entity? {
    let account = try #require(accounts.first { $0.id == "A\(index)" })
    let (text, wanted) = (account.text.scalars, Array(words.unicodeScalars))
    let start = try #require(text.indices.first { text[$0...].starts(with: wanted) }, "\(words)")
    return directory.entity(ofPhraseAt: start..<(start + wanted.count), in: account.id)
  }

  /// The names of all that an account names, each once, in the order of the text.
  func names(in index: Int = 0) -> [String] {
    var seen: Set<String> = []
    return directory.mentions(in: "A\(index)").compactMap { directory.entity($0.entity)?.name }
      .filter { seen.insert($0).inserted }
  }

  /// The entities with all their names, as one text: two directories that say the same have the same.
  var outline: [String] {
    directory.entities.map { entity in
      let names = entity.names.sorted { $0.key.rawValue < $1.key.rawValue }.map {
        "\($0.key) \($0.value)"
      }
      return "\(entity.id) \(entity.kind) \(entity.name) \(names)"
    }
      + accounts.map(\.id).sorted().flatMap { id in
        directory.mentions(in: id).map { "\(id) \($0.range) \($0.entity)" }
      }
  }
}
