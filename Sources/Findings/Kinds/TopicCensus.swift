import Alignment
import Claims
import Ingestion
import Source

/// A topic that one voice alone names for itself.
struct SoleTopic: Sendable {
  /// The topic as the account names it, or as reports do where the account is in another language.
  let name: String
  let range: Range<Int>
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
  private let mentions: [String: Mentions]

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

  init(material: Material) {
    self.material = material
    mentions = Dictionary(
      uniqueKeysWithValues: material.accountIDs.map { id in
        (id, Self.mentions(in: material, account: id))
      })
  }

  /// The topics that no other account names for itself, in the order of the text, each once. Where no other
  /// account is in the same language, words cannot be looked up: then only names that Crossread knows in both.
  func soleTopics(of account: String) -> [SoleTopic] {
    let language = material.account(account)?.language
    let hasPeers = others(than: account).contains { other in
      material.account(other)?.language == language
    }
    let claims = material.claims(of: account).filter { $0.claim.voice.repeatedAccount == nil }
    let candidates = claims.flatMap { claim, point in
      hasPeers ? topics(of: claim, in: point) : knownNames(of: claim, in: point)
    }
    var seen: Set<String> = []
    return candidates.sorted { $0.range.lowerBound < $1.range.lowerBound }
      .filter { seen.insert($0.key).inserted }
      .compactMap { soleTopic($0, of: account) }
  }

  /// Something that may be a topic.
  private struct Candidate {
    let name: String
    let range: Range<Int>
    let entity: Entity?
    /// The base forms of its head's words.
    let headLemmas: [String]
    /// What makes two candidates the same.
    let key: String
    let point: Point
  }

  private func topics(of claim: Claim, in point: Point) -> [Candidate] {
    claim.terms.filter { isTopic($0, of: claim.account) }.map { term in
      Candidate(
        name: term.text, range: term.range, entity: material.entity(of: term),
        headLemmas: term.headLemmas, key: term.entity ?? term.lemmas.joined(separator: " "),
        point: point)
    }
  }

  private func knownNames(of claim: Claim, in point: Point) -> [Candidate] {
    claim.mentions.compactMap { mention in
      guard let entity = material.entities.entity(mention.entity), entity.kind != .person,
        entity.isKnownAcrossLanguages,
        entity != material.entities.publisher(of: claim.account)
      else { return nil }
      return Candidate(
        name: entity.name, range: mention.range, entity: entity, headLemmas: [], key: entity.id,
        point: point)
    }
  }

  private func soleTopic(_ topic: Candidate, of account: String) -> SoleTopic? {
    let others = others(than: account)
    let language = material.account(account)?.language
    var repeatedBy: [String] = []
    for other in others {
      guard let mentions = mentions[other], let otherLanguage = material.account(other)?.language
      else { continue }
      if let entity = topic.entity, mentions.ownEntities.contains(entity.id) { return nil }
      // Words cannot be looked up in another language; names that are known there and what is said can.
      if otherLanguage != language, topic.point.stances[other]?.verdict != .absent,
        !isKnown(topic.entity, in: otherLanguage)
      {
        return nil
      }
      if isNamed(topic, words: mentions.own, text: mentions.ownText) { return nil }
      let words = mentions.repeated[account] ?? []
      let text = mentions.repeatedText[account] ?? ""
      let entities = mentions.repeatedEntities[account] ?? []
      if isNamed(topic, words: words, text: text)
        || topic.entity.map({ entities.contains($0.id) }) ?? false
      {
        repeatedBy.append(other)
      }
    }
    return SoleTopic(
      name: topic.name, range: topic.range, point: topic.point.id, repeatedBy: repeatedBy)
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

  private func isNamed(_ topic: Candidate, words: Set<String>, text: String) -> Bool {
    text.contains(topic.name.lowercased())
      || (!topic.headLemmas.isEmpty && topic.headLemmas.allSatisfy(words.contains))
  }

  /// Single common nouns are too many and too vague to be topics; people are participants.
  private func isTopic(_ term: Term, of account: String) -> Bool {
    if let entity = material.entity(of: term) {
      return entity.kind != .person && entity != material.entities.publisher(of: account)
    }
    let hasNumber = term.head.contains(where: \.isNumber) && term.head.contains(where: \.isLetter)
    if let type = term.entityType { return hasNumber || !Self.otherEntities.contains(type) }
    return hasNumber || (!term.isLight && term.lemmas.count > 1)
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
