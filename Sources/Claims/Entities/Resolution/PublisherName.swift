import Ingestion
import Source

/// Who publishes an account, as far as its metadata tell.
struct PublisherName: Sendable {
  let account: String
  /// The publisher as the account's metadata have it.
  let text: String
  /// Whether it is no person who posts.
  let isBody: Bool
  /// What the tables or `event.yaml` know the publisher as.
  let known: KnownName?
  /// The publisher as a person, for those who post for themselves.
  let person: PersonName?
  /// The country whose government publishes the account.
  let region: String?
  let language: LanguageTag

  init(account: Account, listed: ListedNames, table: NameTable, titles: TitleTable) {
    self.account = account.id
    text = account.publisher
    isBody = account.kind != .post
    language = account.language
    let address = table.region(ofAddress: account.url)
    var name = listed.patterns.name(of: account.publisher) ?? Self.name(of: account, in: table)
    // A Japanese ministry says in Japanese that it is the ministry, and another country's whose it is.
    if case .organ(let key, nil) = name {
      name = .organ(key, region: address ?? (account.language == .japanese ? "JP" : nil))
    }
    known = name
    if case .organ(_, let region?) = name { self.region = region } else { region = address }
    let written = WrittenName(account.publisher, titles: titles, table: table)
    person = name == nil && account.kind == .post ? written.person : nil
  }

  /// The unit of government or the organisation in the publisher's name.
  private static func name(of account: Account, in table: NameTable) -> KnownName? {
    let text = SourceText(account.publisher)
    let matches = OrganMentions(text: text, table: table).joined(
      table.patterns.matches(in: text, range: text.range, borders: Set(0...text.count)))
    let organ = matches.first { if case .organ = $0.name { true } else { false } }
    return organ?.name ?? matches.first { $0.range == text.range }?.name
  }
}
