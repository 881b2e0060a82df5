import Source

/// One event: what happened, and the accounts of it that were found in a folder.
public struct Event: Sendable {
  /// The name of the folder.
  public var name: String
  /// What happened, in a few words: from `event.yaml`, or the folder's name.
  public var title: String
  /// Where it happened, where `event.yaml` says so.
  public var place: String?
  /// The time zone of that place (IANA's name, `Europe/London`), where `event.yaml` says so.
  public var timeZone: String?
  /// People, bodies and places with the names they go by, where `event.yaml` gives them.
  public var names: [NamedEntity]
  /// The topics that reports raise or mute, where `event.yaml` lists some.
  public var topics: [EventTopic]
  /// The accounts, in the order of their ids.
  public var accounts: [Account]
  /// The files that could not be read, each with its trouble; the others are not touched by it.
  public var problems: [IngestionError]

  /// Makes an event of its parts.
  public init(
    name: String, title: String, place: String? = nil, timeZone: String? = nil,
    names: [NamedEntity] = [], topics: [EventTopic] = [], accounts: [Account],
    problems: [IngestionError] = []
  ) {
    self.name = name
    self.title = title
    self.place = place
    self.timeZone = timeZone
    self.names = names
    self.topics = topics
    self.accounts = accounts
    self.problems = problems
  }
}

/// A person, body or place, with every name by which the accounts call it.
public struct NamedEntity: Sendable, Hashable {
  /// The name that reports use.
  public var name: String
  /// The other names: short forms, titles, other scripts.
  public var aliases: [String]

  /// Makes an entity.
  public init(name: String, aliases: [String] = []) {
    self.name = name
    self.aliases = aliases
  }
}
