import Claims
import Source

/// The words that make two claims contradict each other, or not (`Resources/contradictions.yaml`).
struct ContradictionWords: Sendable {
  private let exclusive: [String: Set<String>]
  private let states: [String: Set<String>]
  private let unlike: [String: Set<String>]
  private let idle: [LanguageTag: [IdlePhrase]]
  private let vague: [LanguageTag: Set<String>]
  private let modals: Set<String>
  private let local: Set<String>
  private let occasion: Set<String>
  private let once: Set<String>
  private let sole: Set<String>
  private let appointing: Set<String>
  private let offices: Set<String>
  private let definite: [LanguageTag: Set<String>]
  private let indefinite: [LanguageTag: Set<String>]
  private let wide: Set<String>
  private let partitive: Set<String>
  private let partitivePronouns: Set<String>
  private let thinking: Set<String>
  private let attributing: [LanguageTag: Set<String>]
  private let negating: Set<String>
  private let counting: Set<String>
  private let checkWords: CheckWords

  /// Words that limit nothing that is denied, with the base forms of those that carry content.
  private struct IdlePhrase: Sendable, Decodable {
    let text: String
    let lemmas: Set<String>
  }

  private struct Table: Decodable {
    let exclusive: [String: [[String]]]
    let states: [String: [[String]]]
    let unlike: [String: [[String]]]
    let idle: [String: [IdlePhrase]]
    let vague: [String: Set<String>]
    let modals: [String: Set<String>]
    let local: [String: Set<String>]
    let occasion: [String: Set<String>]
    let once: [String: Set<String>]
    let sole: [String: Set<String>]
    let appointing: [String: Set<String>]
    let offices: [String: Set<String>]
    let definite: [String: Set<String>]
    let indefinite: [String: Set<String>]
    let wide: [String: Set<String>]
    let partitive: [String: Set<String>]
    let partitivePronouns: [String: Set<String>]
    let thinking: [String: Set<String>]
    let attributing: [String: Set<String>]
    let negating: [String: Set<String>]
    let counting: [String: Set<String>]
  }

  /// Reads the table; the languages share the pairs, since no word of one is a word of the other.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "contradictions.yaml", in: .module)
    exclusive = Self.symmetric(table.exclusive)
    states = Self.symmetric(table.states)
    unlike = Self.symmetric(table.unlike)
    idle = table.idle.reduce(into: [:]) { $0[LanguageTag(rawValue: $1.key)] = $1.value }
    vague = Self.byLanguage(table.vague)
    modals = Self.joined(table.modals)
    local = Self.joined(table.local)
    occasion = Self.joined(table.occasion)
    once = Self.joined(table.once)
    sole = Self.joined(table.sole)
    appointing = Self.joined(table.appointing)
    offices = Self.joined(table.offices)
    definite = Self.byLanguage(table.definite)
    indefinite = Self.byLanguage(table.indefinite)
    wide = Self.joined(table.wide)
    partitive = Self.joined(table.partitive)
    partitivePronouns = Self.joined(table.partitivePronouns)
    thinking = Self.joined(table.thinking)
    attributing = Self.byLanguage(table.attributing)
    negating = Self.joined(table.negating)
    counting = Self.joined(table.counting)
    checkWords = try CheckWords()
  }

  private static func byLanguage(_ words: [String: Set<String>]) -> [LanguageTag: Set<String>] {
    words.reduce(into: [:]) { $0[LanguageTag(rawValue: $1.key)] = $1.value }
  }

  private static func joined(_ words: [String: Set<String>]) -> Set<String> {
    words.values.reduce(into: []) { $0.formUnion($1) }
  }

  private static func symmetric(_ pairs: [String: [[String]]]) -> [String: Set<String>] {
    pairs.values.joined().reduce(into: [:]) { opposites, pair in
      guard let one = pair.first, let other = pair.last else { return }
      opposites[one, default: []].insert(other)
      opposites[other, default: []].insert(one)
    }
  }

  /// The predicates that cannot be true beside this one.
  func excluded(by lemma: String) -> Set<String> { exclusive[lemma] ?? [] }

  /// Whether some words have one that excludes this one, always or at one time.
  func hasOpposite(of lemma: String, in lemmas: Set<String>) -> Bool {
    [exclusive, states].contains { $0[lemma].map { !$0.isDisjoint(with: lemmas) } ?? false }
  }

  /// The predicates by which one event is told otherwise than by this one: "left" and "was expelled".
  func unlike(_ lemma: String) -> Set<String> { unlike[lemma] ?? [] }

  /// The base forms of a claim's words that limit nothing: "in fact", "at any time", and who somebody is.
  func idleLemmas(of claim: ComparableClaim) -> Set<String> {
    let telling = Set(claim.claim.words.filter { !$0.isAside }.map(\.lemma))
    let isJapanese = claim.language == .japanese
    let text = isJapanese ? claim.claim.text : " \(Self.plain(claim.claim.text)) "
    return (idle[claim.language] ?? []).filter {
      text.contains(isJapanese ? $0.text : " \($0.text) ")
    }.reduce(into: claim.lemmas.subtracting(telling)) { $0.formUnion($1.lemmas) }
  }

  private static func plain(_ text: String) -> String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
  }

  /// The states that this one excludes at one time.
  func states(excludedBy lemma: String) -> Set<String> { states[lemma] ?? [] }

  /// Whether a word says that something may, will or should be.
  func isModal(_ text: String) -> Bool { modals.contains(text) }

  /// Whether a preposition or particle tells where something is.
  func isLocal(_ preposition: String) -> Bool { local.contains(preposition) }

  /// The words for the meeting at which something is said that both sides know: "during the talks", 会談で.
  func occasionWords(of claim: ComparableClaim, _ acts: ActTable) -> Set<String> {
    let nouns = claim.lemmas.filter { acts.isEventNoun($0, in: claim.language) }
    guard !nouns.isEmpty else { return [] }
    guard claim.language != .japanese else {
      return nouns.filter { noun in occasion.contains { claim.claim.text.contains(noun + $0) } }
    }
    let text = Self.plain(claim.claim.text).split(separator: " ").map(String.init)
    let definite = definite[claim.language] ?? []
    return nouns.filter { noun in
      text.indices.dropFirst(2).contains {
        text[$0].hasPrefix(noun) && definite.contains(text[$0 - 1])
          && occasion.contains(text[$0 - 2])
      }
    }
  }

  /// Whether one of some predicates, by their base forms, tells what happens once and at one place.
  func happenOnce(_ lemmas: Set<String>) -> Bool { !lemmas.isDisjoint(with: once) }

  /// Whether some words, by their base forms, can say what is so of one person alone.
  func canBeOfOnePerson(_ lemmas: Set<String>) -> Bool {
    !lemmas.isDisjoint(with: sole) || !lemmas.isDisjoint(with: appointing)
  }

  /// Whether what some words, by their base forms, say is so of one person alone.
  ///
  /// - Parameter isOfOneThing: whether it is clear of which thing: the race, the session.
  func areOfOnePerson(_ lemmas: Set<String>, isOfOneThing: Bool) -> Bool {
    (isOfOneThing && !lemmas.isDisjoint(with: sole))
      || (!lemmas.isDisjoint(with: appointing) && !lemmas.isDisjoint(with: offices))
  }

  /// Whether a text tells of a thing that both sides know, and of none of several: "the treaty", not "a treaty". In
  /// Japanese nothing needs to say so.
  func isDefinite(_ text: String, in language: LanguageTag) -> Bool {
    let indefinite = indefinite[language] ?? []
    guard language != .japanese else { return !indefinite.contains(where: text.contains) }
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return words.isDisjoint(with: indefinite) && !words.isDisjoint(with: definite[language] ?? [])
  }

  /// Whether a word, by its base form, says that a figure is that of a whole.
  func isWide(_ lemma: String) -> Bool { wide.contains(lemma) }

  /// Whether a text gives a figure as that of a part: "15 of the boilers".
  func isPartitive(_ figure: String, in text: String) -> Bool {
    partitive.contains { text.contains("\(figure) \($0) ") }
  }

  /// Whether a text gives a figure as that of a part of those who were named before: "22 of them".
  func isOfPronoun(_ figure: String, in text: String) -> Bool {
    text.contains("\(figure) of")
      && partitivePronouns.contains { text.contains("\(figure) of \($0)") }
  }

  /// Whether a verb, by its base form, tells what somebody thinks.
  func isOfThought(_ lemma: String) -> Bool { thinking.contains(lemma) }

  /// Whether a text names the one who says what it tells: "according to the harbour office".
  func attributes(_ text: String, in language: LanguageTag) -> Bool {
    let text = text.lowercased()
    return (attributing[language] ?? []).contains(where: text.contains)
  }

  /// Whether two words, by their base forms, exclude each other anywhere.
  func areOpposites(_ one: String, _ other: String) -> Bool {
    excluded(by: one).contains(other) || states(excludedBy: one).contains(other)
      || checkWords.opposites(of: one).contains(other)
  }

  /// Whether a word, by its base form, denies.
  func isNegation(_ lemma: String) -> Bool { checkWords.isNegation(lemma) }

  /// Whether a time is told as that at which something was counted: "as of 3 p.m.".
  func opensCount(_ time: String) -> Bool { counting.contains { time.lowercased().hasPrefix($0) } }

  /// Whether a text has a word that denies anywhere in it.
  func holdsNegation(_ text: String, in language: LanguageTag) -> Bool {
    guard language != .japanese else { return negating.contains(where: text.contains) }
    return text.lowercased().split { $0.isWhitespace || $0.isPunctuation && !"'’".contains($0) }
      .contains { word in
        isNegation(String(word)) || negating.contains { word.hasSuffix($0) }
      }
  }

  /// Whether an amount is one that nobody counted: "several hours".
  func isVague(_ text: String, in language: LanguageTag) -> Bool {
    let words = vague[language] ?? []
    guard language == .japanese else {
      return text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
    }
    return words.contains(where: text.hasPrefix)
  }
}
