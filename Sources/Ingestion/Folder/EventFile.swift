import Source
import Yams

/// What `event.yaml` says: all of it optional, none of it unchecked.
///
/// Keys that mean nothing are errors with their line, because a mistyped key would be a fact left
/// out.
struct EventFile: Sendable {
  /// The file's name in an event's folder.
  static let name = "event.yaml"

  var title: String?
  var place: String?
  var timeZone: String?
  var names: [NamedEntity] = []
  /// The topics that reports raise or mute.
  var topics: [EventTopic] = []
  /// What is said of each account, by its file's name.
  var accounts: [String: AccountSettings] = [:]

  /// An event of which nothing is said.
  init() {}

  /// Reads the text of an `event.yaml`.
  ///
  /// - Parameter file: what messages call it.
  /// - Throws: an error for the first mistake, with all others in its `others`.
  init(_ text: String, file: String) throws(IngestionError) {
    guard let root = try YAMLText.compose(text, file: file, format: "YAML") else { return }
    if let scalar = YAMLText.scalar(root), scalar.text.isEmpty { return }
    var mistakes: [IngestionError] = []
    for entry in try Self.entries(of: root, key: "event.yaml", file: file) {
      do throws(IngestionError) {
        try set(entry, file: file)
      } catch {
        mistakes.append(error)
      }
    }
    try Self.refuse(mistakes)
  }

  /// Throws the first of some mistakes with the others in it, in the order of their lines.
  static func refuse(_ mistakes: [IngestionError]) throws(IngestionError) {
    let all = mistakes.flatMap { mistake in
      var alone = mistake
      alone.others = []
      return [alone] + mistake.others
    }.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    guard var first = all.first else { return }
    first.others = Array(all.dropFirst())
    throw first
  }

  /// The keys that it may have; `Resources/event.schema.json` says the same to editors.
  static let keys = ["title", "place", "timezone", "names", "topics", "accounts"]

  private mutating func set(_ entry: YAMLText.Entry, file: String) throws(IngestionError) {
    switch entry.key.text {
    case "title": title = try Self.text(entry, file: file)
    case "place": place = try Self.text(entry, file: file)
    case "timezone": timeZone = try Self.timeZone(entry, file: file)
    case "names": names = try Self.names(entry, file: file)
    case "topics": topics = try EventTopics.topics(entry, file: file)
    case "accounts": accounts = try Self.accounts(entry, file: file)
    default: throw Self.unknownKey(entry.key, among: Self.keys, file: file)
    }
  }

  /// A zone by its name in the IANA database (`Europe/London`) or by its offset (`+09:00`).
  private static func timeZone(_ entry: YAMLText.Entry, file: String) throws(IngestionError)
    -> String
  {
    let zone = try text(entry, file: file)
    let isName =
      zone.allSatisfy { $0.isASCII && !$0.isWhitespace }
      && (zone.contains("/") || ["UTC", "GMT"].contains(zone))
    let isOffset = Timestamp(iso8601: "2000-01-01T00:00\(zone)")?.offset != nil
    guard isName || isOffset else {
      throw IngestionError(
        file: file, line: YAMLText.line(of: entry.value),
        .invalidValue(
          key: entry.key.text, expected: "a zone of the IANA database, such as Europe/London"))
    }
    return zone
  }

  /// Names as a list of entries with `name` and `aliases`, or as keys with their aliases as values.
  private static func names(_ entry: YAMLText.Entry, file: String) throws(IngestionError)
    -> [NamedEntity]
  {
    var names: [NamedEntity] = []
    if let members = YAMLText.entries(of: entry.value) {
      for member in members {
        names.append(NamedEntity(name: member.key.text, aliases: try texts(member, file: file)))
      }
      return names
    }
    guard case .sequence(let items) = entry.value else {
      throw invalid(entry, "a list of names, each with `name` and `aliases`", file: file)
    }
    for item in items {
      if let scalar = YAMLText.scalar(item) {
        names.append(NamedEntity(name: scalar.text))
      } else {
        names.append(try name(item, file: file))
      }
    }
    return names
  }

  private static func name(_ node: Node, file: String) throws(IngestionError) -> NamedEntity {
    var name: String?
    var aliases: [String] = []
    for entry in try entries(of: node, key: "names", file: file) {
      switch entry.key.text {
      case "name": name = try text(entry, file: file)
      case "aliases": aliases = try texts(entry, file: file)
      default: throw unknownKey(entry.key, among: ["name", "aliases"], file: file)
      }
    }
    guard let name, !name.isEmpty else {
      throw IngestionError(
        file: file, line: YAMLText.line(of: node),
        .invalidValue(key: "names", expected: "a list of entries that have a `name`"))
    }
    return NamedEntity(name: name, aliases: aliases)
  }

  private static func accounts(_ entry: YAMLText.Entry, file: String) throws(IngestionError)
    -> [String: AccountSettings]
  {
    var accounts: [String: AccountSettings] = [:]
    var mistakes: [IngestionError] = []
    for account in try entries(of: entry.value, key: entry.key.text, file: file) {
      do throws(IngestionError) {
        accounts[account.key.exact] = try settings(account, file: file)
      } catch {
        mistakes.append(error)
      }
    }
    try refuse(mistakes)
    return accounts
  }

  private static func settings(_ account: YAMLText.Entry, file: String) throws(IngestionError)
    -> AccountSettings
  {
    var settings = AccountSettings(line: account.key.line)
    var mistakes: [IngestionError] = []
    // A file of which nothing is said yet, as `init` writes it down.
    if let scalar = YAMLText.scalar(account.value), scalar.text.isEmpty { return settings }
    for member in try entries(of: account.value, key: account.key.text, file: file) {
      do throws(IngestionError) {
        guard AccountSettings.keys.contains(member.key.text) else {
          throw unknownKey(member.key, among: AccountSettings.keys, file: file)
        }
        guard let value = YAMLText.scalar(member.value), !value.text.isEmpty else {
          throw invalid(member, "text", file: file)
        }
        try settings.set(member.key.text, to: value, file: file)
      } catch {
        mistakes.append(error)
      }
    }
    try refuse(mistakes)
    return settings
  }
}

extension EventFile {
  private static func entries(of node: Node, key: String, file: String) throws(IngestionError)
    -> [YAMLText.Entry]
  {
    guard let entries = YAMLText.entries(of: node) else {
      throw IngestionError(
        file: file, line: YAMLText.line(of: node),
        .invalidValue(key: key, expected: "keys with values, such as `title: ...`"))
    }
    return entries
  }

  private static func text(_ entry: YAMLText.Entry, file: String) throws(IngestionError) -> String {
    guard let scalar = YAMLText.scalar(entry.value), !scalar.text.isEmpty else {
      throw invalid(entry, "text", file: file)
    }
    return scalar.text
  }

  private static func texts(_ entry: YAMLText.Entry, file: String) throws(IngestionError)
    -> [String]
  {
    if let scalar = YAMLText.scalar(entry.value) { return scalar.text.isEmpty ? [] : [scalar.text] }
    guard case .sequence(let items) = entry.value else {
      throw invalid(entry, "a list of texts", file: file)
    }
    var texts: [String] = []
    for item in items {
      guard let scalar = YAMLText.scalar(item) else {
        throw invalid(entry, "a list of texts", file: file)
      }
      texts.append(scalar.text)
    }
    return texts
  }

  private static func invalid(_ entry: YAMLText.Entry, _ expected: String, file: String)
    -> IngestionError
  {
    IngestionError(
      file: file, line: YAMLText.line(of: entry.value),
      .invalidValue(key: entry.key.text, expected: expected))
  }

  private static func unknownKey(_ key: YAMLText.Scalar, among keys: [String], file: String)
    -> IngestionError
  {
    IngestionError(
      file: file, line: key.line,
      .unknownKey(key: key.text, suggestion: NearestName.suggestion(for: key.text, among: keys)))
  }
}
