import Ingestion
import Source

/// Knows under which names the accounts of an event are cited, so that "the State Department said" is led
/// back to the State Department's own account.
struct SourceDirectory: Sendable {
  /// The ways in which one account may be named.
  private struct Entry: Sendable {
    let account: String
    let published: Timestamp?
    let language: LanguageTag
    let isPost: Bool
    let names: [[String]]
    let authorNames: [[String]]
    /// The entity that publishes the account, where it is known.
    let publisher: Entity?
  }

  private let entries: [Entry]
  private let places: [String: Int]
  private let placesByPublisher: [String: [Int]]
  /// The entries with a word in one of their names, by what each word begins with.
  private let placesByStem: [String: [Int]]
  private let entities: EntityDirectory

  init(event: Event, entities: EntityDirectory = .empty) {
    self.entities = entities
    let entries = event.accounts.map { account in
      Entry(
        account: account.id, published: account.published, language: account.language,
        isPost: account.kind == .post, names: Self.names(for: account.publisher, in: event),
        authorNames: Self.names(for: account.author ?? account.publisher, in: event),
        publisher: entities.publisher(of: account.id))
    }
    places = Dictionary(entries.enumerated().map { ($1.account, $0) }) { first, _ in first }
    var placesByPublisher: [String: [Int]] = [:]
    var placesByStem: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      if let publisher = entry.publisher {
        placesByPublisher[publisher.id, default: []].append(place)
      }
      for stem in Set((entry.names + entry.authorNames).joined().map(Self.stem(of:))) {
        placesByStem[stem, default: []].append(place)
      }
    }
    self.entries = entries
    self.placesByPublisher = placesByPublisher
    self.placesByStem = placesByStem
  }

  /// When an account was published.
  func publication(of account: String) -> Timestamp? {
    places[account].map { entries[$0] }?.published
  }

  /// The account, other than the one that cites it, whose publisher a name is of, or that the name fits best;
  /// nothing where none fits or accounts of two publishers fit alike.
  ///
  /// - Parameters:
  ///   - name: the source as the citing account names it.
  ///   - isPost: whether a post is cited: then the name may be its author's.
  func account(named name: String, isPost: Bool, citedBy citing: String) -> String? {
    version(
      among: entries(named: name, isPost: isPost, citedBy: citing), isPost: isPost, readBy: citing)
  }

  /// Whether an account that names a source names its own publisher or author.
  func isItself(named name: String, isPost: Bool, citedBy citing: String) -> Bool {
    entries(named: name, isPost: isPost, citedBy: citing).contains { $0.account == citing }
  }

  /// Whether a phrase of an account names somebody or something that another account never names.
  ///
  /// - Complexity: linear in what the other account names.
  func isNew(_ phrase: Range<Int>, of account: String, to other: String) -> Bool {
    // Of an account that was not read for names, it is not known what it names.
    let known = entities.mentions(in: other)
    guard !known.isEmpty, let entity = entities.entity(ofPhraseAt: phrase, in: account) else {
      return false
    }
    return entity != entities.publisher(of: other) && !known.contains { $0.entity == entity.id }
  }

  /// Whether words of an account name somebody or something that another account names, and no account of anybody else.
  ///
  /// - Complexity: linear in what all accounts name.
  func isFound(_ words: Range<Int>, of account: String, onlyIn source: String) -> Bool {
    let own = Set(entities.mentions(in: account).filter { words.overlaps($0.range) }.map(\.entity))
    guard !own.isEmpty else { return false }
    let publisher = entities.publisher(of: source)
    let others = entries.filter {
      $0.account != account && $0.account != source
        && (publisher == nil || $0.publisher != publisher)
    }
    let elsewhere = Set(others.flatMap { entities.mentions(in: $0.account).map(\.entity) })
    let told = Set(entities.mentions(in: source).map(\.entity))
    return !own.intersection(told).subtracting(elsewhere).isEmpty
  }

  /// The accounts whose publisher or author a name is of; none where accounts of two publishers fit alike.
  private func entries(named name: String, isPost: Bool, citedBy citing: String) -> [Entry] {
    let source = entities.entity(named: name, in: citing)
    let published = source.flatMap { placesByPublisher[$0.id] } ?? []
    if !published.isEmpty { return published.map { entries[$0] } }
    // "His office" has a word in common with every office.
    if let first = name.lowercased().split(separator: " ").first, Self.possessive.contains(first) {
      return []
    }
    let wanted = Self.byline(name).map(Self.words(of:)).filter { !$0.isEmpty }
    // The others have no word in common with the name.
    let near = Set(wanted.joined().map(Self.stem(of:))).compactMap { placesByStem[$0] }
    let scores = Set(near.joined()).sorted().map { entries[$0] }.filter {
      !Self.areTwo($0.publisher, source)
    }.map { entry in
      let names = isPost ? entry.authorNames : entry.names
      let covers = wanted.flatMap { words in names.map { Self.cover(of: words, by: $0) } }
      return (entry: entry, score: covers.max() ?? 0)
    }
    guard let best = scores.map(\.score).max(), best >= 0.6 else { return [] }
    let fitting = scores.filter { $0.score == best }.map(\.entry)
    return Set(fitting.map(\.names)).count == 1 ? fitting : []
  }

  /// The account of one publisher that another account cites: of two versions of a statement, the one in the
  /// language of the account that cites it; of a post and a statement, the post only where a post is cited; nothing
  /// where the publisher cites itself.
  private func version(among versions: [Entry], isPost: Bool, readBy citing: String) -> String? {
    guard !versions.contains(where: { $0.account == citing }) else { return nil }
    let language = places[citing].map { entries[$0] }?.language
    let read = versions.filter { $0.language == language }
    let inLanguage = read.isEmpty ? versions : read
    let ofSort = inLanguage.filter { $0.isPost == isPost }
    let cited = ofSort.isEmpty ? inLanguage : ofSort
    return cited.count == 1 ? cited.first?.account : nil
  }

  /// A name with the other names of the same entity, each as its words.
  private static func names(for name: String, in event: Event) -> [[String]] {
    let own = byline(name)
    let words = own.map(Self.words(of:))
    let same = event.names.filter { entity in
      ([entity.name] + entity.aliases).contains { words.contains(Self.words(of: $0)) }
    }
    let all = own + same.flatMap { [$0.name] + $0.aliases }
    return all.map(Self.words(of:)).filter { !$0.isEmpty }
  }

  /// A byline as the name in it and, where one stands in brackets behind it, the handle: `Ada Brook
  /// (@adabrook)` is either.
  private static func byline(_ text: String) -> [String] {
    guard let match = text.wholeMatch(of: #/\s*(.*?)\s*[(（]\s*@([\w.]+)\s*[)）]\s*/#) else {
      return [text]
    }
    return [String(match.1), String(match.2)].filter { !$0.isEmpty }
  }

  /// Whether two entities are known to be two bodies: the ministries of two countries have words in common.
  private static func areTwo(_ one: Entity?, _ other: Entity?) -> Bool {
    guard let one, let other, one.kind == .organisation, other.kind == .organisation else {
      return false
    }
    return one.isKnownAcrossLanguages && other.isKnownAcrossLanguages && one != other
  }

  private static let possessive: Set<Substring> = ["his", "her", "their"]

  /// The distinguishing words of a name in lower case: no articles, no function words.
  private static func words(of name: String) -> [String] {
    let functionWords: Set = ["the", "a", "an", "of", "for", "and", "s", "its", "own"]
    return name.lowercased().replacing("u.s.", with: "us")
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
      .filter { !functionWords.contains($0) }
  }

  /// The share of the wanted words that a name holds, counted by their letters.
  private static func cover(of wanted: [String], by name: [String]) -> Double {
    let weight = { (words: [String]) in Double(words.map(\.count).reduce(0, +)) }
    let held = wanted.filter { word in name.contains { isSameStem(word, $0) } }
    return weight(held) / weight(wanted)
  }

  /// What two words have in common that `isSameStem` takes for the same.
  private static func stem(of word: String) -> String { String(word.prefix(4)) }

  /// Whether two words are the same or one is the other with an ending: `Japan`, `Japanese`.
  private static func isSameStem(_ one: String, _ other: String) -> Bool {
    guard one != other else { return true }
    let common = zip(one, other).prefix { $0 == $1 }.count
    return common >= 4 && max(one.count, other.count) - common <= 3
      && min(one.count, other.count) - common <= 1
  }
}
