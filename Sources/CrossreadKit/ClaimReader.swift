import Claims
import Ingestion
import Language
import Source

/// Reads the claims of accounts, each by itself: whom an account reports is told by name.
public struct ClaimReader: Sendable {
  private let analyzer: LanguageAnalyzer
  private let extractor: ClaimExtractor
  private let threads: Int?

  /// Opens the models of some languages.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(
    configuration: Comparer.Configuration, languages: Set<LanguageTag>, granularity: Granularity
  ) throws {
    analyzer = try LanguageAnalyzer(store: configuration.models, languages: languages)
    extractor = try ClaimExtractor(granularity: granularity)
    threads = configuration.threads
  }

  /// The claims of each account, in the order of the accounts; the number of threads changes nothing.
  ///
  /// - Throws: `ModelError` when a model fails.
  /// - Complexity: linear in the length of the accounts.
  public func claims(of accounts: [Account]) throws -> [[Claim]] {
    let analyzed = try analyzer.analyze(accounts, threads: threads)
    return analyzed.concurrentMap(threads: threads) { claims(of: $0) }
  }

  private func claims(of analyzed: AnalyzedAccount) -> [Claim] {
    let account = analyzed.account
    let event = Event(name: account.id, title: account.title ?? account.id, accounts: [account])
    return extractor.claims(of: analyzed, in: event)
  }
}
