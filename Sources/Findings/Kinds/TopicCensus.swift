import Alignment
import Claims
import Ingestion

/// A topic that one voice alone names for itself.
struct SoleTopic: Sendable {
  let term: Term
  let point: String
  /// The ids of the accounts that name it too, but only where they repeat the account.
  let repeatedBy: [String]
}

/// Counts which accounts name which topics: names, compounds and words with a number in them.
///
/// An account names a topic when all words of its head stand in it, or any name by which `event.yaml`
/// knows it; this errs towards "named", so that "only" can be trusted.
struct TopicCensus: Sendable {
  private let material: Material
  private let mentions: [String: Mentions]

  /// The words of one account, and which of its words stand in claims that repeat which accounts.
  private struct Mentions: Sendable {
    var own: Set<String> = []
    var ownText = ""
    var repeated: [String: Set<String>] = [:]
    var repeatedText: [String: String] = [:]
  }

  init(material: Material) {
    self.material = material
    mentions = Dictionary(
      uniqueKeysWithValues: material.accountIDs.map { id in
        (id, Self.mentions(in: material, account: id))
      })
  }

  /// The topics that no other account names for itself, in the order of the text, each once; none where no
  /// other account is in the same language, so that words could be looked up.
  func soleTopics(of account: String) -> [SoleTopic] {
    let language = material.account(account)?.language
    let hasPeers = others(than: account).contains { other in
      material.account(other)?.language == language
    }
    guard hasPeers else { return [] }
    var seen: Set<String> = []
    return material.claims(of: account).filter { $0.claim.voice.repeatedAccount == nil }
      .flatMap { claim, point in claim.terms.map { ($0, point) } }
      .filter { term, _ in
        isTopic(term) && seen.insert(term.lemmas.joined(separator: " ")).inserted
      }
      .sorted { $0.0.range.lowerBound < $1.0.range.lowerBound }
      .compactMap { term, point in soleTopic(term, point: point, of: account) }
  }

  private func soleTopic(_ term: Term, point: Point, of account: String) -> SoleTopic? {
    let others = others(than: account)
    let names = names(of: term)
    let language = material.account(account)?.language
    var repeatedBy: [String] = []
    for other in others {
      guard let mentions = mentions[other] else { continue }
      // Words cannot be looked up in another language; what is said can.
      if material.account(other)?.language != language, point.stances[other]?.verdict != .absent {
        return nil
      }
      if names.contains(where: { isNamed($0, term, words: mentions.own, text: mentions.ownText) }) {
        return nil
      }
      let words = mentions.repeated[account] ?? []
      let text = mentions.repeatedText[account] ?? ""
      if names.contains(where: { isNamed($0, term, words: words, text: text) }) {
        repeatedBy.append(other)
      }
    }
    return SoleTopic(term: term, point: point.id, repeatedBy: repeatedBy)
  }

  /// The accounts whose words would make the topic shared. Where a voice has several accounts, the one that
  /// leads speaks for all of them; another has topics of its own only where the leader is silent.
  private func others(than account: String) -> [String] {
    material.voices.leads(account)
      ? material.voices.others(than: account, among: material.accountIDs)
      : material.accountIDs.filter { $0 != account }
  }

  private func isNamed(_ name: String, _ term: Term, words: Set<String>, text: String) -> Bool {
    text.contains(name) || term.headLemmas.allSatisfy(words.contains)
  }

  /// The term's own text and the other names of what it names, in lower case.
  private func names(of term: Term) -> [String] {
    let entity = term.isName ? material.entity(named: term.text) : nil
    return [term.text.lowercased()]
      + (entity.map { [$0.name] + $0.aliases } ?? []).map { $0.lowercased() }
  }

  /// Single common nouns are too many and too vague to be topics.
  private func isTopic(_ term: Term) -> Bool {
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
    for (claim, _) in material.claims(of: account) {
      let lemmas = claim.lemmas + claim.terms.flatMap(\.lemmas)
      let text = claim.text.lowercased() + "\n"
      if let source = claim.voice.repeatedAccount {
        mentions.repeated[source, default: []].formUnion(lemmas)
        mentions.repeatedText[source, default: ""] += text
      } else {
        mentions.own.formUnion(lemmas)
        mentions.ownText += text
      }
    }
    return mentions
  }
}
