import Source
import Values

/// The quantities that Crossread knows, with the words by which they are found
/// (`Resources/quantities.yaml`).
struct QuantityTable: Sendable, Decodable {
  /// Words of one language that stand around values of any quantity.
  struct Grammar: Sendable, Decodable {
    /// Nouns that only say that something is counted.
    let counters: Set<String>
    /// Verbs that give a thing its value.
    let linking: Set<String>
    /// Verbs that tell of a count as it stands at some time.
    let changing: Set<String>
    /// Verbs before a state.
    let stating: Set<String>
    /// Prepositions between a verb and the value.
    let prepositions: Set<String>
    /// Prepositions or particles of the place to which a figure is limited.
    let places: Set<String>
    /// Words that tell in which direction from a place something lies.
    let directions: Set<String>
    /// Prepositions between a distance and the place from which it is measured.
    let distances: Set<String>
    /// Nouns for what a place is measured from: its coast, its centre.
    let landmarks: Set<String>
    /// Words at a time at which a count stood.
    let asOf: Set<String>
    /// Words that set a figure down as an older one.
    let superseded: Set<String>
    /// Words at the figure that a count has left behind.
    let since: Set<String>
    /// Words between a noun and its number.
    let around: Set<String>
  }

  /// What a word can be to a quantity.
  enum Role: Sendable, Hashable, CaseIterable {
    case noun, doer, patient, state
  }

  /// One quantity without its words.
  struct Entry: Sendable {
    let id: String
    let isTally: Bool
    let isLocal: Bool
    let isGeneral: Bool
    let kinds: Set<Value.Kind>
    let units: Set<String>?
    let counts: String?
  }

  private struct Key: Hashable {
    let language: LanguageTag
    let role: Role
    let words: String
  }

  /// The entries in the order of their names.
  let entries: [Entry]
  /// What can stand before a number without a space, the longest first, with its entry.
  let marks: [(mark: String, entry: Int)]
  private let grammars: [LanguageTag: Grammar]
  private let entriesByWords: [Key: [Int]]
  private let groups: [LanguageTag: [String: Set<String>]]

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  static func read() throws -> QuantityTable {
    try ResourceTable.decode(QuantityTable.self, from: "quantities.yaml", in: .module)
  }

  init(from decoder: any Decoder) throws {
    let file = try File(from: decoder)
    grammars = [.english: file.en, .japanese: file.ja]
    var entries: [Entry] = []
    var marks: [(mark: String, entry: Int)] = []
    var byWords: [Key: [Int]] = [:]
    for (id, row) in file.quantities.sorted(by: { $0.key < $1.key }) {
      let index = entries.count
      entries.append(row.entry(named: id))
      marks += (row.marks ?? []).map { ($0, index) }
      for (language, words) in [(LanguageTag.english, row.en), (.japanese, row.ja)] {
        for (role, list) in words?.lists ?? [] {
          for word in list {
            byWords[Key(language: language, role: role, words: word), default: []].append(index)
          }
        }
      }
    }
    self.entries = entries
    self.marks = marks.sorted { ($1.mark.count, $0.mark) < ($0.mark.count, $1.mark) }
    entriesByWords = byWords
    var groups: [LanguageTag: [String: Set<String>]] = [:]
    for (group, words) in file.things.sorted(by: { $0.key < $1.key }) {
      for word in words.en { groups[.english, default: [:]][word, default: []].insert(group) }
      for word in words.ja { groups[.japanese, default: [:]][word, default: []].insert(group) }
    }
    self.groups = groups
  }

  /// The entry of how far from a place something is.
  var distanceFromPlace: Entry? { entries.first { $0.id == "distance from a place" } }

  func grammar(of language: LanguageTag) -> Grammar? { grammars[language] }

  /// The entries that some words name in a role.
  func entries(_ words: String, as role: Role, in language: LanguageTag) -> [Entry] {
    (entriesByWords[Key(language: language, role: role, words: words)] ?? []).map { entries[$0] }
  }

  /// Whether a noun can be what an entry counts; people are whoever stands in no other group.
  func canCount(_ noun: String?, by entry: Entry, in language: LanguageTag) -> Bool {
    guard let noun, let group = entry.counts else { return true }
    guard let own = groups[language]?[noun] else { return group == "people" }
    return own.contains(group)
  }

  /// Whether a noun is in the table of what can be counted.
  func names(_ noun: String, in language: LanguageTag) -> Bool { groups[language]?[noun] != nil }

  /// Whether a noun is a general one for people.
  func isPeople(_ noun: String, in language: LanguageTag) -> Bool {
    groups[language]?[noun]?.contains("people") ?? false
  }

  private struct File: Decodable {
    let quantities: [String: Row]
    let things: [String: Pair]
    let en: Grammar
    let ja: Grammar
  }

  private struct Pair: Decodable {
    let en: [String]
    let ja: [String]
  }

  private struct Row: Decodable {
    var tally: Bool?
    var local: Bool?
    var general: Bool?
    var kinds: [String]?
    var units: Set<String>?
    var counts: String?
    var marks: [String]?
    var en: Words?
    var ja: Words?

    func entry(named id: String) -> Entry {
      Entry(
        id: id, isTally: tally ?? false, isLocal: local ?? false, isGeneral: general ?? false,
        kinds: Set((kinds ?? [Value.Kind.number.rawValue]).compactMap(Value.Kind.init)),
        units: units, counts: counts)
    }
  }

  private struct Words: Decodable {
    var nouns: [String]?
    var doers: [String]?
    var patients: [String]?
    var states: [String]?

    var lists: [(Role, [String])] {
      [
        (.noun, nouns ?? []), (.doer, doers ?? []), (.patient, patients ?? []),
        (.state, states ?? []),
      ]
    }
  }
}

extension QuantityTable.Entry {
  /// The quantity of a value that an entry was found for.
  func quantity(term: String? = nil, counted: String? = nil) -> MeasuredQuantity {
    MeasuredQuantity(
      id: id, term: term, isTally: isTally, isLocal: isLocal, isGeneral: isGeneral,
      counted: counted, counts: counts)
  }
}
