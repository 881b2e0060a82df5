import Foundation
import Ingestion
import Source

/// Lays open the structure of accounts in their languages: English by the spaCy pipeline, Japanese by
/// MeCab, any other language by punctuation and spelling alone.
public struct LanguageAnalyzer: Sendable {
  private let english: EnglishPipeline?

  /// Opens what the languages need.
  ///
  /// - Throws: `ModelError` when the pipeline of a language that is asked for is missing.
  public init(store: ModelStore, languages: Set<LanguageTag>) throws {
    english = languages.contains(.english) ? try Self.englishPipeline(in: store) : nil
  }

  /// Opens the English pipeline of a data home.
  ///
  /// - Throws: `ModelError` when it is missing or damaged.
  static func englishPipeline(in store: ModelStore) throws -> EnglishPipeline {
    let folder = store.englishPipeline
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw ModelError.missing(component: .englishPipeline, file: folder)
    }
    do {
      return try EnglishPipeline(contentsOf: folder)
    } catch {
      throw ModelError.damaged(
        component: .englishPipeline, file: folder, detail: "\(error)")
    }
  }

  /// The account with its sentences and words; no sentence goes over the end of a paragraph.
  ///
  /// - Throws: `ModelError` when MeCab or its dictionary is missing.
  /// - Complexity: linear in the length of the text.
  public func analyze(_ account: Account) throws -> AnalyzedAccount {
    AnalyzedAccount(account: account, sentences: try sentences(of: account))
  }

  /// Accounts with their sentences and words, in their order, several analysed at a time.
  ///
  /// - Parameter threads: how many threads may work at once; as many as there are cores if not given.
  ///   It changes no result.
  /// - Throws: `ModelError` when MeCab or its dictionary is missing.
  /// - Complexity: linear in the length of the texts.
  public func analyze(_ accounts: [Account], threads: Int?) throws -> [AnalyzedAccount] {
    let places = accounts.indices.filter { accounts[$0].language == .english && english != nil }
    var found: [Int: [Sentence]] = [:]
    if let english, !places.isEmpty {
      let all = EnglishAnalyzer(pipeline: english)
        .sentences(of: places.map { accounts[$0] }, threads: threads)
      for (place, sentences) in zip(places, all) { found[place] = sentences }
    }
    let japanese = accounts.contains { $0.language == .japanese } ? try JapaneseAnalyzer() : nil
    return try accounts.enumerated().map { index, account in
      if let sentences = found[index] {
        return AnalyzedAccount(account: account, sentences: sentences)
      }
      if account.language == .japanese, let japanese {
        return AnalyzedAccount(account: account, sentences: japanese.sentences(of: account))
      }
      return try analyze(account)
    }
  }

  private func sentences(of account: Account) throws -> [Sentence] {
    if account.language == .english, let english {
      return EnglishAnalyzer(pipeline: english).sentences(of: account)
    }
    if account.language == .japanese {
      return try JapaneseAnalyzer().sentences(of: account)
    }
    return PlainAnalyzer().sentences(of: account)
  }
}
