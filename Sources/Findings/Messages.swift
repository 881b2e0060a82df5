import Foundation
import Source

/// The sentences of findings, in which `{name}` stands for what is filled in (`Resources/messages.yaml`).
struct Messages: Sendable {
  private let table: MessageTable

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    table = try MessageTable(from: "messages.yaml", in: .module)
  }

  /// The sentence of this key with its names filled in; the key itself where the table lacks it, which a
  /// test makes sure that it never does.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
    table(key, values)
  }

  /// "A", "A and B", "A, B and C".
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + self("and") + last
  }
}
