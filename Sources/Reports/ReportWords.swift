import Findings
import Foundation
import Ingestion
import Review
import Source

/// The words of a report that are not findings, in its language (`Resources/en/report.yaml`).
struct ReportWords: Sendable {
  /// The language of the report.
  let language: ReportLanguage
  private let table: [String: Entry]
  private let review: ReviewWords
  private let problems: ProblemWords

  /// - Throws: `ResourceError` when a table cannot be read.
  init(in language: ReportLanguage) throws {
    self.language = language
    table = try ResourceTable.decode(
      [String: Entry].self, from: "\(language.rawValue)/report.yaml", in: .module)
    review = try ReviewWords()
    problems = try ProblemWords()
  }

  /// The word or sentence of this key with its names filled in.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    MessageCatalog.filled(
      text(key) ?? key, Dictionary(values.map { ($0.key, $0.value) }) { first, _ in first })
  }

  /// The words of this key.
  func list(_ key: String) -> [String] {
    guard case .list(let words)? = table[key] else { return [] }
    return words
  }

  private func text(_ key: String) -> String? {
    guard case .text(let template)? = table[key] else { return nil }
    return template
  }

  // MARK: - Words of data

  /// Items with a comma between them.
  func joined(_ items: some Sequence<String>) -> String { items.joined(separator: self("comma")) }

  /// The names of accounts, in Markdown; of more than so many how many they are.
  func names(_ accounts: [String], most: Int) -> String {
    guard accounts.count <= most else {
      return self("accounts.count", ["count": String(accounts.count)])
    }
    return joined(accounts.map { MarkdownText($0).description })
  }

  /// What sort of account it is; a kind of somebody's own by its own word.
  func name(of kind: AccountKind) -> String { text("kind.\(kind.rawValue)") ?? kind.rawValue }

  /// The name of a language, or its tag.
  func name(of language: LanguageTag) -> String {
    text("language.\(language.rawValue)") ?? language.rawValue
  }

  /// Why a file was left out.
  func problem(_ problem: IngestionError) -> String {
    language == .japanese ? problems.text(of: problem) : problem.description
  }

  /// A paragraph, by its index.
  func paragraph(_ index: Int) -> String { review.place(ofParagraph: index, in: language) }

  enum Entry: Decodable {
    case text(String)
    case list([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let words = try? container.decode([String].self) {
        self = .list(words)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }
}
