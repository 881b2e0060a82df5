/// Where pages say what they are: `Resources/metadata.yaml`.
struct MetadataRules: Sendable, Decodable {
  var meta: MetaNames
  var kinds: Kinds
  var articleTypes: [String]
  var titleSeparators: [String]
  var longestSiteName: Int
  var authorPrefixes: [String]
  var languageWords: LanguageWords
  var kanaShare: Double

  /// Names of `<meta>` elements for each piece, best first.
  struct MetaNames: Sendable, Decodable {
    var title: [String]
    var publisher: [String]
    var author: [String]
    var published: [String]
    var modified: [String]
    var url: [String]
    var language: [String]
  }

  /// Kinds of account by the types that pages give.
  struct Kinds: Sendable, Decodable {
    var schemaTypes: [String: String]
    var publisherTypes: [String: String]
    var graphTypes: [String: String]
  }

  /// The words by which a language in Latin letters is known.
  struct LanguageWords: Sendable, Decodable {
    var share: Double
    var en: Set<String>
    /// Endings of words in small letters by which a short text is English.
    var endings: [String]
    /// The most words that such a text has.
    var longestWithEndings: Int
    /// Frequent words of other languages that are none in English.
    var other: Set<String>
  }

  private static let loaded = Resource.decode(MetadataRules.self, from: "metadata")

  /// The rules, read once.
  static func shared() throws(IngestionError) -> MetadataRules { try loaded.get() }
}
