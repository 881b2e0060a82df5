import Foundation
import Source

/// The acts that Crossread knows, by the words that carry them (`Resources/acts.yaml`).
public struct ActTable: Sendable {
  private let actsByVerb: [LanguageTag: [String: Act]]
  private let framesByVerb: [LanguageTag: [String: [Frame]]]
  private let eventNouns: [LanguageTag: Set<String>]
  /// All acts, by name.
  public let acts: [String: Act]

  /// A verb that carries an act only where something stands with it: "call" that names what it calls something.
  struct Frame: Sendable {
    let act: Act
    /// The base forms of which one must be the verb's object or passive subject; any will do where there are none.
    let objects: Set<String>
    /// The relations in one of which a word must stand to the verb; none is needed where there are none.
    let relations: Set<String>
  }

  /// The first Japanese verb of each act, by the act's name.
  private let japaneseNames: [String: String]

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when the table cannot be read: a defect of the installation.
  public init() throws {
    let entries = try ResourceTable.decode([String: Entry].self, from: "acts.yaml", in: .module)
    var verbs: [LanguageTag: [String: Act]] = [:]
    var frames: [LanguageTag: [String: [Frame]]] = [:]
    var nouns: [LanguageTag: Set<String>] = [:]
    var acts: [String: Act] = [:]
    for (name, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let act = entry.act(named: name)
      acts[name] = act
      for (language, words) in [(LanguageTag.english, entry.en), (.japanese, entry.ja)] {
        for word in words { verbs[language, default: [:]][word] = act }
      }
      for (language, list) in entry.frames ?? [:] {
        for frame in list {
          let framed = Frame(
            act: act, objects: frame.objects ?? [], relations: frame.relations ?? [])
          for verb in frame.verbs {
            frames[LanguageTag(rawValue: language), default: [:]][verb, default: []].append(framed)
          }
        }
      }
      nouns[.english, default: []].formUnion(entry.nouns?.en ?? [])
      nouns[.japanese, default: []].formUnion(entry.nouns?.ja ?? [])
    }
    self.actsByVerb = verbs
    self.framesByVerb = frames
    self.eventNouns = nouns
    self.acts = acts
    japaneseNames = entries.compactMapValues(\.ja.first)
  }

  /// An act as reports call it.
  public func wording(of act: Act) -> Message {
    Message { $0 == .japanese ? japaneseNames[act.name] ?? act.name : act.name }
  }

  /// The act that a verb carries, by its base form.
  public func act(ofVerb lemma: String, in language: LanguageTag) -> Act? {
    actsByVerb[language]?[lemma]
  }

  /// The act that a content word carries: in Japanese the noun that する makes a verb of stands without it.
  public func act(ofWord lemma: String, in language: LanguageTag) -> Act? {
    act(ofVerb: lemma, in: language)
      ?? (language == .japanese ? act(ofVerb: lemma + "する", in: language) : nil)
  }

  /// The acts that a verb carries where something stands with it.
  func frames(ofVerb lemma: String, in language: LanguageTag) -> [Frame] {
    framesByVerb[language]?[lemma] ?? []
  }

  /// Whether a word carries an act of a group together with another one: "reject" and "claim" that of denial.
  public func isInFrame(_ lemma: String, ofGroup group: String, in language: LanguageTag) -> Bool {
    framesByVerb[language]?.contains { verb, frames in
      frames.contains { $0.act.group == group && (verb == lemma || $0.objects.contains(lemma)) }
    } ?? false
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
    var modality: Claim.Modality?
    var en: [String]
    var ja: [String]
    var frames: [String: [Framed]]?
    var nouns: Nouns?

    struct Framed: Decodable {
      var verbs: [String]
      var objects: Set<String>?
      var relations: Set<String>?
    }

    struct Nouns: Decodable {
      var en: [String]
      var ja: [String]
    }

    func act(named name: String) -> Act {
      Act(
        name: name, group: group, scale: scale, strength: strength, opposite: opposite,
        introducesTopics: topics ?? false, reports: reports ?? false, modality: modality)
    }
  }
}
