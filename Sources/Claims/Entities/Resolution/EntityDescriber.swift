import Source

/// Makes entities of what the accounts call them.
struct EntityDescriber: Sendable {
  private let table: NameTable
  private let listed: ListedNames
  private let names: NameGroups
  private var sightings: [EntityKey: Sighting] = [:]

  /// What is seen of one entity: its names with the accounts that have them.
  private struct Sighting: Sendable {
    var accountsByName: [String: Set<String>] = [:]
    var known: Set<KnownName> = []
    var isPerson = false
    var isPlace = false
    var isOrganisation = false
  }

  init(table: NameTable, listed: ListedNames, names: NameGroups) {
    self.table = table
    self.listed = listed
    self.names = names
  }

  /// Takes note of an entity that no text names.
  mutating func read(_ key: EntityKey) {
    sightings[key, default: Sighting()].isPerson = sightings[key]?.isPerson ?? false
    if case .known(let name) = key { sightings[key, default: Sighting()].known.insert(name) }
  }

  /// Takes note of a mention.
  mutating func read(_ mention: Mention, as key: EntityKey) {
    var sighting = sightings[key] ?? Sighting()
    if case .known(let name) = key { sighting.known.insert(name) }
    switch mention.name {
    case .known(.listed): break
    case .known(let name):
      if case .listed = key { sighting.known.insert(name) }
    case .person: sighting.isPerson = true
    case .place: sighting.isPlace = true
    case .organisation: sighting.isOrganisation = true
    case .unknown: break
    }
    var shown = mention.text
    if case .person = mention.name { shown = Self.inSmallLetters(shown) }
    sighting.accountsByName[shown, default: []].insert(mention.account)
    sightings[key] = sighting
  }

  /// The entities by their keys.
  func entities() -> [EntityKey: Entity] {
    Dictionary(uniqueKeysWithValues: sightings.map { ($0.key, entity(for: $0.key, $0.value)) })
  }

  private func entity(for key: EntityKey, _ sighting: Sighting) -> Entity {
    let kind = kind(of: key, sighting)
    let names = shownNames(of: key, sighting)
    var name = names[.english] ?? names[.japanese] ?? ""
    if case .listed(let index) = key { name = listed.entities[index].name }
    var isKnown = false
    switch key {
    case .listed, .known: isKnown = true
    case .person, .name: break
    }
    return Entity(
      id: "E-" + ContentIdentifier.short([kind.rawValue, name]), kind: kind, name: name,
      names: names, region: region(of: key), isKnownAcrossLanguages: isKnown)
  }

  /// The country that an entity is, or that it is a part of the government of.
  private func region(of key: EntityKey) -> String? {
    let known: [KnownName]
    switch key {
    case .known(let name): known = [name]
    case .listed(let index): known = listed.known.filter { $0.value == index }.map(\.key)
    case .person, .name: known = []
    }
    return known.compactMap { name in
      switch name {
      case .region(let code): code
      case .organ(let key, let region): region ?? table.soleRegion(ofOrgan: key)
      case .organisation, .place, .listed: nil
      }
    }.min()
  }

  private func kind(of key: EntityKey, _ sighting: Sighting) -> Entity.Kind {
    switch key {
    case .person: return .person
    case .name(let group): return names.isPlace(group) ? .place : .organisation
    case .known(let name): return Self.kind(of: name)
    case .listed(let index):
      let known = listed.known.filter { $0.value == index }.map { Self.kind(of: $0.key) }
      if let kind = known.min(by: { $0.rawValue < $1.rawValue }) { return kind }
      if sighting.isPerson || listed.titled.contains(index) { return .person }
      if sighting.isOrganisation { return .organisation }
      return sighting.isPlace ? .place : .other
    }
  }

  private static func kind(of name: KnownName) -> Entity.Kind {
    switch name {
    case .region: .region
    case .place: .place
    case .organisation, .organ: .organisation
    case .listed: .other
    }
  }

  private func shownNames(of key: EntityKey, _ sighting: Sighting) -> [LanguageTag: String] {
    var shown: [LanguageTag: String] = [:]
    for language in [LanguageTag.english, .japanese] {
      let known = sighting.known.compactMap { table.shownName(of: $0, in: language) }.min()
      let isEastAsian = language == .japanese
      let seen = sighting.accountsByName.filter { name, _ in
        name.unicodeScalars.contains(where: NamePatterns.isEastAsian) == isEastAsian
      }
      shown[language] = known ?? Self.fullest(seen)
    }
    if case .listed(let index) = key {
      let name = listed.entities[index].name
      let isEastAsian = name.unicodeScalars.contains(where: NamePatterns.isEastAsian)
      shown[isEastAsian ? .japanese : .english] = name
    }
    return shown
  }

  /// The name that tells most: a full name before a family name, of these the one that most accounts have.
  private static func fullest(_ names: [String: Set<String>]) -> String? {
    names.min { one, other in
      rank(one.key, one.value.count) < rank(other.key, other.value.count)
    }?.key
  }

  private static func rank(_ name: String, _ accounts: Int) -> (Int, Int, Int, String) {
    let isLatin = name.unicodeScalars.allSatisfy { !NamePatterns.isEastAsian($0) }
    let isFull = isLatin ? name.contains(" ") : name.contains("・") || name.count > 2
    return (isFull ? 0 : 1, -accounts, -name.count, name)
  }

  /// The name of a person as reports show it: words all in capitals are written as others are.
  private static func inSmallLetters(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1 else { return name }
    return words.map { word in
      let isShouted =
        word.count > 2 && word.allSatisfy { $0.isUppercase || "-'’".contains($0) }
      return isShouted ? word.prefix(1) + word.dropFirst().lowercased() : String(word)
    }.joined(separator: " ")
  }
}
