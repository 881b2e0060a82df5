/// How office documents are read: `Resources/office.yaml`.
struct OfficeRules: Sendable, Decodable {
  var docx: Elements
  var odt: Elements
  var styles: Styles
  var numbers: Numbers
  var others: [String: ReadingRules.UnsupportedFormat]
  var otherTypes: [String: ReadingRules.UnsupportedFormat]

  /// The names of a format's elements by what they are.
  struct Elements: Sendable, Decodable {
    var paragraphs: Set<String>
    var texts: Set<String>
    var spaces: Set<String>
    var rows: Set<String>
    var cells: Set<String>
    var listItems: Set<String>
    var leftOut: Set<String>
  }

  /// The beginnings of names of styles by what a paragraph of that style is.
  struct Styles: Sendable, Decodable {
    var heading: [String]
    var quote: [String]
    var caption: [String]
    var listItem: [String]
  }

  /// How the numbers of lists look.
  struct Numbers: Sendable, Decodable {
    /// The names that the formats have in documents.
    var formats: [String: Set<String>]
    /// Formats of one sign a number, by their names in documents.
    var symbols: [String: String]
  }

  private static let loaded = Resource.decode(OfficeRules.self, from: "office")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> OfficeRules { try loaded.get() }

  /// What a paragraph is by the name of its style.
  func role(ofStyle name: String) -> Paragraph.Role {
    let lower = name.lowercased().split(separator: "_20_").joined(separator: " ")
    func begins(_ names: [String]) -> Bool { names.contains { lower.hasPrefix($0) } }
    if begins(styles.heading) { return .heading }
    if begins(styles.quote) { return .quote }
    if begins(styles.caption) { return .caption }
    return begins(styles.listItem) ? .listItem : .body
  }
}
