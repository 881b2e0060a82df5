import Language
import Source

/// Reads one Japanese sentence for what it refers to, phrase by phrase, and takes note of what it names.
struct JapaneseReferences {
  private let syntax: JapaneseTree
  private let expressions: JapaneseExpressions
  private let words: ReferenceWords.Japanese
  private let directory: EntityDirectory
  private let names: MentionIndex
  private let coordinations: Coordinations
  /// In how many quotations each word stands.
  private let depths: [Int]
  private let index: Int
  private let narrator: Narrator
  private let speaking: Referent?
  private let isInText: Bool
  /// What the phrases of the sentence stand for, by their heads.
  private var referents: [Int: Referent] = [:]
  /// Several that are named together, by the last of them.
  private var groups: [Int: Referent] = [:]
  private var found: [PlacedReference] = []

  private var tree: SyntaxTree { syntax.tree }

  /// - Parameter isInText: false for a heading.
  init(
    syntax: JapaneseTree, range: Range<Int>, index: Int, mentions: [EntityMention],
    directory: EntityDirectory,
    words: ReferenceWords.Japanese, narrator: Narrator, isInText: Bool
  ) {
    self.syntax = syntax
    coordinations = Coordinations(tree: syntax.tree)
    expressions = JapaneseExpressions(
      syntax: syntax, words: words, coordinations: coordinations, sentence: index)
    var depth = 0
    depths = syntax.words.map { word in
      if word.text == "「" { depth += 1 } else if word.text == "」" { depth = max(0, depth - 1) }
      return depth
    }
    self.words = words
    self.directory = directory
    names = MentionIndex(words: syntax.words, mentions: mentions)
    self.index = index
    self.narrator = narrator
    speaking = narrator.speaker(at: range, sentence: index)
    self.isInText = isInText
  }

  /// The references of the sentence, in order; what it names is added to the discourse.
  mutating func read(into discourse: inout Discourse) -> [PlacedReference] {
    discourse.begin(sentence: index)
    for word in tree.words.indices where isHead(word) {
      if let expression = expressions.expression(headedBy: word) {
        read(expression, at: word, &discourse)
      } else {
        name(word, &discourse)
      }
      gather(at: word, &discourse)
    }
    return found
  }

  /// The topic of the sentence, marked by は at its last predicate, where it is somebody who can act.
  var topic: Referent? {
    guard let root = tree.roots.last else { return nil }
    return tree.children(of: root, ["nsubj", "dislocated"])
      .filter { syntax.particle(of: $0).hasSuffix("は") }.lazy
      .compactMap { topic(headedBy: $0) }.first
  }

  private func topic(headedBy head: Int) -> Referent? {
    let last = tree.coordination(of: head).last ?? head
    guard let referent = groups[last] ?? referents[last],
      [.person, .region, .organisation].contains(referent.kind)
    else { return nil }
    return referent
  }

  private func isHead(_ word: Int) -> Bool {
    let part = tree.words[word].partOfSpeech
    return (part.isNominal || part == .pronoun)
      && !["compound", "nummod", "punct"].contains(tree.words[word].relation)
  }

  // MARK: - What is named

  private mutating func name(_ head: Int, _ discourse: inout Discourse) {
    let run = syntax.compound(of: head)
    let last = tree.words[head].range.upperBound
    let own = names.mentions(at: run)
    nameCountries(own, of: head, &discourse)
    guard
      let mention = own.filter({ $0.range.upperBound >= last })
        .max(by: { $0.range.count < $1.range.count }),
      let entity = directory.entity(mention.entity)
    else {
      nameSomebody(head, &discourse)
      return
    }
    let referent = Referent(
      identity: .entities([entity.id]), kind: narrator.kind(of: entity), count: 1, gender: nil,
      phrase: syntax.text[mention.range], place: mention.range, sentence: index,
      role: expressions.role(of: head))
    referents[head] = referent
    discourse.add(referent, isInText: isInText)
    noteRegion(of: entity, at: head, beside: own, &discourse)
  }

  /// 男, 船長: a person whom the account does not name.
  private mutating func nameSomebody(_ head: Int, _ discourse: inout Discourse) {
    let noun = tree.words[head].lemma
    guard words.people.contains(noun), tree.child(of: head, ["nummod"]) == nil else { return }
    let written = syntax.compound(of: head).map { tree.words[$0].text }.joined()
    let referent = Referent(
      identity: .noun(written), kind: .person, count: 1, gender: words.genders[noun],
      phrase: written, place: tree.words[head].range, sentence: index,
      role: expressions.role(of: head))
    referents[head] = referent
    discourse.add(referent, isInText: isInText)
  }

  /// 米国務長官, 外務省の報道官: the country for which a person stands.
  private func noteRegion(
    of entity: Entity, at head: Int, beside own: [EntityMention], _ discourse: inout Discourse
  ) {
    guard entity.kind == .person else { return }
    let beside = own + names.mentions(at: tree.children(of: head, ["nmod"]))
    let countries = beside.compactMap { directory.entity($0.entity)?.region }
    if Set(countries).count == 1, let region = countries.first {
      discourse.note(region: region, of: entity.id)
    }
  }

  /// 日米韓, 日米両国: several countries in one word.
  private mutating func nameCountries(
    _ own: [EntityMention], of head: Int, _ discourse: inout Discourse
  ) {
    let countries = own.compactMap { mention in
      directory.entity(mention.entity).map { (mention, $0) }
    }.filter { $0.1.kind == .region }.map { mention, entity in
      Referent(
        identity: .entities([entity.id]), kind: .region, count: 1, gender: nil,
        phrase: syntax.text[mention.range], place: mention.range, sentence: index, role: .other)
    }
    let role = expressions.role(of: head)
    guard
      var group = Referent.group(
        countries, joint: "と", sentence: index, role: role, actsTogether: false),
      let first = countries.first?.place.lowerBound, let last = countries.last?.place.upperBound
    else { return }
    let isPair = words.pairs[tree.words[head].text] == [.region]
    group.phrase = syntax.text[first..<(isPair ? tree.words[head].range.upperBound : last)]
    if isPair { groups[head] = group }
    discourse.add(group, isInText: isInText)
  }

  /// Those who are named side by side or act with each other: AとBは, AはBと会談した.
  private mutating func gather(at word: Int, _ discourse: inout Discourse) {
    guard let referent = groups[word] ?? referents[word] else { return }
    if let members = coordinations.members(endingAt: word) {
      let named = members.compactMap { referents[$0] }
      let role = expressions.role(of: word)
      if named.count == members.count,
        let group = Referent.group(
          named, joint: "と", sentence: index, role: role, actsTogether: role == .subject)
      {
        groups[word] = group
        discourse.add(group, isInText: isInText)
      }
    }
    guard tree.words[word].relation == "obl", syntax.particle(of: word) == "と",
      let partner = subject(of: tree.words[word].head),
      let group = Referent.group(
        [partner, referent], joint: "と", sentence: index, role: .subject, actsTogether: true)
    else { return }
    discourse.add(group, isInText: isInText)
  }

  /// Who acts in a predicate, or in the one that it goes on to.
  private func subject(of predicate: Int) -> Referent? {
    var verb = predicate
    while true {
      if let subject = tree.child(of: verb, ["nsubj", "dislocated"]) {
        return groups[subject] ?? referents[subject]
      }
      guard ["conj", "advcl", "parataxis"].contains(tree.words[verb].relation),
        tree.words[verb].head != verb
      else { return nil }
      verb = tree.words[verb].head
    }
  }

  // MARK: - What is referred to

  private mutating func read(
    _ expression: JapaneseExpressions.Found, at head: Int, _ discourse: inout Discourse
  ) {
    switch expression {
    case .pronoun(let asked, true):
      place(asked, at: head, speaker(of: asked, at: head), &discourse)
    case .pronoun(var asked, false):
      if asked.role != .subject, let subject = subject(of: tree.words[head].head) {
        asked.excluded.insert(subject.key)
      }
      place(asked, at: head, discourse.antecedent(ofPronoun: asked), &discourse)
    case .several(let asked, let isCount):
      let meant = discourse.antecedent(ofSeveral: asked)
      // A number that stands for nobody before is a number.
      if meant != nil || !isCount { place(asked, at: head, meant, &discourse) }
    case .last(let asked):
      place(asked, at: head, discourse.antecedent(ofOne: asked, isLast: true), &discourse)
    case .own(let asked):
      place(asked, at: head, own(asked, at: head, discourse), &discourse)
    }
  }

  /// Whoever speaks for a body, or the country that this is a part of.
  private func own(
    _ asked: ReferringExpression, at head: Int, _ discourse: Discourse
  ) -> Referent? {
    let quoted = quotedSpeaker(of: head)
    let isNarrator = quoted == nil && !isQuoted(head)
    guard let speaker = isNarrator ? speaking : quoted.flatMap({ $0 }) else { return nil }
    guard asked.kinds == [.region] else { return speaker.kind == .organisation ? speaker : nil }
    let region = speaker.entities.first.flatMap { discourse.country(of: $0) }
    return region.flatMap { directory.region($0) }.map { country in
      Referent(
        identity: .entities([country.id]), kind: .region, count: 1, gender: nil,
        phrase: country.names[.japanese] ?? country.name, place: asked.range, sentence: index,
        role: asked.role)
    }
  }

  /// Who is told to say the clause that a word is in; the inner nothing where nobody is told.
  private func quotedSpeaker(of head: Int) -> Referent?? {
    var word = head
    while tree.words[word].head != word {
      let verb = tree.words[word].head
      if tree.words[word].relation == "ccomp" { return .some(subject(of: verb)) }
      word = verb
    }
    return nil
  }

  /// Who says 私, or for whom 我々 is said.
  private func speaker(of asked: ReferringExpression, at head: Int) -> Referent? {
    let quoted = quotedSpeaker(of: head)
    let isNarrator = quoted == nil && !isQuoted(head)
    guard let speaker = isNarrator ? speaking : quoted.flatMap({ $0 }), speaker.isOne else {
      return nil
    }
    return [.person, .other].contains(speaker.kind) == (asked.count == .one) ? speaker : nil
  }

  private func isQuoted(_ word: Int) -> Bool { depths[word] > 0 }

  private mutating func place(
    _ asked: ReferringExpression, at head: Int, _ meant: Referent?, _ discourse: inout Discourse
  ) {
    let written = syntax.text[asked.range]
    // 両大臣 and 同省 read by themselves; 彼 and 双方 do not.
    let isReplaced =
      asked.noun == nil
      && ["nsubj", "nsubj:pass", "obj", "obl", "nmod", "dislocated"]
        .contains(tree.words[head].relation)
    found.append(
      PlacedReference(
        reference: Reference(
          range: asked.range, text: written, form: asked.form, entities: meant?.entities ?? [],
          names: meant?.names(in: directory) ?? [], antecedent: meant?.phrase),
        isSubject: asked.role == .subject, filling: isReplaced ? meant?.phrase : nil,
        place: meant?.place))
    guard let meant else {
      if asked.form == .pronoun { discourse.add(asked.open, isInText: isInText) }
      return
    }
    let phrase = asked.noun != nil && !meant.isOne ? written : meant.phrase
    let again = meant.again(at: asked.range, phrase: phrase, sentence: index, role: asked.role)
    referents[head] = again
    discourse.add(again, isInText: isInText)
  }
}
