import Source

/// The entities that the accounts of an event name, and where each account names them.
public struct EntityDirectory: Sendable {
  /// The entities, by kind and name.
  public let entities: [Entity]
  private let entitiesByID: [String: Entity]
  private let mentionsByAccount: [String: [EntityMention]]
  /// What each account's own words for an entity stand for, where they stand for one only.
  private let entitiesByText: [String: [String: String]]
  private let publishers: [String: String]
  private let holders: [String: [String: Set<String>]]
  private let titles: TitleTable?
  /// The length of the longest mention of each account.
  private let longest: [String: Int]

  /// A directory that knows nothing.
  public static let empty = EntityDirectory(
    entities: [], mentions: [], publishers: [:], holders: [:], titles: nil)

  /// - Parameters:
  ///   - mentions: where entities are named, with the words there.
  ///   - publishers: the entity that publishes an account, by the account's id.
  ///   - holders: the people who stand with an office in an account, by account and office.
  ///   - titles: the words by which an office is named.
  init(
    entities: [Entity], mentions: [(mention: EntityMention, words: String)],
    publishers: [String: String], holders: [String: [String: Set<String>]], titles: TitleTable?
  ) {
    self.entities = entities.sorted {
      ($0.kind.rawValue, $0.name, $0.id) < ($1.kind.rawValue, $1.name, $1.id)
    }
    entitiesByID = Dictionary(entities.map { ($0.id, $0) }) { one, _ in one }
    mentionsByAccount = Dictionary(grouping: mentions.map(\.mention), by: \.account)
      .mapValues { $0.sorted { $0.range.lowerBound < $1.range.lowerBound } }
    var found: [String: [String: Set<String>]] = [:]
    for (mention, words) in mentions {
      found[mention.account, default: [:]][words, default: []].insert(mention.entity)
    }
    entitiesByText = found.mapValues { texts in
      texts.compactMapValues { $0.count == 1 ? $0.first : nil }
    }
    self.publishers = publishers
    self.holders = holders
    self.titles = titles
    longest = mentionsByAccount.mapValues { $0.map(\.range.count).max() ?? 0 }
  }

  /// The entity with an id.
  public func entity(_ id: String) -> Entity? { entitiesByID[id] }

  /// The names of some entities.
  func names(of ids: [String]) -> [String] { ids.compactMap { entity($0)?.name } }

  /// The country with an ISO 3166-1 code, where an account names it.
  public func region(_ code: String) -> Entity? {
    entities.first { $0.kind == .region && $0.region == code }
  }

  /// Where an account names entities, in the order of the text.
  public func mentions(in account: String) -> [EntityMention] { mentionsByAccount[account] ?? [] }

  /// The mentions inside some ranges of an account, in the order of the text.
  ///
  /// - Complexity: O(log n) in the number of the account's mentions, and linear in those around the ranges.
  public func mentions(in account: String, at ranges: [Range<Int>]) -> [EntityMention] {
    guard let first = ranges.first?.lowerBound, let last = ranges.last?.upperBound else {
      return []
    }
    let mentions = mentions(in: account)
    let start = mentions.partitioningIndex {
      $0.range.lowerBound > first - longest[account, default: 0] - 1
    }
    return mentions[start...].prefix { $0.range.lowerBound < last }
      .filter { mention in ranges.contains { $0.overlaps(mention.range) } }
  }

  /// The entity that a phrase is about: the one that its last words name, or that it is a part of the name of.
  public func entity(ofPhraseAt range: Range<Int>, in account: String) -> Entity? {
    let found = mentions(in: account, at: [range]).filter { mention in
      mention.range.upperBound >= range.upperBound
    }
    return found.max { $0.range.count < $1.range.count }.flatMap { entity($0.entity) }
  }

  /// The entity that a phrase of an account is about, by its last words; a bare title ("the Secretary") is about
  /// the only person who stands with it in the account.
  public func entity(named phrase: String, in account: String) -> Entity? {
    guard let texts = entitiesByText[account] else { return nil }
    var rest = Substring(phrase)
    while !rest.isEmpty {
      if let id = texts[String(rest)] { return entity(id) }
      let next = rest.dropFirst()
      // In Latin letters a name begins where a word does.
      rest = rest.first?.isASCII ?? false ? next.drop { $0.isASCII && $0.isLetter } : next
      while let first = rest.first, " '’-.,".contains(first) { rest.removeFirst() }
    }
    return holder(ofTitle: phrase, in: account)
  }

  private func holder(ofTitle phrase: String, in account: String) -> Entity? {
    let words = phrase.split(separator: " ").map(String.init)
    guard !words.isEmpty, words[0].first?.isUppercase ?? false,
      let title = titles?.englishTitle(in: words, at: 0), title.length == words.count,
      let found = holders[account]?[title.office], found.count == 1
    else { return nil }
    return found.first.flatMap { entity($0) }
  }

  /// The offices with whose titles people stand in an account, or else in the others, by the ids of the people.
  func offices(in account: String) -> [String: Set<String>] {
    let others = holders.filter { $0.key != account }.values.flatMap { $0 }
    return offices(of: holders[account]?.map { $0 } ?? []).merging(offices(of: others)) { own, _ in
      own
    }
  }

  private func offices(
    of holders: [(key: String, value: Set<String>)]
  ) -> [String: Set<String>] {
    holders.reduce(into: [:]) { offices, entry in
      guard entry.key != TitleTable.anyOffice else { return }
      for person in entry.value { offices[person, default: []].insert(entry.key) }
    }
  }

  /// The office that an English title names with all its words: "foreign minister".
  func office(ofTitle words: [String]) -> String? {
    guard !words.isEmpty, let title = titles?.englishTitle(in: words, at: 0),
      title.length == words.count
    else { return nil }
    return title.office
  }

  /// Some English words without the titles that they begin with; all of them where they are only titles.
  func withoutTitles(_ words: [String]) -> [String] {
    var start = 0
    while start < words.count, let title = titles?.englishTitle(in: words, at: start) {
      start += title.length
    }
    return start < words.count ? Array(words[start...]) : words
  }

  /// The offices whose titles stand among some English words: "Antony Berg, Secretary of State".
  func offices(amongWords words: [String]) -> Set<String> {
    guard let titles else { return [] }
    var found: Set<String> = []
    var index = 0
    while index < words.count {
      let title =
        words[index].first?.isUppercase ?? false
        ? titles.englishTitle(in: words, at: index) : nil
      if let title, title.office != TitleTable.anyOffice { found.insert(title.office) }
      index += title?.length ?? 1
    }
    return found
  }

  /// The entity that publishes an account, where its metadata tell.
  public func publisher(of account: String) -> Entity? {
    publishers[account].flatMap { entity($0) }
  }
}
