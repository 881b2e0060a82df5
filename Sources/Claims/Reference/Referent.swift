import Source

/// Somebody or something that an account has told of, to whom later words may refer.
struct Referent: Sendable {
  /// What a referent is the same as.
  enum Identity: Hashable, Sendable {
    /// Entities of the event: one, or several who were named or who acted together.
    case entities([String])
    /// What is no entity of the event, by the base form of its noun.
    case noun(String)
    /// What a pronoun at a place stands for, which could not be told.
    case open(Int)
  }

  /// What sort of thing it is.
  enum Kind: String, Sendable, Hashable, Decodable {
    case person, region, organisation, place, thing
    /// An entity of which that is not known, or entities of several sorts.
    case other

    init(_ kind: Entity.Kind) {
      switch kind {
      case .person: self = .person
      case .region: self = .region
      case .organisation: self = .organisation
      case .place: self = .place
      case .other: self = .other
      }
    }
  }

  /// What it is in its clause; what stands first is remembered best.
  enum Role: Int, Sendable, Comparable {
    case subject, object, other

    static func < (one: Role, other: Role) -> Bool { one.rawValue < other.rawValue }
  }

  let identity: Identity
  var kind: Kind
  /// How many it is, where that is told; of one, 1.
  let count: Int?
  let gender: ReferenceWords.Gender?
  /// The words that stand for it in a sentence of its own; nothing where there are none that read well.
  var phrase: String?
  /// Where it was named.
  let place: Range<Int>
  let sentence: Int
  let role: Role
  /// Whether several are known to have acted or met together, and were not only named together.
  var actsTogether = false
  /// Whether it is several people in one noun, for whom "they" may stand: "the crew".
  var isCollective = false
  /// Whether somebody asks or offers it something, so that it may well be who acts next: "Lind invited Berg".
  var isAddressed = false
  /// Of several, each.
  var members: [Identity] = []
  /// The words that stand for each of them.
  var memberPhrases: [String] = []

  /// The ids of the entities, in the order in which they were named.
  var entities: [String] {
    guard case .entities(let ids) = identity else { return [] }
    return ids
  }

  /// What tells it from others: the order in which several were named makes no difference.
  var key: Identity {
    guard case .entities(let ids) = identity else { return identity }
    return .entities(ids.sorted())
  }

  var isOne: Bool { count == 1 }

  /// Whether it is not known what this is.
  var isOpen: Bool {
    if case .open = identity { true } else { false }
  }

  /// The names of the entities, or the words for those who are none.
  func names(in directory: EntityDirectory) -> [String] {
    guard entities.isEmpty else { return directory.names(of: entities) }
    return memberPhrases.isEmpty ? [phrase].compactMap { $0 } : memberPhrases
  }

  /// The identity in one word.
  private var label: String {
    switch key {
    case .entities(let ids): ids.joined(separator: "+")
    case .noun(let lemma): lemma
    case .open(let place): "\(place)"
    }
  }

  /// The same, named once more.
  func again(at place: Range<Int>, phrase: String?, sentence: Int, role: Role) -> Referent {
    Referent(
      identity: identity, kind: kind, count: count, gender: gender, phrase: phrase, place: place,
      sentence: sentence, role: role, actsTogether: actsTogether, isCollective: isCollective,
      members: members, memberPhrases: memberPhrases)
  }

  /// Several as one; nothing where they are all the same, or of different sorts and said to act together.
  ///
  /// - Parameter joint: the words between the last two: " and ".
  static func group(
    _ members: [Referent], joint: String, sentence: Int, role: Role, actsTogether: Bool
  ) -> Referent? {
    guard let last = members.last, members.count > 1 else { return nil }
    let kinds = Set(members.map(\.kind))
    let isMixed = kinds.subtracting([.other]).count > 1
    var seen: Set<Identity> = []
    let parts = members.filter { seen.insert($0.key).inserted }
    guard parts.count > 1, !(isMixed && actsTogether && role != .subject) else { return nil }
    var ids: [String] = []
    for id in parts.flatMap(\.entities) where !ids.contains(id) { ids.append(id) }
    let isNamed = parts.allSatisfy { !$0.entities.isEmpty }
    guard !isNamed || ids.count > 1 else { return nil }
    let names = parts.compactMap(\.phrase)
    let counts = parts.compactMap(\.count)
    let listed = names.dropLast().joined(separator: joint == " and " ? ", " : joint)
    return Referent(
      identity: isNamed ? .entities(ids) : .noun(parts.map(\.label).joined(separator: "+")),
      kind: isMixed ? .other : kinds.subtracting([.other]).first ?? .other,
      count: isNamed ? ids.count : counts.count == parts.count ? counts.reduce(0, +) : nil,
      gender: nil,
      phrase: names.count == parts.count ? listed + joint + (names.last ?? "") : nil,
      place: last.place, sentence: sentence, role: role,
      actsTogether: actsTogether && !isMixed, members: parts.map(\.key),
      memberPhrases: names)
  }
}

/// Words that refer, with what they ask of what they stand for.
struct ReferringExpression {
  let range: Range<Int>
  let form: Reference.Form
  let kinds: Set<Referent.Kind>
  /// How many are meant: 1, a number, or several.
  let count: Count
  /// Whether the words are the subject of a passive: then they stand for what was acted upon as well.
  var isPassive = false
  var gender: ReferenceWords.Gender?
  /// The noun that describes who is meant.
  var noun: ReferenceWords.Noun?
  /// The code of the country whose minister or body is meant: "the Japanese minister".
  var region: String?
  let role: Referent.Role
  let sentence: Int
  /// What cannot be meant: the subject of the same verb, the speaker of a quotation.
  var excluded: Set<Referent.Identity> = []

  enum Count: Hashable { case one, several, exactly(Int) }

  /// What the words stand for where that cannot be told: later pronouns may stand for the same.
  var open: Referent {
    let number: Int? =
      switch count {
      case .one: 1
      case .several: nil
      case .exactly(let number): number
      }
    return Referent(
      identity: .open(range.lowerBound), kind: kinds.count == 1 ? kinds.first ?? .other : .other,
      count: number, gender: gender, phrase: nil, place: range, sentence: sentence, role: role)
  }

  /// Whether a referent is of the right sort and number.
  func agrees(with referent: Referent) -> Bool {
    guard kinds.contains(referent.kind) || referent.kind == .other,
      !excluded.contains(referent.key)
    else { return false }
    switch count {
    case .one: return referent.isOne
    case .several: return !referent.isOne || referent.isCollective
    case .exactly(let number): return referent.count == number
    }
  }
}
