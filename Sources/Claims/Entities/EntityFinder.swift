import Ingestion
import Language
import Source

/// Finds the entities that the accounts of an event name, in English and Japanese, and which names are of one
/// entity.
public struct EntityFinder: Sendable {
  private let table: NameTable
  private let titles: TitleTable
  private let matcher: PersonMatcher

  /// Reads the tables of names.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init() throws {
    table = try NameTable()
    titles = try TitleTable()
    matcher = try PersonMatcher(titles: titles)
  }

  /// The entities of some accounts; the order of the accounts changes nothing.
  ///
  /// - Parameter event: the event, whose `names` say what is one and what is not.
  /// - Complexity: linear in the number of words, and O(n²) in the number of different names.
  public func entities(of accounts: [AnalyzedAccount], in event: Event) -> EntityDirectory {
    let listed = ListedNames(event.names, table: table, titles: titles)
    let accounts = accounts.sorted { $0.id < $1.id }
    let mentions = accounts.flatMap { account in
      self.mentions(in: account, patterns: [listed.patterns, table.patterns])
    }
    let acronyms = accounts.reduce(into: BracketedNames()) { $0.read($1) }
    let publishers = event.accounts.map { account in
      PublisherName(account: account, listed: listed, table: table, titles: titles)
    }
    let resolver = EntityResolver(
      table: table, titles: titles, matcher: matcher, listed: listed, acronyms: acronyms,
      publishers: publishers.sorted { $0.account < $1.account })
    return resolver.directory(of: mentions)
  }

  private func mentions(in analyzed: AnalyzedAccount, patterns: [NamePatterns]) -> [Mention] {
    let (id, text) = (analyzed.id, analyzed.account.text)
    guard analyzed.account.language == .japanese else {
      let finder = EnglishMentions(
        account: id, text: text, patterns: patterns, table: table, titles: titles)
      let found = analyzed.sentences.map(finder.mentions)
      let again = NamesAgain(of: found.joined().filter(\.isOfPipeline))
      return zip(analyzed.sentences, found).flatMap { again.completed($1, in: $0, of: text) }
    }
    let finder = JapaneseMentions(
      account: id, text: text, patterns: patterns, table: table, titles: titles)
    return analyzed.sentences.flatMap(finder.mentions)
  }
}
