/// A sentence, or a part of one, that can be said in every language of the reports.
///
///     let message = catalog("omission.facet", ["account": "J", "facet": catalog("facet.date")])
///     message.text(in: .japanese)
public struct Message: Sendable {
  private indirect enum Content: Sendable {
    /// The same in all languages: words of a source, names and figures.
    case text(String)
    case variants([ReportLanguage: String])
    case sentence(key: String, values: [(name: String, value: Message)], MessageCatalog)
    case sequence([Message])
  }

  private let content: Content

  /// Words that are the same in all languages.
  public init(_ text: String) { content = .text(text) }

  /// Words that are others in each language.
  public init(inEach text: (ReportLanguage) -> String) {
    content = .variants(
      Dictionary(uniqueKeysWithValues: ReportLanguage.allCases.map { ($0, text($0)) }))
  }

  /// The sentence of a catalogue, with the parts that are filled into it.
  init(key: String, values: [(name: String, value: Message)], in catalog: MessageCatalog) {
    content = .sentence(key: key, values: values, catalog)
  }

  private init(_ parts: [Message]) { content = .sequence(parts) }

  /// The sentence in one language.
  public func text(in language: ReportLanguage) -> String {
    switch content {
    case .text(let text): text
    case .variants(let texts): texts[language] ?? ""
    case .sentence(let key, let values, let catalog):
      MessageCatalog.filled(
        catalog.template(of: key, in: language),
        Dictionary(values.map { ($0.name, $0.value.text(in: language)) }) { first, _ in first })
    case .sequence(let parts): parts.map { $0.text(in: language) }.joined()
    }
  }

  /// One sentence behind another.
  public static func + (one: Message, other: Message) -> Message { Message([one, other]) }
}

extension Message: ExpressibleByStringLiteral {
  /// Takes words that are the same in all languages.
  public init(stringLiteral value: String) { self.init(value) }
}

/// What can be filled into a sentence: another one, or words that are the same in all languages.
public protocol MessageConvertible: Sendable {
  /// The words as a message.
  var message: Message { get }
}

extension Message: MessageConvertible {
  /// The message itself.
  public var message: Message { self }
}

extension String: MessageConvertible {
  /// The words, the same in all languages.
  public var message: Message { Message(self) }
}
