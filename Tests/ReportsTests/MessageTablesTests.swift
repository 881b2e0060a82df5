import Foundation
import Source
import Testing

@Suite("The sentences of reports in each language")
struct MessageTablesTests {
  /// The tables that have a file in each language, with the module whose they are.
  private static let tables = [
    ("Reports", "report.yaml"), ("Findings", "messages.yaml"), ("Alignment", "reasons.yaml"),
    ("Values", "descriptions.yaml"),
  ]

  private enum Entry: Decodable {
    case text(String)
    case list([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        self = .list(list)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    /// What is filled in; of a list how many words it has.
    var placeholders: [String] {
      switch self {
      case .text(let text): Set(text.matches(of: #/\{[a-zA-Z]+\}/#).map { String($0.0) }).sorted()
      case .list(let words): ["\(words.count)"]
      }
    }
  }

  private func table(
    _ name: String, of module: String, _ language: ReportLanguage
  ) throws -> [String: Entry] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bundle = try #require(Bundle(url: root.appendingPathComponent("Sources/\(module)")))
    return try ResourceTable.decode(
      [String: Entry].self, from: "\(language.rawValue)/\(name)", in: bundle)
  }

  @Test("every language has the same keys", arguments: tables)
  func keys(module: String, name: String) throws {
    let english = Set(try table(name, of: module, .english).keys)
    for language in ReportLanguage.allCases {
      let own = Set(try table(name, of: module, language).keys)
      #expect(own.symmetricDifference(english) == [], "\(module) \(language)")
    }
  }

  @Test("every language fills the same names into a sentence", arguments: tables)
  func placeholders(module: String, name: String) throws {
    let english = try table(name, of: module, .english)
    for language in ReportLanguage.allCases {
      for (key, entry) in try table(name, of: module, language) {
        #expect(entry.placeholders == english[key]?.placeholders, "\(module) \(language) \(key)")
      }
    }
  }

  @Test("what is filled in is never read as a sentence to fill")
  func filledOnce() {
    let text = MessageCatalog.filled(
      "{one} and {two}, {three}", ["one": "{two}", "two": "{one}", "four": "x"])
    #expect(text == "{two} and {one}, {three}")
  }

  @Test(
    "what ends a sentence by itself has no full stop behind it",
    arguments: [
      ("until 3:30 p.m.", "until 3:30 p.m."), ("who knows?", "who knows?"), ("all", "all."),
    ])
  func fullStop(words: String, sentence: String) {
    #expect(MessageCatalog.filled("A says: {words}.", ["words": words]) == "A says: \(sentence)")
  }

  @Test(
    "Japanese words end with a full stop of their own",
    arguments: [("会談した", "会談した。"), ("会談した。", "会談した。"), ("「会談」", "「会談」。")])
  func japaneseFullStop(words: String, sentence: String) {
    #expect(MessageCatalog.filled("A says: {words}.", ["words": words]) == "A says: \(sentence)")
  }
}
