import Foundation

/// The sentences in which a module speaks to people, in which `{name}` stands for what is filled in.
public struct MessageTable: Sendable {
  private let templates: [String: String]

  /// Reads a YAML file of sentences by their keys.
  ///
  /// - Throws: `ResourceError` when the table cannot be read.
  public init(from name: String, in bundle: Bundle) throws(ResourceError) {
    templates = try ResourceTable.decode([String: String].self, from: name, in: bundle)
  }

  /// The sentence of this key with its names filled in; the key itself where the table lacks it.
  public func callAsFunction(
    _ key: String, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    Self.filled(templates[key] ?? key, values)
  }

  /// A template with its names filled in.
  public static func filled(
    _ template: String, _ values: KeyValuePairs<String, String>
  ) -> String {
    values.reduce(template) { $0.replacing("{\($1.key)}", with: $1.value) }
  }
}
