import Source

/// One source's text about an event, with what is known of the source.
public struct Account: Sendable, Identifiable {
  /// The short name of the account in reports: from `event.yaml`, or the file's name without its
  /// ending.
  public var id: String
  /// The file, relative to the event's folder.
  public var file: String
  /// Who published it, as a person would name it: `U.S. Department of State`.
  public var publisher: String
  /// What sort of text it is.
  public var kind: AccountKind
  /// The language of the text.
  public var language: LanguageTag
  /// When it was published, as far as the source tells.
  public var published: Timestamp?
  /// When it was last changed, as far as the source tells.
  public var modified: Timestamp?
  /// Where it was published.
  public var url: String?
  /// Its headline.
  public var title: String?
  /// Who wrote or posted it.
  public var author: String?
  /// The main text: the paragraphs in order, with a blank line between two of them.
  public var text: SourceText
  /// Where its headline stands in the text: at the beginning, where the source shows one there.
  public var headline: Range<Int>?
  /// Where the paragraphs stand in the text; they do not overlap and are in order.
  public var paragraphs: [Paragraph]
  /// What the account quotes as a block: posts it embeds, passages of other accounts.
  public var embeddedQuotes: [EmbeddedQuote]
  /// The SHA-256 of the file, in hexadecimal digits.
  public var sha256: String
  /// Where each piece of metadata comes from, by its name: `published` from `json-ld`, say.
  public var metadataOrigins: [String: String]

  /// Makes an account of its parts.
  public init(
    id: String, file: String, publisher: String, kind: AccountKind, language: LanguageTag,
    published: Timestamp? = nil, modified: Timestamp? = nil, url: String? = nil,
    title: String? = nil, author: String? = nil, text: SourceText, headline: Range<Int>? = nil,
    paragraphs: [Paragraph],
    embeddedQuotes: [EmbeddedQuote] = [],
    sha256: String, metadataOrigins: [String: String] = [:]
  ) {
    self.id = id
    self.file = file
    self.publisher = publisher
    self.kind = kind
    self.language = language
    self.published = published
    self.modified = modified
    self.url = url
    self.title = title
    self.author = author
    self.text = text
    self.headline = headline
    self.paragraphs = paragraphs
    self.embeddedQuotes = embeddedQuotes
    self.sha256 = sha256
    self.metadataOrigins = metadataOrigins
  }
}

extension Account {
  /// The range of the text behind its headline.
  public var body: Range<Int> {
    let start = paragraphs.first { $0.range != headline }?.range.lowerBound
    return (headline == nil ? 0 : start ?? text.count)..<text.count
  }
}

extension Collection where Element == Account {
  /// The language of most accounts; of equals, the first by its tag; nothing where there are none.
  public var mainLanguage: LanguageTag? {
    let counts = Dictionary(grouping: self, by: \.language).mapValues(\.count)
    return counts.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
  }
}

/// A block of running text: the unit in which evidence is cited.
public struct Paragraph: Sendable, Hashable {
  /// What a paragraph is in its document.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    case heading, body, listItem, quote, caption, tableRow
  }

  /// The place in the account's text, in Unicode scalars.
  public var range: Range<Int>
  /// What it is in its document.
  public var role: Role
  /// The number or mark that stood before it: `1`, `(2)`, `a.`; not part of the text.
  public var label: String?

  /// Makes a paragraph.
  public init(range: Range<Int>, role: Role = .body, label: String? = nil) {
    self.range = range
    self.role = role
    self.label = label
  }
}

/// A block that an account takes over from someone else: an embedded post, a quoted passage.
public struct EmbeddedQuote: Sendable, Hashable {
  /// What is quoted.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case post, passage
  }

  /// The place of the quoted words in the account's text, in Unicode scalars.
  public var range: Range<Int>
  /// What is quoted.
  public var kind: Kind
  /// Whom the page names as its author: `Secretary Antony Blinken (@SecBlinken)`.
  public var attribution: String?
  /// Where the quoted thing was published.
  public var url: String?

  /// Makes an embedded quote.
  public init(range: Range<Int>, kind: Kind, attribution: String? = nil, url: String? = nil) {
    self.range = range
    self.kind = kind
    self.attribution = attribution
    self.url = url
  }
}

/// What sort of text an account is: `post`, `release`, `news`; any other word is kept as it is
/// given.
public struct AccountKind: Sendable, Hashable, RawRepresentable {
  /// The word, as `event.yaml` or front matter gives it.
  public let rawValue: String

  /// A short post on a social network.
  public static let post = AccountKind(rawValue: "post")
  /// A press release or statement of the party that acts.
  public static let release = AccountKind(rawValue: "release")
  /// A government's summary of a meeting or a call.
  public static let readout = AccountKind(rawValue: "readout")
  /// A report of a news medium.
  public static let news = AccountKind(rawValue: "news")
  /// Any other text.
  public static let document = AccountKind(rawValue: "document")

  /// Takes any word.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }
}
