import Foundation
import Source

/// A sentence of a report.
typealias Message = String

/// The sentences of findings, in which `{name}` stands for what is filled in (`Resources/messages.yaml`).
struct Messages: Sendable {
  private let table: MessageTable

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    table = try MessageTable(from: "messages.yaml", in: .module)
  }

  /// The sentence of this key with its names filled in; the key itself where the table lacks it, which a
  /// test makes sure that it never does.
  func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> Message {
    table(key, values)
  }

  /// "A", "A and B", "A, B and C".
  func list(_ items: [Message]) -> Message {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return joined(Array(items.dropLast())) + self("list.last") + last
  }

  /// "A", "A, B", "A, B, C".
  func joined(_ items: [Message]) -> Message {
    items.dropFirst().reduce(items.first ?? "") { $0 + self("list.comma") + $1 }
  }
}
