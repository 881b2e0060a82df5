import Source

/// Groups the names of people by the person that they are of.
///
/// Full names come first: two are of one person when they match and no other person matches as well. A family
/// name alone is that of the only full name that fits, in its own account before the others; where several
/// fit, the office tells, or it stays by itself. So nothing is joined by a guess.
struct PersonGroups: Sendable {
  private(set) var groups: [Group] = []
  private let matcher: PersonMatcher
  /// The groups of family names alone, by account and name.
  private var groupsOfShortNames: [String: [PersonName: Int]] = [:]
  private var groupsOfFullNames: [PersonName: Int] = [:]
  /// The names of all groups with what comparing them needs.
  private var matchable: [PersonName: MatchableName] = [:]
  /// What is found for a name, until a group has one more full name.
  private var found: [PersonName: [Candidate]] = [:]

  /// The names of one person.
  struct Group: Sendable {
    /// The full names.
    var full: Set<PersonName> = []
    /// Family names alone.
    var short: Set<PersonName> = []
    /// The accounts that have a full name.
    var accounts: Set<String> = []
    var offices: Set<String> = []
    /// The entity of `event.yaml`, where it is one.
    let listed: Int?
  }

  /// A group that a name fits, and how far it is from the group's names.
  struct Candidate: Sendable {
    let group: Int
    let distance: Double
  }

  /// A name with what the accounts tell with it.
  struct Form: Sendable {
    let name: PersonName
    let account: String
    var offices: Set<String>
    var isCertain: Bool
    /// Whether another account, or this one elsewhere, has the same word for a place or body.
    var isElsewherePlace = false
  }

  init(matcher: PersonMatcher, listed: ListedNames) {
    self.matcher = matcher
    for index in listed.entities.indices {
      let names = Set(listed.people[index])
      let full = names.filter(matcher.isFull)
      groups.append(Group(full: full, short: names.subtracting(full), listed: index))
    }
  }

  /// The group of a name in an account; nothing where it belongs to none.
  func group(of name: PersonName, in account: String) -> Int? {
    groupsOfFullNames[name] ?? groupsOfShortNames[account]?[name]
  }

  /// The group that a name outside of the accounts' texts fits alone.
  mutating func group(fitting name: PersonName) -> Int? {
    choice(candidates(for: name), offices: [])
  }

  /// The group that a word fits among those that an account names in full: as the last word of a full name, or
  /// as any word of one that stands with a title.
  mutating func group(fitting name: PersonName, namedInFullIn account: String) -> Int? {
    let all = candidates(for: name)
    let fitting = all.filter { found in
      groups[found.group].accounts.contains(account) && isFamilyName(name, of: found.group)
    }
    return choice(fitting, offices: [])
  }

  /// Takes note that an account names someone in full whom the pipeline takes for something else there.
  mutating func note(_ group: Int, isNamedInFullIn account: String) {
    groups[group].accounts.insert(account)
  }

  private func isFamilyName(_ name: PersonName, of group: Int) -> Bool {
    let group = groups[group]
    return !group.offices.isEmpty || group.listed != nil
      || group.full.contains { $0.words.last?.text == name.words.last?.text }
  }

  /// The groups that a name outside of the accounts' texts fits, with how far it is from their names.
  mutating func distances(to name: PersonName) -> [Candidate] { candidates(for: name) }

  mutating func add(_ forms: [Form]) {
    let full = forms.filter { matcher.isFull($0.name) }
    for form in full.sorted(by: Self.order) { addFull(form) }
    let short = forms.filter { !matcher.isFull($0.name) }.sorted(by: Self.order)
    var unresolved: [Form] = []
    for form in short {
      let found = candidates(for: form.name).filter {
        !form.isElsewherePlace || isFamilyName(form.name, of: $0.group)
      }
      let own = found.filter { groups[$0.group].accounts.contains(form.account) }
      if let group = choice(own.isEmpty ? found : own, offices: form.offices) {
        addShort(form, to: group)
      } else if form.isCertain {
        unresolved.append(form)
      }
    }
    for form in unresolved { addUnresolved(form) }
  }

  private static func order(_ one: Form, _ other: Form) -> Bool {
    one.name == other.name ? one.account < other.account : one.name < other.name
  }

  // MARK: - Full names

  private mutating func addFull(_ form: Form) {
    let known = groupsOfFullNames[form.name]
    let group = known ?? choice(candidates(for: form.name), offices: []) ?? newGroup()
    groupsOfFullNames[form.name] = group
    if groups[group].full.insert(form.name).inserted { found = [:] }
    groups[group].accounts.insert(form.account)
    groups[group].offices.formUnion(form.offices)
  }

  private mutating func newGroup() -> Int {
    groups.append(Group(listed: nil))
    return groups.count - 1
  }

  // MARK: - Family names alone

  private mutating func addShort(_ form: Form, to group: Int) {
    groupsOfShortNames[form.account, default: [:]][form.name] = group
    groups[group].short.insert(form.name)
    groups[group].offices.formUnion(form.offices)
  }

  /// A family name without a full one: others of its kind are the same person, in whichever letters, unless a
  /// full name of it is known, which it then could not be told from.
  private mutating func addUnresolved(_ form: Form) {
    let fitting = candidates(for: form.name)
    let isAmbiguous = fitting.contains { !groups[$0.group].full.isEmpty }
    let found = groups.indices.filter { groups[$0].full.isEmpty && groups[$0].listed == nil }
      .compactMap { group in
        groups[group].short.filter { !isAmbiguous || $0 == form.name }
          .compactMap { distance($0, form.name) }.min()
          .map { Candidate(group: group, distance: $0) }
      }
    addShort(form, to: choice(found, offices: form.offices) ?? newGroup())
  }

  // MARK: - Choice

  /// The groups whose full names a name fits; a family name alone fits a listed one as well.
  private mutating func candidates(for name: PersonName) -> [Candidate] {
    if let known = found[name] { return known }
    let isFull = matcher.isFull(name)
    var candidates: [Candidate] = []
    for group in groups.indices {
      let isListed = !isFull && groups[group].listed != nil
      let names = isListed ? groups[group].full.union(groups[group].short) : groups[group].full
      let distances = names.compactMap { distance($0, name) }
      guard let nearest = distances.min() else { continue }
      candidates.append(Candidate(group: group, distance: nearest))
    }
    found[name] = candidates
    return candidates
  }

  private mutating func distance(_ one: PersonName, _ other: PersonName) -> Double? {
    matcher.distance(matchable(one), matchable(other))
  }

  private mutating func matchable(_ name: PersonName) -> MatchableName {
    if let known = matchable[name] { return known }
    let made = matcher.matchable(name)
    matchable[name] = made
    return made
  }

  /// The one candidate that is nearer than all others by a margin; of several, the only one with the office.
  private func choice(
    _ candidates: [Candidate], offices: Set<String>
  ) -> Int? {
    guard let nearest = candidates.map(\.distance).min() else { return nil }
    let near = candidates.filter { $0.distance < nearest + Transliteration.margin }
    guard near.count > 1 else { return near.first?.group }
    let telling = offices.subtracting([TitleTable.anyOffice])
    let fitting = near.filter { !groups[$0.group].offices.isDisjoint(with: telling) }
    return fitting.count == 1 ? fitting.first?.group : nil
  }
}
