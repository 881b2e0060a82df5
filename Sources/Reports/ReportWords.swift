import Foundation
import Source

/// The words of a report that are not findings (`Resources/report.yaml`).
struct ReportWords: Sendable {
  private let table: [String: Entry]

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    table = try ResourceTable.decode([String: Entry].self, from: "report.yaml", in: .module)
  }

  /// The word or sentence of this key with its names filled in.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    guard case .text(let template)? = table[key] else { return key }
    return MessageTable.filled(template, values)
  }

  /// The words of this key.
  func list(_ key: String) -> [String] {
    guard case .list(let words)? = table[key] else { return [] }
    return words
  }

  private enum Entry: Decodable {
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
