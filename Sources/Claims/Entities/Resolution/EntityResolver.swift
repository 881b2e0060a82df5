import Source

/// Decides which mentions name the same entity.
struct EntityResolver: Sendable {
  let table: NameTable
  let titles: TitleTable
  let matcher: PersonMatcher
  let listed: ListedNames
  let acronyms: BracketedNames
  let publishers: [PublisherName]
  /// The names of those who publish what is no post: bodies, whatever the pipeline takes them for.
  private let bodies: Set<String>

  init(
    table: NameTable, titles: TitleTable, matcher: PersonMatcher, listed: ListedNames,
    acronyms: BracketedNames,
    publishers: [PublisherName]
  ) {
    self.table = table
    self.titles = titles
    self.matcher = matcher
    self.listed = listed
    self.acronyms = acronyms
    self.publishers = publishers
    bodies = Set(publishers.filter(\.isBody).map { NameGroups.key(of: $0.text) })
  }

  /// The directory of all mentions, given in the order of the accounts and their texts.
  func directory(of mentions: [Mention]) -> EntityDirectory {
    let names = NameGroups(mentions: mentions, acronyms: acronyms, table: table, matcher: matcher)
    var people = PersonGroups(matcher: matcher, listed: listed)
    people.add(forms(of: mentions, beside: names))
    for mention in mentions {
      guard case .organisation = mention.name, mention.text.contains(" "),
        let group = group(ofMistakenPerson: mention, people: &people)
      else { continue }
      people.note(group, isNamedInFullIn: mention.account)
    }
    let organs = OrganRegions(mentions: mentions, publishers: publishers, listed: listed)
    var describer = EntityDescriber(table: table, listed: listed, names: names)
    var found: [(mention: Mention, key: EntityKey)] = []
    for mention in mentions {
      guard let key = key(of: mention, people: &people, names: names, organs: organs) else {
        continue
      }
      describer.read(mention, as: key)
      found.append((mention, key))
    }
    let publishing = publishers.compactMap { publisher in
      key(of: publisher, people: &people).map { (account: publisher.account, key: $0) }
    }
    for (_, key) in publishing { describer.read(key) }
    let entities = describer.entities()
    return EntityDirectory(
      entities: Array(entities.values),
      mentions: found.compactMap { mention, key in
        entities[key].map { entity in
          let place = EntityMention(
            account: mention.account, range: mention.range, entity: entity.id)
          return (place, mention.written)
        }
      },
      publishers: Dictionary(
        publishing.compactMap { account, key in entities[key].map { (account, $0.id) } }
      ) { one, _ in one },
      holders: holders(of: found, as: entities), titles: titles)
  }

  /// Who holds each office in each account.
  private func holders(
    of found: [(mention: Mention, key: EntityKey)], as entities: [EntityKey: Entity]
  ) -> [String: [String: Set<String>]] {
    found.reduce(into: [:]) { holders, entry in
      guard case .person(_, let offices, _) = entry.mention.name,
        let entity = entities[entry.key]
      else { return }
      for office in offices {
        holders[entry.mention.account, default: [:]][office, default: []].insert(entity.id)
      }
    }
  }

  /// The names of people, one for each account and name with all that is told with it.
  private func forms(of mentions: [Mention], beside names: NameGroups) -> [PersonGroups.Form] {
    var forms: [String: PersonGroups.Form] = [:]
    for mention in mentions {
      guard case .person(let name, let offices, let isCertain) = mention.name,
        !offices.isEmpty || !bodies.contains(NameGroups.key(of: mention.text))
      else { continue }
      let isPlace = !matcher.isFull(name) && names.contains(mention.text)
      let key = "\(mention.account)\n\(name.script)\n\(name.text)"
      var form =
        forms[key]
        ?? PersonGroups.Form(
          name: name, account: mention.account, offices: [], isCertain: false)
      form.offices.formUnion(offices)
      // The pipeline takes the same word for a person here and for a place there: then it is the place.
      form.isCertain = form.isCertain || (isCertain && !(isPlace && offices.isEmpty))
      form.isElsewherePlace = isPlace && form.offices.isEmpty
      forms[key] = form
    }
    return forms.sorted { $0.key < $1.key }.map(\.value)
  }

  // MARK: - Keys

  private func key(
    of mention: Mention, people: inout PersonGroups, names: NameGroups, organs: OrganRegions
  ) -> EntityKey? {
    switch mention.name {
    case .known(.organ(let key, nil)):
      return organs.organ(key, in: mention.account).map(key(of:))
    case .known(let name):
      return key(of: name)
    case .person(let name, _, _):
      if let group = people.group(of: name, in: mention.account) {
        return key(ofPerson: group, in: people)
      }
      let isBody = bodies.contains(NameGroups.key(of: mention.text))
      return isBody || names.contains(mention.text) ? names.entityKey(of: mention.text) : nil
    case .place, .organisation:
      return key(ofMistakenPerson: mention, people: &people)
        ?? names.entityKey(of: mention.text)
    case .unknown:
      return key(ofUnknown: mention, people: &people, names: names)
    }
  }

  /// A person, where the pipeline takes a name for a place or body that stands with a title elsewhere.
  private func key(ofMistakenPerson mention: Mention, people: inout PersonGroups) -> EntityKey? {
    group(ofMistakenPerson: mention, people: &people).map { key(ofPerson: $0, in: people) }
  }

  private func group(ofMistakenPerson mention: Mention, people: inout PersonGroups) -> Int? {
    let words = mention.text.split(separator: " ").map { NameWord(String($0)) }
    guard words.allSatisfy({ $0.text.first?.isUppercase ?? false }), words.count < 5 else {
      return nil
    }
    let name = PersonName(script: .latin, words: words)
    // One word may be a place or a person's; it is the person's where the account names one in full.
    guard words.count > 1 else {
      return people.group(fitting: name, namedInFullIn: mention.account)
    }
    guard let group = people.group(fitting: name), !people.groups[group].offices.isEmpty else {
      return nil
    }
    return group
  }

  private func key(of name: KnownName) -> EntityKey {
    if case .listed(let index) = name { return .listed(index) }
    return listed.known[name].map { .listed($0) } ?? .known(name)
  }

  private func key(ofPerson group: Int, in people: PersonGroups) -> EntityKey {
    people.groups[group].listed.map { .listed($0) } ?? .person(group)
  }

  /// What a word in katakana sounds like most, if one thing is nearer than all others.
  private func key(
    ofUnknown mention: Mention, people: inout PersonGroups, names: NameGroups
  ) -> EntityKey? {
    guard mention.text.unicodeScalars.contains(where: NamePatterns.isEastAsian) else {
      return key(ofMistakenPerson: mention, people: &people)
    }
    let words = mention.text.split(separator: "・").map { NameWord(String($0)) }
    let name = PersonName(script: .katakana, words: words)
    let persons = people.distances(to: name).map { found in
      (key: key(ofPerson: found.group, in: people), distance: found.distance)
    }
    let places = names.soundingLike(mention.text).map { found in
      [(key: names.entityKey(of: found.key), distance: found.distance)]
    }
    let all = persons + (places ?? [])
    guard let best = all.map(\.distance).min() else { return nil }
    let near = Set(all.filter { $0.distance < best + Transliteration.margin }.map(\.key))
    return near.count == 1 ? near.first : nil
  }

  private func key(of publisher: PublisherName, people: inout PersonGroups) -> EntityKey? {
    if let known = publisher.known {
      if case .organ(_, nil) = known, listed.known[known] == nil { return nil }
      return key(of: known)
    }
    return publisher.person.flatMap { people.group(fitting: $0) }.map {
      key(ofPerson: $0, in: people)
    }
  }
}
