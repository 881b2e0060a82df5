import Source

/// What is known of a source, each piece with where it comes from; the first offer of a piece
/// stays.
struct SourceMetadata: Sendable {
  private(set) var id: String?
  private(set) var title: String?
  private(set) var publisher: String?
  private(set) var author: String?
  private(set) var url: String?
  private(set) var language: LanguageTag?
  private(set) var kind: AccountKind?
  private(set) var published: Timestamp?
  private(set) var modified: Timestamp?
  /// Where each piece comes from, by the piece's name.
  private(set) var origins: [String: String] = [:]

  /// A piece of text.
  enum Piece: String, Sendable, CaseIterable {
    case id, title, publisher, author, url
  }

  /// Takes a text for a piece that is not known yet; empty text is nothing.
  mutating func offer(_ piece: Piece, _ text: String?, from origin: String) {
    guard let text = text?.collapsingSpaces, !text.isEmpty else { return }
    switch piece {
    case .id: keep(\.id, text, "id", origin)
    case .title: keep(\.title, text, "title", origin)
    case .publisher: keep(\.publisher, text, "publisher", origin)
    case .author: keep(\.author, text, "author", origin)
    case .url: keep(\.url, text, "url", origin)
    }
  }

  /// Takes a language tag, where none is known and it says something.
  mutating func offer(language tag: String?, from origin: String) {
    guard let tag, !tag.isEmpty else { return }
    let language = LanguageTag(rawValue: tag.collapsingSpaces)
    let isTag =
      (2...3).contains(language.rawValue.utf8.count)
      && language.rawValue.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    guard isTag, language != .undetermined else { return }
    keep(\.language, language, "language", origin)
  }

  /// Takes a kind, where none is known.
  mutating func offer(kind: AccountKind?, from origin: String) {
    guard let kind else { return }
    keep(\.kind, kind, "kind", origin)
  }

  /// Takes a time of publication. A date that is known already gains the time of day of a later
  /// offer of the same day.
  mutating func offer(published offered: Timestamp?, from origin: String) {
    offer(\.published, offered, "published", origin)
  }

  /// Takes a time of the last change, as one of publication is taken.
  mutating func offer(modified offered: Timestamp?, from origin: String) {
    offer(\.modified, offered, "modified", origin)
  }

  private mutating func offer(
    _ place: WritableKeyPath<Self, Timestamp?>, _ offered: Timestamp?, _ name: String,
    _ origin: String
  ) {
    guard let offered else { return }
    guard let known = self[keyPath: place] else { return keep(place, offered, name, origin) }
    guard known.time == nil, offered.time != nil, known.date == offered.date else { return }
    self[keyPath: place] = offered
    origins[name] = origin
  }

  /// Takes from another collection whatever is not known here.
  mutating func fill(from other: SourceMetadata) {
    for piece in Piece.allCases {
      guard let origin = other.origins[piece.rawValue] else { continue }
      offer(piece, other.text(of: piece), from: origin)
    }
    offer(language: other.language?.rawValue, from: other.origins["language"] ?? "")
    offer(kind: other.kind, from: other.origins["kind"] ?? "")
    offer(published: other.published, from: other.origins["published"] ?? "")
    offer(modified: other.modified, from: other.origins["modified"] ?? "")
  }

  private func text(of piece: Piece) -> String? {
    switch piece {
    case .id: id
    case .title: title
    case .publisher: publisher
    case .author: author
    case .url: url
    }
  }

  private mutating func keep<Value>(
    _ place: WritableKeyPath<Self, Value?>, _ value: Value, _ name: String, _ origin: String
  ) {
    guard self[keyPath: place] == nil else { return }
    self[keyPath: place] = value
    origins[name] = origin
  }
}
