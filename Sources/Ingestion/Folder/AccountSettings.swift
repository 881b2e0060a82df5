import Source

/// What `event.yaml` or front matter says of one account.
struct AccountSettings: Sendable, Hashable {
  var id: String?
  var publisher: String?
  var kind: String?
  var language: String?
  var published: Timestamp?
  var title: String?
  var url: String?
  var author: String?
  var charset: String?
  /// The account that is taken of a file which holds several, from 1.
  var entry: Int?
  /// The line of the entry, and of its id where it has one.
  var line: Int?

  /// The settings as metadata that come from a place.
  func metadata(from origin: String) -> SourceMetadata {
    var metadata = SourceMetadata()
    metadata.offer(.id, id, from: origin)
    metadata.offer(.publisher, publisher, from: origin)
    metadata.offer(.title, title, from: origin)
    metadata.offer(.url, url, from: origin)
    metadata.offer(.author, author, from: origin)
    metadata.offer(kind: kind.map { AccountKind(rawValue: $0) }, from: origin)
    metadata.offer(language: language, from: origin)
    metadata.offer(published: published, from: origin)
    return metadata
  }
}

extension AccountSettings {
  /// The keys by which both places call the pieces.
  static let keys = [
    "id", "publisher", "kind", "language", "date", "published", "title", "url", "author", "charset",
    "entry",
  ]

  /// Takes the value of one of the keys.
  mutating func set(_ key: String, to value: YAMLText.Scalar, file: String) throws(IngestionError) {
    switch key {
    case "id": id = value.text
    case "publisher": publisher = value.text
    case "kind": kind = value.text
    case "language": language = value.text
    case "title": title = value.text
    case "url": url = value.text
    case "author": author = value.text
    case "date", "published": published = try Self.timestamp(value, key: key, file: file)
    case "entry":
      guard let number = Int(value.text), number > 0 else {
        throw IngestionError(
          file: file, line: value.line,
          .invalidValue(key: key, expected: "the number of an account in the file, from 1"))
      }
      entry = number
    case "charset":
      guard try CharsetTable.shared().name(forLabel: value.text) != nil else {
        throw IngestionError(
          file: file, line: value.line,
          .invalidValue(key: key, expected: "a charset of the web, such as shift_jis"))
      }
      charset = value.text
    default: break
    }
  }

  private static func timestamp(_ value: YAMLText.Scalar, key: String, file: String)
    throws(IngestionError) -> Timestamp
  {
    guard let timestamp = try DateText.shared().timestamp(of: value.text) else {
      throw IngestionError(
        file: file, line: value.line,
        .invalidValue(key: key, expected: "a date, such as 2021-12-11 or 2021-12-11T12:20+00:00"))
    }
    return timestamp
  }
}
