import Foundation
import Source

/// The sentences of findings, in which `{name}` stands for what is filled in (`Resources/en/messages.yaml`).
struct Messages: Sendable {
  private let catalog: MessageCatalog

  /// - Throws: `ResourceError` when a table cannot be read.
  init() throws {
    catalog = try MessageCatalog(from: "messages.yaml", in: .module)
  }

  /// The sentence of this key with its names filled in; the key itself where the table lacks it, which a
  /// test makes sure that it never does.
  func callAsFunction(
    _ key: String, _ values: KeyValuePairs<String, any MessageConvertible> = [:]
  ) -> Message {
    catalog(key, values)
  }

  /// So many items of a list are told; of more the first ones, and how many are left.
  private static let mostItems = 10

  /// "A", "A and B", "A, B and C"; "A, B, C, D, E, F, G, H and 42 more".
  func list(_ items: [some MessageConvertible]) -> Message {
    guard items.count > Self.mostItems else { return catalog.list(items) }
    let shown = items.prefix(Self.mostItems - 2)
    return catalog.list(
      shown.map(\.message) + [catalog("more", ["count": String(items.count - shown.count)])])
  }

  /// The sentence that some accounts repeat what is told, or all of several things; nothing where none does.
  func repetition(by accounts: [String], many: Bool = false) -> Message {
    guard !accounts.isEmpty else { return "" }
    let key = accounts.count > 1 ? "repeated.many" : "repeated"
    return self(many ? key + ".all" : key, ["accounts": list(accounts)])
  }

  /// "A", "A, B", "A, B, C".
  func joined(_ items: [some MessageConvertible]) -> Message { catalog.joined(items) }
}
