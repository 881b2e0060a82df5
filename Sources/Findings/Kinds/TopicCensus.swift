import Alignment
import Claims
import Ingestion
import Source

/// A topic that one voice alone names for itself.
struct SoleTopic: Sendable {
  /// The topic as the account names it, or as reports do where the account is in another language.
  let name: String
  /// Whether it is a name, or has a number in it, and no plain noun.
  let isName: Bool
  let range: Range<Int>
  /// Whether it is named at the head of the account.
  let isAtHead: Bool
  let point: String
  /// The ids of the accounts that name it too, but only where they repeat the account.
  let repeatedBy: [String]
}

/// Counts which accounts name which topics: names, compounds and words with a number in them.
///
/// An account names a topic when all words of its head stand in it, or any name of the entity that it is, in
/// whichever language; this errs towards "named", so that "only" can be trusted.
struct TopicCensus: Sendable {
  private let material: Material
  private let words: TopicWords
  /// Entities that some account names as a person, be they listed without a kind.
  private let people: Set<String>
  private let mentions: [String: Mentions]
  /// The accounts that have a word, name an entity, or hold a run of letters, for themselves.
  private let accountsByWord: [String: Set<String>]
  private let accountsByEntity: [String: Set<String>]
  private let texts: TextSearch
  /// The accounts that repeat an account, in order.
  private let repeaters: [String: [String]]
  private let languages: [LanguageTag: [String]]

  /// The words of one account, and which of its words stand in claims that repeat which accounts.
  private struct Mentions: Sendable {
    var own: Set<String> = []
    var ownText = ""
    var repeated: [String: Set<String>] = [:]
    var repeatedText: [String: String] = [:]
    /// The entities that it names for itself, and those that it names where it repeats an account.
    var ownEntities: Set<String> = []
    var repeatedEntities: [String: Set<String>] = [:]
  }

  init(material: Material, words: TopicWords) {
    self.material = material
    self.words = words
    people = Set(
      material.accountIDs.flatMap { material.claims(of: $0) }.flatMap(\.claim.terms)
        .filter { $0.entityType == "PERSON" }.compactMap(\.entity))
    let mentions = Dictionary(
      uniqueKeysWithValues: material.accountIDs.map { id in
        (id, Self.mentions(in: material, account: id))
      })
    var accountsByWord: [String: Set<String>] = [:]
    var accountsByEntity: [String: Set<String>] = [:]
    for (account, own) in mentions {
      for word in own.own { accountsByWord[word, default: []].insert(account) }
      for entity in own.ownEntities { accountsByEntity[entity, default: []].insert(account) }
    }
    var repeaters: [String: [String]] = [:]
    for account in material.accountIDs {
      for source in mentions[account]?.repeated.keys.sorted() ?? [] {
        repeaters[source, default: []].append(account)
      }
    }
    self.repeaters = repeaters
    self.mentions = mentions
    self.accountsByWord = accountsByWord
    self.accountsByEntity = accountsByEntity
    texts = TextSearch(mentions.mapValues(\.ownText))
    languages = Dictionary(grouping: material.accountIDs) {
      material.account($0)?.language ?? .undetermined
    }
  }

  /// The topics that no other account names for itself, in the order of the text, each once. Where no other
  /// account is in the same language, words cannot be looked up: then only names that Crossread knows in both.
  func soleTopics(of account: String) -> [SoleTopic] {
    let language = material.account(account)?.language
    let others = Set(others(than: account))
    let hasPeers = language.flatMap { languages[$0] }?.contains(where: others.contains) ?? false
    let claims = material.claims(of: account).filter { $0.claim.voice.repeatedAccount == nil }
    let candidates = claims.flatMap { claim, point in
      hasPeers ? topics(of: claim, in: point) : knownNames(of: claim, in: point)
    }
    var seen: Set<String> = []
    return candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .filter { seen.insert($0.key).inserted }
      .compactMap { soleTopic($0, of: account, among: others) }
  }

  /// Something that may be a topic.
  private struct Candidate {
    let name: String
    let isName: Bool
    let range: Range<Int>
    let entity: Entity?
    /// The base forms of its head's words.
    let headLemmas: [String]
    /// What makes two candidates the same.
    let key: String
    let isAtHead: Bool
    let point: Point
  }

  private func topics(of claim: Claim, in point: Point) -> [Candidate] {
    let values = claim.values.map(\.range)
    let terms = claim.terms.filter { term in
      isTopic(term, of: claim.account) && !values.contains { $0.overlaps(term.range) }
    }
    return terms.map { term in
      Candidate(
        name: term.text,
        isName: term.isName || term.entity != nil || term.head.contains(where: \.isNumber),
        range: term.range, entity: material.entity(of: term),
        headLemmas: term.headLemmas, key: term.entity ?? term.lemmas.joined(separator: " "),
        isAtHead: claim.isAtHead, point: point)
    }
  }

  private func knownNames(of claim: Claim, in point: Point) -> [Candidate] {
    claim.mentions.compactMap { mention in
      guard let entity = material.entities.entity(mention.entity), entity.kind != .person,
        entity.isKnownAcrossLanguages,
        entity != material.entities.publisher(of: claim.account)
      else { return nil }
      return Candidate(
        name: entity.name, isName: true, range: mention.range, entity: entity, headLemmas: [],
        key: entity.id, isAtHead: claim.isAtHead, point: point)
    }
  }

  private func soleTopic(
    _ topic: Candidate, of account: String, among others: Set<String>
  ) -> SoleTopic? {
    guard !isNamed(topic, byAnyOf: others), !mayBeNamed(topic, of: account, byAnyOf: others) else {
      return nil
    }
    return SoleTopic(
      name: topic.name, isName: topic.isName, range: topic.range, isAtHead: topic.isAtHead,
      point: topic.point.id,
      repeatedBy: repeatingAccounts(topic, of: account, among: others))
  }

  /// Whether one of some accounts names the topic for itself.
  private func isNamed(_ topic: Candidate, byAnyOf others: Set<String>) -> Bool {
    if let entity = topic.entity, !others.isDisjoint(with: accountsByEntity[entity.id] ?? []) {
      return true
    }
    let holders = topic.headLemmas.map { accountsByWord[$0] ?? [] }.sorted { $0.count < $1.count }
    if let rarest = holders.first,
      rarest.contains(where: { account in
        others.contains(account) && holders.allSatisfy { $0.contains(account) }
      })
    {
      return true
    }
    return texts.contains(topic.name.lowercased(), inAnyOf: others)
  }

  /// Words cannot be looked up in another language; names that are known there and what is said can.
  private func mayBeNamed(
    _ topic: Candidate, of account: String, byAnyOf others: Set<String>
  ) -> Bool {
    let language = material.account(account)?.language
    return topic.point.stances.contains { other, stance in
      guard stance.verdict != .absent, others.contains(other),
        let otherLanguage = material.account(other)?.language
      else { return false }
      return otherLanguage != language && !isKnown(topic.entity, in: otherLanguage)
    }
  }

  /// The accounts that name the topic where they repeat its account.
  private func repeatingAccounts(
    _ topic: Candidate, of account: String, among others: Set<String>
  ) -> [String] {
    (repeaters[account] ?? []).filter { other in
      guard others.contains(other), let mentions = mentions[other] else { return false }
      let text = mentions.repeatedText[account] ?? ""
      let words = mentions.repeated[account] ?? []
      return text.contains(topic.name.lowercased())
        || (!topic.headLemmas.isEmpty && topic.headLemmas.allSatisfy(words.contains))
        || topic.entity.map { mentions.repeatedEntities[account]?.contains($0.id) ?? false }
          ?? false
    }
  }

  /// The accounts whose words would make the topic shared. Where a voice has several accounts, the one that
  /// leads speaks for all of them; another has topics of its own only where the leader is silent.
  private func others(than account: String) -> [String] {
    material.voices.leads(account)
      ? material.voices.others(than: account, among: material.accountIDs)
      : material.accountIDs.filter { $0 != account }
  }

  private func isKnown(_ entity: Entity?, in language: LanguageTag) -> Bool {
    guard let entity, entity.isKnownAcrossLanguages else { return false }
    return entity.names[language] != nil
  }

  /// Single common nouns are too many and too vague to be topics; people are participants.
  private func isTopic(_ term: Term, of account: String) -> Bool {
    guard !words.isDirection(term) else { return false }
    if let entity = material.entity(of: term) {
      return entity.kind != .person && !people.contains(entity.id)
        && entity != material.entities.publisher(of: account)
    }
    guard let first = term.text.first, first.isLetter || first.isNumber else { return false }
    let hasNumber = term.head.contains(where: \.isNumber) && term.head.contains(where: \.isLetter)
    if let type = term.entityType { return hasNumber || !Self.otherEntities.contains(type) }
    return hasNumber || (!term.isLight && term.lemmas.count > 1 && !words.isPlain(term))
  }

  /// Entities that are no topics: people are participants, and values are compared as values.
  private static let otherEntities: Set = [
    "PERSON", "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
  ]

  private static func mentions(in material: Material, account: String) -> Mentions {
    var mentions = Mentions()
    // Whose government an account is of need not be said in it.
    let region = material.entities.publisher(of: account)?.region
    if let own = region.flatMap(material.entities.region) { mentions.ownEntities.insert(own.id) }
    for (claim, _) in material.claims(of: account) {
      let lemmas = claim.lemmas + claim.terms.flatMap(\.lemmas)
      let text = claim.text.lowercased() + "\n"
      if let source = claim.voice.repeatedAccount {
        mentions.repeated[source, default: []].formUnion(lemmas)
        mentions.repeatedText[source, default: ""] += text
        mentions.repeatedEntities[source, default: []].formUnion(claim.mentions.map(\.entity))
      } else {
        mentions.own.formUnion(lemmas)
        mentions.ownText += text
        mentions.ownEntities.formUnion(claim.mentions.map(\.entity))
      }
    }
    return mentions
  }
}
