/// How the article of a page is found: `Resources/extraction.yaml`.
struct ExtractionRules: Sendable {
  let thresholds: Thresholds
  let hints: HintMatcher
  let outerRoles: Set<String>
  let posts: Set<String>
  let pictureLinks: [String]
  let furniture: Furniture

  /// The numbers of the table.
  struct Thresholds: Sendable, Decodable {
    var shortestTellingRun: Int
    var shortestSentence: Int
    var statedShare: Double
    var goodShare: Double
    var believedShare: Double
    var scoredAncestors: Int
    var hintWeight: Double
    var siblingShare: Double
    var ancestorShare: Double
    var shortestArticle: Int
    var worthBelievingLess: Double
    var linkShare: LinkShares
    var shownShare: Double
  }

  /// Shares of linked text above which blocks are no running text.
  struct LinkShares: Sendable, Decodable {
    var block: Double
    var sentence: Double
    var list: Double
    var weak: Double
    var strong: Double
    var heading: Double
  }

  /// Lines between paragraphs that are no part of the text.
  struct Furniture: Sendable, Decodable {
    var lines: Set<String>
    var beginnings: [String]
  }

  private struct Lists: Decodable {
    var hints: [String: [String]]
    var outerRoles: [String]
    var posts: [String]
    var pictureLinks: [String]
    var furniture: Furniture
  }

  private struct Table: Decodable {
    var thresholds: Thresholds
    var lists: Lists

    init(from decoder: any Decoder) throws {
      thresholds = try Thresholds(from: decoder)
      lists = try Lists(from: decoder)
    }
  }

  private static let loaded = Resource.decode(Table.self, from: "extraction").map {
    ExtractionRules(table: $0)
  }

  /// The rules, read once.
  static func shared() throws(IngestionError) -> ExtractionRules { try loaded.get() }

  private init(table: Table) {
    thresholds = table.thresholds
    hints = HintMatcher(words: table.lists.hints)
    outerRoles = Set(table.lists.outerRoles)
    posts = Set(table.lists.posts)
    pictureLinks = table.lists.pictureLinks
    furniture = table.lists.furniture
  }
}
