import Source

/// Writes an `event.yaml` for a folder from what its accounts say of themselves, for a person to go on
/// with.
public struct EventFileText: Sendable {
  private let event: Event

  /// Takes the event as it was read.
  public init(of event: Event) {
    self.event = event
  }

  /// The text of the file: what is known as values, what is not as comments. Reading it gives the same
  /// values again.
  public var text: String {
    var lines = [
      "# What crossread should know of this event. All of it is optional; lines that begin with # say nothing.",
      "title: \(Self.quoted(event.title))",
      event.place.map { "place: \(Self.quoted($0))" } ?? "# place: Leeds",
      event.timeZone.map { "timezone: \(Self.quoted($0))" }
        ?? "# timezone: Europe/London   # what \"local time\" means",
      "# names:                     # people, bodies and places, each with its other names",
      "#   Ada Lovell: [Minister Lovell, Lovell]",
      "# kinds: post, release, readout, news, document, or a word of your own",
      "accounts:",
    ]
    let byFile = Dictionary(grouping: event.accounts, by: \.file)
    var taken: Set<String> = []
    var files: [String: String] = [:]
    for (file, accounts) in byFile.sorted(by: { $0.key < $1.key }) {
      lines.append(Self.key(file))
      let other = accounts.first.flatMap { files[$0.sha256] }
      if let other { lines.append("    # the same bytes as \(Self.oneLine(other))") }
      files[accounts[0].sha256] = other ?? file
      lines += accounts.count == 1 ? members(of: accounts[0], &taken) : severalIn(accounts)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func members(of account: Account, _ taken: inout Set<String>) -> [String] {
    var lines: [String] = []
    if let title = account.title { lines.append("    # \(Self.oneLine(title))") }
    lines.append("    id: \(Self.quoted(identifier(for: account, &taken)))")
    lines.append("    publisher: \(Self.quoted(account.publisher))")
    lines.append("    kind: \(Self.quoted(account.kind.rawValue))")
    if account.language != .undetermined {
      lines.append("    language: \(Self.quoted(account.language.rawValue))")
    }
    let date = account.published.map { "    date: \($0)" }
    lines.append(date ?? "    # date: 2024-03-02T09:30+00:00")
    return lines
  }

  private func severalIn(_ accounts: [Account]) -> [String] {
    [
      "    # holds \(accounts.count) accounts; to take one of them only, by its number:",
      "    # entry: 1",
    ]
  }

  /// The first letter of the publisher, with a number where it is taken: the fewer letters a name has,
  /// the more columns fit.
  private func identifier(for account: Account, _ taken: inout Set<String>) -> String {
    guard account.metadataOrigins["id"] == "file name" else {
      taken.insert(account.id)
      return account.id
    }
    let letter = account.publisher.first { $0.isLetter }.map { $0.uppercased() } ?? "A"
    let candidates = [letter] + (2...(event.accounts.count + 2)).map { "\(letter)\($0)" }
    let given = Set(
      event.accounts.filter { $0.metadataOrigins["id"] != "file name" }.map(\.id))
    let free = candidates.first { !taken.contains($0) && !given.contains($0) } ?? account.id
    taken.insert(free)
    return free
  }

  /// A key of a mapping; YAML asks for a mark before those of more than 1024 characters.
  private static func key(_ text: String) -> String {
    let quoted = quoted(text)
    return quoted.unicodeScalars.count > 1000 ? "  ? \(quoted)\n  :" : "  \(quoted):"
  }

  /// A value as YAML takes it: as it stands where it cannot be mistaken for anything else.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.wholeMatch(of: #/[A-Za-z][A-Za-z0-9_.\/-]*( [A-Za-z0-9_.\/-]+)*/#) != nil
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    guard !isPlain || words.contains(text.lowercased()) else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case _ where isRefused(scalar):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func oneLine(_ text: String) -> String {
    String(
      text.collapsingSpaces.filter { !$0.unicodeScalars.contains(where: isRefused) }.prefix(80))
  }

  /// Whether YAML refuses a scalar as it is, even in a comment; posts can have all of them.
  private static func isRefused(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
