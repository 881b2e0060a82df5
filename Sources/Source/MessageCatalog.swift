import Foundation

/// The sentences in which a module speaks to people, by key and language; `{name}` stands for what is filled in.
///
/// Each language has a file of the same name in the module's resources: `en/messages.yaml`, `ja/messages.yaml`.
public struct MessageCatalog: Sendable {
  private let templates: [ReportLanguage: [String: String]]

  /// Reads the sentences of all languages.
  ///
  /// - Throws: `ResourceError` when a file cannot be read.
  public init(from name: String, in bundle: Bundle) throws(ResourceError) {
    var templates: [ReportLanguage: [String: String]] = [:]
    for language in ReportLanguage.allCases {
      templates[language] = try ResourceTable.decode(
        [String: String].self, from: "\(language.rawValue)/\(name)", in: bundle)
    }
    self.templates = templates
  }

  /// The sentence of this key with its names filled in; the key itself where no language has it.
  public func callAsFunction(
    _ key: String, _ values: KeyValuePairs<String, any MessageConvertible> = [:]
  ) -> Message {
    Message(key: key, values: values.map { ($0.key, $0.value.message) }, in: self)
  }

  /// "A", "A and B", "A, B and C", as each language lists.
  public func list(_ items: [some MessageConvertible]) -> Message {
    guard let last = items.last, items.count > 1 else { return items.first?.message ?? "" }
    return joined(items.dropLast()) + self("list.last") + last.message
  }

  /// Items with a comma between them.
  public func joined(_ items: some Collection<some MessageConvertible>) -> Message {
    items.dropFirst().reduce(items.first?.message ?? "") { $0 + self("list.comma") + $1.message }
  }

  /// The sentence of this key before anything is filled in; the English one where a language lacks it.
  func template(of key: String, in language: ReportLanguage) -> String {
    templates[language]?[key] ?? templates[.english]?[key] ?? key
  }

  /// A template with its names filled in, each once: what is filled in is never read as a template. What ends a sentence
  /// by itself, "3:30 p.m." or a question, needs no full stop behind it, and Japanese words have their own.
  public static func filled(_ template: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return template }
    var result = ""
    var rest = template[...]
    while let opening = rest.firstIndex(of: "{") {
      result += rest[..<opening]
      rest = rest[opening...]
      guard let closing = rest.firstIndex(of: "}"),
        let value = values[String(rest[rest.index(after: opening)..<closing])]
      else {
        result += "{"
        rest = rest.dropFirst()
        continue
      }
      result += value
      rest = rest[rest.index(after: closing)...]
      guard rest.first == ".", let last = value.last else { continue }
      if ".?!。？！".contains(last) {
        rest = rest.dropFirst()
      } else if isJapanese(last) {
        result += "。"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func isJapanese(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy {
      $0.isKanaOrIdeograph || $0 == "」" || $0 == "』"
    }
  }
}
