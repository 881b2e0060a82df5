import Foundation
import Source

/// What a claim does: meets, discusses, agrees, denies.
public struct Act: Sendable, Hashable {
  /// The act's name, the key in `acts.yaml`.
  public let name: String
  /// Acts of one group say a thing in the same way.
  public let group: String
  /// The scale on which the act has a strength, and that strength.
  public let scale: String?
  /// How strong it is on its scale, from 1.
  public let strength: Int?
  /// The act that cannot be true beside this one, of the same thing.
  public let opposite: String?
  /// Whether the objects of its verb are topics of their own.
  public let introducesTopics: Bool
  /// Whether its verb only tells who speaks.
  public let reports: Bool
}

/// The acts that Crossread knows, by the words that carry them (`Resources/acts.yaml`).
public struct ActTable: Sendable {
  private let actsByVerb: [LanguageTag: [String: Act]]
  private let eventNouns: [LanguageTag: Set<String>]
  /// All acts, by name.
  public let acts: [String: Act]

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when the table cannot be read: a defect of the installation.
  public init() throws {
    let entries = try ResourceTable.decode([String: Entry].self, from: "acts.yaml", in: .module)
    var verbs: [LanguageTag: [String: Act]] = [:]
    var nouns: [LanguageTag: Set<String>] = [:]
    var acts: [String: Act] = [:]
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let act = entry.act(named: name)
      acts[name] = act
      for (language, words) in [(LanguageTag.english, entry.en), (.japanese, entry.ja)] {
        for word in words { verbs[language, default: [:]][word] = act }
      }
      nouns[.english, default: []].formUnion(entry.nouns?.en ?? [])
      nouns[.japanese, default: []].formUnion(entry.nouns?.ja ?? [])
    }
    self.actsByVerb = verbs
    self.eventNouns = nouns
    self.acts = acts
  }

  /// The act that a verb carries, by its base form.
  public func act(ofVerb lemma: String, in language: LanguageTag) -> Act? {
    actsByVerb[language]?[lemma]
  }

  /// Whether a noun is what an event is called: a meeting, a call.
  public func isEventNoun(_ lemma: String, in language: LanguageTag) -> Bool {
    eventNouns[language]?.contains(lemma) ?? false
  }

  private struct Entry: Decodable {
    var group: String
    var scale: String?
    var strength: Int?
    var opposite: String?
    var topics: Bool?
    var reports: Bool?
    var en: [String]
    var ja: [String]
    var nouns: Nouns?

    struct Nouns: Decodable {
      var en: [String]
      var ja: [String]
    }

    func act(named name: String) -> Act {
      Act(
        name: name, group: group, scale: scale, strength: strength, opposite: opposite,
        introducesTopics: topics ?? false, reports: reports ?? false)
    }
  }
}
