import Language
import Source

/// Reads one English sentence for what it refers to, word by word, and takes note of what it names.
struct EnglishReferences {
  let phrases: EnglishNounPhrases
  private let descriptions: EnglishDescriptions
  private let impersonal: ImpersonalPronoun
  let company: EnglishCompany
  private let words: ReferenceWords.English
  let text: SourceText
  let index: Int
  let narrator: Narrator
  let isPost: Bool
  /// Who speaks where nobody is quoted.
  let speaking: Referent?
  let isInText: Bool
  /// What the words of the sentence stand for, by the heads of their phrases.
  var referents: [Int: Referent] = [:]
  /// Several that are named together, by the first of them.
  private var groups: [Int: Referent] = [:]
  /// What the possessive pronouns of the sentence stand for: the same one means the same throughout.
  private var owners: [String: Referent?] = [:]
  var found: [PlacedReference] = []

  var tree: SyntaxTree { phrases.tree }

  /// - Parameter isInText: false for a heading.
  init(
    sentence: Sentence, index: Int, text: SourceText, mentions: [EntityMention],
    directory: EntityDirectory, words: ReferenceWords.English, acts: ActTable, narrator: Narrator,
    isInText: Bool
  ) {
    let tree = SyntaxTree.english(sentence)
    phrases = EnglishNounPhrases(
      tree: tree, text: text, words: words, directory: directory, mentions: mentions)
    descriptions = EnglishDescriptions(
      phrases: phrases, words: words, directory: directory, sentence: index)
    impersonal = ImpersonalPronoun(tree: tree, acts: acts, words: words)
    company = EnglishCompany(phrases: phrases, acts: acts)
    self.words = words
    self.text = text
    self.index = index
    self.narrator = narrator
    isPost = narrator.isPost(at: sentence.range)
    speaking = narrator.speaker(at: sentence.range, sentence: index)
    self.isInText = isInText
  }

  /// The references of the sentence, in order; what it names is added to the discourse.
  mutating func read(into discourse: inout Discourse) -> [PlacedReference] {
    discourse.begin(sentence: index)
    readOmittedSpeaker(&discourse)
    for word in tree.words.indices {
      if let pronoun = pronoun(at: word) {
        if pronoun.isSpeaker != true { read(pronoun, at: word, &discourse) }
      } else if let count = descriptions.count(standingAloneAt: word) {
        read(count, at: word, &discourse)
      } else if phrases.isHead(word) {
        if let description = descriptions.description(headedBy: word) {
          read(description, at: word, &discourse)
        } else {
          add(named(at: word), at: word, &discourse)
        }
      }
    }
    for word in tree.words.indices {
      if let pronoun = pronoun(at: word), pronoun.isSpeaker == true {
        readSpeaker(pronoun, at: word, &discourse)
      }
    }
    return found.sorted { $0.reference.range.lowerBound < $1.reference.range.lowerBound }
  }

  private func pronoun(at word: Int) -> ReferenceWords.Pronoun? {
    let text = tree.words[word].text
    // "US" and "IT" are no pronouns.
    guard tree.words[word].tag.hasPrefix("PRP"), text.count == 1 || text != text.uppercased() else {
      return nil
    }
    return words.pronouns[text.lowercased()]
  }

  // MARK: - What is named

  private func named(at head: Int) -> Referent {
    let word = tree.words[head]
    let entity = phrases.entity(ofPhrase: head)
    let isPlural = ["NNS", "NNPS"].contains(word.tag) && entity == nil
    let number = tree.children(of: head, ["nummod"]).lazy
      .compactMap { words.counts[tree.words[$0].lemma] ?? Int(tree.words[$0].text) }.first
    // "Norway and Chile signed": one of them alone is no "it".
    let isMember =
      entity.map { [.region, .organisation, .place].contains($0.kind) } ?? false
      && (word.relation == Relation.conjunct || tree.child(of: head, [Relation.conjunct]) != nil)
    let isPerson =
      words.people.contains(word.lemma)
      || words.nouns.entry(of: word.lemma)?.kinds == [.person] || word.entityType == "PERSON"
    var kind = entity.map(narrator.kind) ?? (isPerson ? .person : .thing)
    if kind == .organisation, phrases.isThing(namedBy: head) { kind = .thing }
    return Referent(
      identity: entity.map { .entities([$0.id]) } ?? .noun(word.lemma),
      kind: kind, count: isPlural ? number.flatMap { $0 > 1 ? $0 : nil } : 1,
      gender: phrases.gender(ofPhrase: head), phrase: phrases.reading(ofPhrase: head),
      place: word.range, sentence: index, role: isMember ? .other : phrases.role(of: head),
      isCollective: entity == nil && !isPlural && words.collective.contains(word.lemma),
      isAddressed: ["dobj", "dative"].contains(word.relation)
        && words.addressing.contains(tree.words[word.head].lemma))
  }

  private mutating func add(_ referent: Referent, at word: Int, _ discourse: inout Discourse) {
    referents[word] = referent
    discourse.add(referent, isInText: isInText)
    if let entity = referent.entities.first, referent.entities.count == 1,
      [.person, .other].contains(referent.kind)
    {
      if let region = phrases.region(besides: word) { discourse.note(region: region, of: entity) }
      discourse.note(offices: phrases.offices(ofPhrase: word), of: entity)
    }
    if let members = company.members(endingAt: word) {
      let named = members.compactMap { referents[$0] }
      guard named.count == members.count,
        let group = Referent.group(
          named, joint: " and ", sentence: index, role: phrases.role(of: word),
          actsTogether: phrases.role(of: word) == .subject || company.isOfEvent(members[0]))
      else { return }
      groups[members[0]] = group
      discourse.add(group, isInText: isInText)
      meet(group, at: members[0], &discourse)
    } else if tree.child(of: word, [Relation.conjunct]) == nil {
      meet(referent, at: word, &discourse)
    }
  }

  /// Takes note of those who meet each other: "Ono met Berg", "Ono spoke with Berg".
  private mutating func meet(
    _ referent: Referent, at word: Int, _ discourse: inout Discourse
  ) {
    guard let partner = company.partner(of: word) else { return }
    let subject: Referent? =
      switch partner {
      case .word(let index): groups[index] ?? referents[index]
      case .omitted: isPost ? speaking : nil
      }
    guard let subject,
      let group = Referent.group(
        [subject, referent], joint: " and ", sentence: index, role: .subject, actsTogether: true)
    else { return }
    discourse.add(group, isInText: isInText)
  }

  // MARK: - What is referred to

  private mutating func read(
    _ pronoun: ReferenceWords.Pronoun, at word: Int, _ discourse: inout Discourse
  ) {
    if tree.words[word].lemma == "it", impersonal.isImpersonal(word) { return }
    let isPossessive = tree.words[word].relation == "poss"
    var expression = ReferringExpression(
      range: tree.words[word].range, form: .pronoun, kinds: pronoun.kinds,
      count: pronoun.number == .one ? .one : .several, gender: pronoun.gender,
      role: role(of: word), sentence: index)
    expression.isPassive = tree.words[word].relation == "nsubjpass"
    expression.excluded = excluded(at: word, isPossessive: isPossessive)
    let lemma = tree.words[word].lemma
    let told = teller(at: word, expression, discourse)
    let antecedent =
      isToldOfAnother(expression, at: word, by: told, discourse)
      ? nil
      : (isPossessive ? owners[lemma] ?? neighbour(of: word, expression) : nil)
        ?? told ?? discourse.antecedent(ofPronoun: expression)
    if isPossessive { owners[lemma] = .some(antecedent) }
    if let gender = pronoun.gender, let entity = antecedent?.entities.first {
      discourse.note(gender: gender, of: entity)
    }
    place(expression, at: word, antecedent, &discourse)
  }

  private mutating func read(
    _ expression: ReferringExpression, at word: Int, _ discourse: inout Discourse
  ) {
    let antecedent: Referent?
    switch expression.count {
    case .one: antecedent = discourse.antecedent(ofOne: expression)
    case .exactly where expression.noun == nil:
      antecedent =
        discourse.antecedent(ofPronoun: expression) ?? discourse.antecedent(ofSeveral: expression)
    case .exactly, .several: antecedent = discourse.antecedent(ofSeveral: expression)
    }
    place(expression, at: word, antecedent, &discourse)
  }

  /// "Two ships sank, and the owners said they would pay": whoever says what a pronoun is the subject of, before all others.
  private func teller(
    at word: Int, _ expression: ReferringExpression, _ discourse: Discourse
  ) -> Referent? {
    let verb = tree.words[word].head
    guard expression.role == .subject, tree.words[verb].relation == "ccomp",
      !company.isQuoted(word), let speaker = company.speaker(of: word), speaker < word,
      tree.words[speaker].head == tree.words[verb].head,
      let referent = groups[speaker] ?? referents[speaker],
      discourse.agreesInGender(referent, expression)
    else { return nil }
    // A body is several people where it speaks: "the union said they would strike".
    let isBody =
      expression.count == .several && [.organisation, .other].contains(referent.kind)
      && !expression.excluded.contains(referent.key)
    return isBody || expression.agrees(with: referent) ? referent : nil
  }

  /// "Reyl was arrested in May. Tal says that he left the country": of two men neither is "he", unless it is told what the
  /// speaker would do.
  private func isToldOfAnother(
    _ expression: ReferringExpression, at word: Int, by speaker: Referent?, _ discourse: Discourse
  ) -> Bool {
    guard let speaker, speaker.kind == .person, expression.count == .one else { return false }
    let isPlanned = tree.children(of: tree.words[word].head, ["aux"]).contains {
      tree.words[$0].tag == "MD"
    }
    return !isPlanned && discourse.hasRival(of: speaker, expression)
  }

  /// "Norway and its allies": whose the allies are stands beside them.
  private func neighbour(of word: Int, _ expression: ReferringExpression) -> Referent?? {
    let noun = tree.words[word].head
    let top = phrases.coordinations.top(of: noun)
    guard top != noun, let referent = referents[top], expression.agrees(with: referent) else {
      return nil
    }
    return .some(referent)
  }

  /// What a pronoun is in its clause; a possessive, what its noun is.
  func role(of word: Int) -> Referent.Role {
    guard tree.words[word].relation == "poss" else { return phrases.role(of: word) }
    return word == 0 ? .subject : phrases.role(of: tree.words[word].head)
  }

  /// What a pronoun cannot stand for: the subject of the verb whose object it is, in quotation marks the speaker, the paper that is told what it stands in, and whoever is named in what it says.
  private func excluded(at word: Int, isPossessive: Bool) -> Set<Referent.Identity> {
    var excluded: Set<Referent.Identity> = []
    if !isPossessive, phrases.role(of: word) != .subject, let subject = company.subject(above: word)
    {
      excluded.formUnion([groups[subject]?.key, referents[subject]?.key].compactMap { $0 })
    }
    excluded.formUnion(
      company.said(by: word).flatMap { [groups[$0]?.key, referents[$0]?.key].compactMap { $0 } })
    if let told = company.told(inWhatHolds: word) {
      excluded.formUnion([groups[told]?.key, referents[told]?.key].compactMap { $0 })
    }
    if company.isQuoted(word), let speaker = company.speaker(of: word),
      let entity = phrases.entity(ofPhrase: speaker)
    {
      excluded.insert(.entities([entity.id]))
    }
    return excluded
  }

  mutating func place(
    _ expression: ReferringExpression, at word: Int, _ antecedent: Referent?,
    _ discourse: inout Discourse
  ) {
    let wording = EnglishWording(tree: tree)
    found.append(
      PlacedReference(
        reference: Reference(
          range: expression.range, text: text[expression.range], form: expression.form,
          entities: antecedent?.entities ?? [],
          names: antecedent?.names(in: phrases.directory) ?? [], antecedent: antecedent?.phrase),
        isSubject: expression.role == .subject && tree.words[word].relation != "poss",
        filling: antecedent.flatMap { antecedent in
          expression.noun == nil
            ? wording.filling(at: word, with: antecedent, for: text[expression.range]) : nil
        }, place: antecedent?.place))
    // A pronoun's bearer is told of again; a description that cannot be resolved is something new.
    if let antecedent {
      let isNamed = expression.noun != nil && !antecedent.isOne
      let phrase = isNamed ? phrases.reading(ofPhrase: word) : antecedent.phrase
      let isPossessive = tree.words[word].relation == "poss"
      add(
        antecedent.again(
          at: expression.range, phrase: phrase, sentence: index,
          role: isPossessive ? .other : expression.role), at: word, &discourse)
    } else if expression.noun != nil {
      add(named(at: word), at: word, &discourse)
    } else if expression.form == .pronoun {
      discourse.add(expression.open, isInText: isInText)
    }
  }
}
