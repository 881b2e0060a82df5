import Source

/// What an account has told of so far, for the words that refer back to it.
///
/// A pronoun goes back two sentences at most, to the subject before all else; a noun ("the ministry", 両大臣) goes
/// back as far as its bearers were named. Where two things fit alike, neither is meant: nothing is guessed. The order of
/// preference is that of centering theory (Grosz, Joshi, Weinstein 1995), cut down to what needs no knowledge of the world.
///
/// - Complexity: what is kept has a bounded size, so that each step takes constant time.
struct Discourse {
  /// What the sentence and the two before it name, in order.
  private(set) var recent: [Referent] = []
  /// The entities that were named, those named last at the end.
  private var named: [Referent] = []
  /// Several who were named or acted together, those named last at the end.
  private var groups: [Referent] = []
  private var genders: [String: ReferenceWords.Gender] = [:]
  private var regions: [String: String] = [:]
  private var offices: [String: Set<String>]
  private let directory: EntityDirectory
  private let bodyWords: Set<String>

  /// How many sentences a pronoun goes back.
  private static let reach = 2
  /// How much is kept in mind of what a long sentence or account names.
  private static let longestMemory = 64

  /// - Parameters:
  ///   - bodyWords: the words by which sorts of bodies are named: ministry, 省.
  init(account: String, directory: EntityDirectory, bodyWords: Set<String>) {
    self.directory = directory
    self.bodyWords = bodyWords
    offices = directory.offices(in: account)
  }

  // MARK: - What is told

  /// Forgets what is too far back for the pronouns of a sentence.
  mutating func begin(sentence: Int) {
    recent.removeAll { $0.sentence < sentence - Self.reach }
  }

  /// Takes note of what is named at a place.
  ///
  /// - Parameter isInText: whether a pronoun may go back to it; to what a heading names none does.
  mutating func add(_ referent: Referent, isInText: Bool = true) {
    if isInText { recent.append(referent) }
    if recent.count > 2 * Self.longestMemory { recent.removeFirst(Self.longestMemory) }
    guard !referent.entities.isEmpty else { return }
    if referent.entities.count == 1, referent.isOne {
      remember(referent, in: &named)
      if let gender = referent.gender { genders[referent.entities[0]] = gender }
    } else {
      remember(referent, in: &groups)
    }
  }

  private func remember(_ referent: Referent, in list: inout [Referent]) {
    var referent = referent
    if let known = list.firstIndex(where: { $0.key == referent.key }) {
      referent.actsTogether = referent.actsTogether || list[known].actsTogether
      // What was once said to be a ship stays one.
      if list[known].kind == .thing { referent.kind = .thing }
      list.remove(at: known)
    }
    list.append(referent)
    if list.count > Self.longestMemory { list.removeFirst() }
  }

  /// Takes note of the gender that a title or a pronoun tells of someone.
  mutating func note(gender: ReferenceWords.Gender, of entity: String) { genders[entity] = gender }

  /// Takes note of the country that someone stands for: "Japanese Foreign Minister ...".
  mutating func note(region: String, of entity: String) { regions[entity] = region }

  /// Takes note of the offices that someone is told to hold: "Antony Berg, Secretary of State".
  mutating func note(offices held: Set<String>, of entity: String) {
    offices[entity, default: []].formUnion(held)
  }

  // MARK: - What is meant

  /// What a pronoun means.
  func antecedent(ofPronoun expression: ReferringExpression) -> Referent? {
    let nearest = nearest(to: expression)
    return nearest?.isOpen ?? true ? nil : nearest
  }

  private func nearest(to expression: ReferringExpression) -> Referent? {
    let fitting = recent.filter { expression.agrees(with: $0) && agreesInGender($0, expression) }
    var nearest: [Referent] = []
    for distance in 0...Self.reach {
      let here = fitting.filter { $0.sentence == expression.sentence - distance }
      let subjects = here.filter { $0.role == .subject }
      if !subjects.isEmpty {
        return meant(among: subjects, beside: here, nearer: nearest, expression)
      }
      nearest += here
    }
    let own = nearest.filter { $0.sentence == expression.sentence }
    return onlyOne(of: nearest) ?? onlyOne(of: own)
      ?? onlyOne(of: nearest.filter { $0.role == .object })
  }

  /// The subject, unless something else competes with it.
  private func meant(
    among subjects: [Referent], beside here: [Referent], nearer: [Referent],
    _ expression: ReferringExpression
  ) -> Referent? {
    guard let subject = onlyOne(of: subjects) else { return nil }
    // "The crew met the owners. They ...": several are meant as likely as a group in one noun.
    if expression.count == .several, subject.isOne, (here + nearer).contains(where: { !$0.isOne }) {
      return nil
    }
    // "Lind invited Berg. She accepted": whoever was asked answers.
    if subject.isOne, here.contains(where: { $0.isAddressed && $0.key != subject.key }) {
      return nil
    }
    // A pronoun that is no subject itself may as well stand for what is none, in its own sentence for anything.
    let isNear = subject.sentence == expression.sentence
    let rivals = here.filter { isNear || $0.role != .other }
    if expression.role != .subject, onlyOne(of: rivals) == nil { return nil }
    // "Police held two men. They were questioned": who is acted upon was so before, perhaps; and two sentences on,
    // the subject of then is no more to the point than its object.
    let isFar = subject.sentence < expression.sentence - 1
    if expression.isPassive || isFar,
      here.contains(where: { $0.key != subject.key && $0.role == .object })
    {
      return nil
    }
    let competing = nearer.filter { $0.key != subject.key && $0.role == .object }
    if isFar, isSuperseded(subject) { return nil }
    let others = isFar ? nearer.filter { $0.key != subject.key } : competing
    return others.isEmpty ? subject : nil
  }

  /// Whom a noun describes who were named before: "the two ministers", 両大臣; a number without a noun ("the two") goes
  /// back no further than a pronoun.
  func antecedent(ofSeveral expression: ReferringExpression) -> Referent? {
    let isNear = expression.noun == nil && expression.form == .description
    let near = Set(recent.map(\.key))
    let fitting = groups.filter {
      expression.agrees(with: $0) && fits($0, expression) && (!isNear || near.contains($0.key))
    }
    let acting = fitting.filter(\.actsTogether)
    let latest = acting.isEmpty ? fitting : acting
    if let last = latest.last {
      if isNear, isSuperseded(last) { return nil }
      return onlyOne(of: latest.filter { $0.sentence == last.sentence })
    }
    // Nobody was named together with anybody: then those who were named are meant, if they are as many.
    let single = named.filter { one in
      expression.kinds.contains(one.kind) && fits(one, expression)
        && !expression.excluded.contains(one.key) && (!isNear || near.contains(one.key))
    }
    let wanted: Int? = if case .exactly(let number) = expression.count { number } else { nil }
    guard single.count > 1, single.count == wanted, Set(single.map(\.kind)).count == 1 else {
      return nil
    }
    let ordered = single.sorted { $0.place.lowerBound < $1.place.lowerBound }
    return Referent(
      identity: .entities(ordered.flatMap(\.entities)), kind: ordered[0].kind,
      count: ordered.count, gender: nil, phrase: nil, place: ordered[ordered.count - 1].place,
      sentence: ordered[ordered.count - 1].sentence, role: .other, members: ordered.map(\.key))
  }

  /// Whom a noun describes of whom one was named before: "the ministry".
  ///
  /// - Parameter isLast: whether the noun means the one that was named last: 同省.
  func antecedent(ofOne expression: ReferringExpression, isLast: Bool = false) -> Referent? {
    let fitting = named.filter { expression.agrees(with: $0) && fits($0, expression) }
    if isLast {
      // 同大臣 is 小野大臣 before ベルク外相, though both are ministers.
      let called = fitting.last { one in
        expression.noun?.words.contains { one.phrase?.hasSuffix($0) ?? false } ?? false
      }
      return called ?? fitting.last
    }
    if fitting.count < 2 { return fitting.first }
    let near = fitting.filter { one in recent.contains { $0.key == one.key } }
    return near.count == 1 ? near.first : nil
  }

  /// Those who acted together with someone a short while ago.
  func company(of speaker: Referent.Identity) -> Referent? {
    recent.last { $0.actsTogether && $0.members.contains(speaker) }
  }

  /// Whether the sentence before tells of somebody else whom a pronoun may stand for, and not of a speaker.
  func hasRival(of speaker: Referent, _ expression: ReferringExpression) -> Bool {
    let before = recent.filter { $0.sentence == expression.sentence - 1 }
    return !before.contains { $0.key == speaker.key }
      && before.contains {
        $0.isOne && $0.kind == .person && expression.agrees(with: $0)
          && agreesInGender($0, expression)
      }
  }

  /// Whether somebody else acts after several who were named: then "they" may be others by now.
  private func isSuperseded(_ group: Referent) -> Bool {
    guard !group.isOne else { return false }
    return recent.contains { other in
      other.sentence > group.sentence && other.role == .subject && other.isOne
        && other.kind == group.kind && !group.members.contains(other.key)
    }
  }

  private func onlyOne(of referents: [Referent]) -> Referent? {
    guard let last = referents.last, referents.allSatisfy({ $0.key == last.key }) else {
      return nil
    }
    return last
  }

  /// Whether a pronoun may stand for somebody by the gender of both.
  func agreesInGender(_ referent: Referent, _ expression: ReferringExpression) -> Bool {
    guard let wanted = expression.gender, referent.isOne else { return true }
    let known = referent.gender ?? referent.entities.first.flatMap { genders[$0] }
    return known == nil || known == wanted
  }

  /// Whether all of a referent's entities are what a noun says.
  private func fits(_ referent: Referent, _ expression: ReferringExpression) -> Bool {
    guard !referent.entities.isEmpty, agreesInGender(referent, expression) else { return false }
    guard let noun = expression.noun else { return true }
    return referent.entities.allSatisfy { id in
      if let region = expression.region, country(of: id) != region { return false }
      if let wanted = noun.offices {
        guard let held = offices[id], !held.isEmpty else { return !referent.isOne }
        let fitting = referent.isOne ? wanted : wanted.union(noun.together ?? [])
        return !held.isDisjoint(with: fitting)
      }
      return isBody(id, as: noun)
    }
  }

  /// The code of the country that someone is of or stands for, where that was told.
  func country(of entity: String) -> String? {
    regions[entity] ?? directory.entity(entity)?.region
  }

  /// Whether a noun for a body fits the name of one: "the ministry" the Ministry of Trade.
  private func isBody(_ entity: String, as noun: ReferenceWords.Noun) -> Bool {
    guard noun.named != nil || noun.general == true, let entity = directory.entity(entity) else {
      return true
    }
    let names = [entity.name] + entity.names.values
    let words = Set(names.flatMap { $0.lowercased().split(separator: " ").map(String.init) })
    let holds = { (wanted: Set<String>) in
      // Japanese names end in such a word without a space before it: 気象庁.
      !words.isDisjoint(with: wanted)
        || wanted.contains { entity.names[.japanese]?.hasSuffix($0) ?? false }
    }
    return noun.named.map(holds) ?? !holds(bodyWords)
  }
}
