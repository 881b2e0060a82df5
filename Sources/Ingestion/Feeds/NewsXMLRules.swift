/// How the elements of news formats are read: `Resources/newsxml.yaml`.
struct NewsXMLRules: Sendable, Decodable {
  var nitf: Markup
  var xhtml: Markup
  var feed: FeedElements

  /// What stands for an element in HTML, and what is left out.
  struct Markup: Sendable, Decodable {
    var tags: [String: String]
    var leftOut: Set<String>

    /// The writer of HTML for these elements.
    var writer: XMLMarkup { XMLMarkup(tags: tags, leftOut: leftOut) }
  }

  /// The names of elements of an entry, best first.
  struct FeedElements: Sendable, Decodable {
    var content: [String]
    var published: [String]
    var modified: [String]
    var author: [String]
    var extensions: Set<String>
  }

  private static let loaded = Resource.decode(NewsXMLRules.self, from: "newsxml")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> NewsXMLRules { try loaded.get() }
}
