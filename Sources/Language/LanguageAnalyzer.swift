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
