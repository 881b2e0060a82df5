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
    let names: [[String]]
    let authorNames: [[String]]
  }

  private let entries: [Entry]

  init(event: Event) {
    entries = event.accounts.map { account in
      Entry(
        account: account.id, published: account.published, language: account.language,
        names: Self.names(for: account.publisher, in: event),
        authorNames: Self.names(for: account.author ?? account.publisher, in: event))
    }
  }

  /// When an account was published.
  func publication(of account: String) -> Timestamp? {
    entries.first { $0.account == account }?.published
  }

  /// The account, other than the one that cites it, that a name fits best; nothing where none fits or
  /// accounts of two publishers fit alike.
  ///
  /// - Parameters:
  ///   - name: the source as the citing account names it.
  ///   - isPost: whether a post is cited: then the name may be its author's.
  func account(named name: String, isPost: Bool, citedBy citing: String) -> String? {
    let wanted = Self.words(of: name)
    guard !wanted.isEmpty else { return nil }
    let scores = entries.map { entry -> (entry: Entry, score: Double) in
      let names = isPost ? entry.authorNames : entry.names
      return (entry, names.map { Self.cover(of: wanted, by: $0) }.max() ?? 0)
    }
    guard let best = scores.map(\.score).max(), best >= 0.6 else { return nil }
    let fitting = scores.filter { $0.score == best }.map(\.entry)
    guard !fitting.contains(where: { $0.account == citing }) else { return nil }
    if fitting.count == 1 { return fitting.first?.account }
    // Two versions of one statement: it was read in the language of the account that cites it.
    guard Set(fitting.map(\.names)).count == 1 else { return nil }
    let language = entries.first { $0.account == citing }?.language
    let read = fitting.filter { $0.language == language }
    return (read.isEmpty ? fitting : read).map(\.account).min()
  }

  /// A name with the other names of the same entity, each as its words.
  private static func names(for name: String, in event: Event) -> [[String]] {
    let words = words(of: name)
    let same = event.names.filter { entity in
      ([entity.name] + entity.aliases).contains { Self.words(of: $0) == words }
    }
    let all = [name] + same.flatMap { [$0.name] + $0.aliases }
    return all.map(Self.words(of:)).filter { !$0.isEmpty }
  }

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

  /// Whether two words are the same or one is the other with an ending: `Japan`, `Japanese`.
  private static func isSameStem(_ one: String, _ other: String) -> Bool {
    guard one != other else { return true }
    let common = zip(one, other).prefix { $0 == $1 }.count
    return common >= 4 && max(one.count, other.count) - common <= 3
      && min(one.count, other.count) - common <= 1
  }
}
