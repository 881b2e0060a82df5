/// The charsets of the web and the labels by which pages call them: `Resources/charsets.yaml`.
struct CharsetTable: Sendable {
  private struct Entry: Decodable {
    var iconv: String?
    var labels: [String]
  }

  private let namesByLabel: [String: String]
  private let iconvNames: [String: String]

  private static let loaded = Resource.decode([String: Entry].self, from: "charsets").map {
    CharsetTable(entries: $0)
  }

  /// The table, read once.
  static func shared() throws(IngestionError) -> CharsetTable { try loaded.get() }

  private init(entries: [String: Entry]) {
    var namesByLabel: [String: String] = [:]
    var iconvNames: [String: String] = [:]
    for (name, entry) in entries {
      for label in entry.labels { namesByLabel[label] = name }
      iconvNames[name] = entry.iconv
    }
    self.namesByLabel = namesByLabel
    self.iconvNames = iconvNames
  }

  /// The standard's name for a label, whatever its case; nothing for a label that the web does not
  /// know.
  func name(forLabel label: String) -> String? {
    let spaces = CharacterTraits.asciiSpaces
    let trimmed = label.lowercased().split(whereSeparator: spaces.contains).joined(separator: " ")
    return namesByLabel[trimmed]
  }

  /// What iconv calls a charset; nothing for UTF-8, which needs no conversion.
  func iconvName(of charset: String) -> String? { iconvNames[charset] }

  /// The names of all charsets, sorted.
  var names: [String] { Set(namesByLabel.values).sorted() }
}
