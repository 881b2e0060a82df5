import Language
import Source
import Values

/// Finds in an English sentence which quantity a value is of, by the words that it hangs on.
struct QuantityFinder {
  let tree: SyntaxTree
  let table: QuantityTable
  let grammar: QuantityTable.Grammar

  /// A value with its words.
  struct Place {
    let value: Value
    let carriers: Set<Int>
    /// The carrier that hangs on the rest of the clause.
    let top: Int
    /// The word that the value counts: `people` in "48 people".
    let noun: Int?
    /// The word that stands for value and noun in the clause.
    var anchor: Int { noun ?? top }
  }

  /// A quantity with the words by which it was found, from the nearest to the farthest: where a place that
  /// limits the value can hang.
  struct Found {
    var quantity: MeasuredQuantity
    var words: [Int]
  }

  /// The quantity of a value; nothing where no word tells it.
  func quantity(of place: Place) -> Found? {
    guard !isPartOfOthers(place) else { return nil }
    return DistanceFinder(tree: tree, table: table, grammar: grammar).distance(place)
      ?? named(place) ?? before(place) ?? scaled(place) ?? predicated(place) ?? counted(place)
  }

  // MARK: - Named by a noun

  /// "48 deaths", "a magnitude of 7.6".
  private func named(_ place: Place) -> Found? {
    let preposition = tree.words[place.anchor].head
    let isOf =
      Relation.prepositionObjects.contains(tree.words[place.anchor].relation)
      && tree.words[preposition].lemma == "of"
    for index in [place.noun, isOf ? tree.words[preposition].head : nil].compactMap({ $0 }) {
      if let found = nounQuantity(at: index, for: place) { return found }
    }
    return nil
  }

  /// "A magnitude 7.1 quake".
  private func before(_ place: Place) -> Found? {
    guard let first = place.carriers.min(), first > 0 else { return nil }
    let isHyphen = tree.words[first - 1].tag == "HYPH" && first > 1
    let index = isHyphen ? first - 2 : first - 1
    guard tree.words[index].partOfSpeech.isNominal,
      let found = nounQuantity(at: index, for: place),
      !found.quantity.isTally || place.noun == nil
    else { return nil }
    return found
  }

  /// "7.5 on the Richter scale".
  private func scaled(_ place: Place) -> Found? {
    var index = place.anchor
    for _ in 0..<4 {
      for preposition in tree.children(of: index, Relation.prepositions)
      where tree.words[preposition].lemma == "on" && preposition > place.top {
        if let noun = tree.child(of: preposition, Relation.prepositionObjects),
          var found = nounQuantity(at: noun, for: place), !found.quantity.isTally
        {
          found.words = [place.anchor, noun, index]
          return found
        }
      }
      guard tree.words[index].partOfSpeech != .verb, tree.words[index].head != index else { break }
      index = tree.words[index].head
    }
    return nil
  }

  /// "The death toll rose to 48", "its magnitude was 7.5", "put the number of the injured at nine".
  private func predicated(_ place: Place) -> Found? {
    guard let verb = linkingVerb(above: place.anchor) else { return nil }
    let isPassive = tree.child(of: verb, ["auxpass"]) != nil
    var nouns = tree.children(of: verb, Relation.subjects)
    if !isPassive { nouns = tree.children(of: verb, Relation.objects) + nouns }
    if nouns.isEmpty, tree.words[verb].relation == Relation.conjunct {
      nouns = tree.children(of: tree.words[verb].head, Relation.subjects)
    }
    for noun in nouns where noun != place.anchor && !place.carriers.contains(noun) {
      if var found = nounQuantity(at: noun, for: place) {
        found.words += [verb]
        return found
      }
    }
    return nil
  }

  /// The verb that gives a thing this value.
  func linkingVerb(above anchor: Int) -> Int? {
    var index = anchor
    for _ in 0..<4 {
      let head = tree.words[index].head
      guard head != index else { return nil }
      let word = tree.words[head]
      if word.partOfSpeech == .verb || word.partOfSpeech == .auxiliary {
        return grammar.linking.contains(word.lemma) ? head : nil
      }
      let isBetween =
        grammar.prepositions.contains(word.lemma) || grammar.since.contains(word.lemma)
        || word.partOfSpeech == .adverb
      guard isBetween else { return nil }
      index = head
    }
    return nil
  }

  /// The quantity that a noun names, with the words before and behind that make one name with it.
  private func nounQuantity(at index: Int, for place: Place) -> Found? {
    for start in max(0, index - 2)...index {
      for end in (index...min(tree.words.count - 1, index + 2)).reversed() {
        let words = (start...end).map { tree.words[$0].lemma }.joined(separator: " ")
        if let entry = entry(words, as: .noun, for: place) {
          return Found(quantity: entry.quantity(term: words), words: [place.anchor, index])
        }
      }
    }
    guard grammar.counters.contains(tree.words[index].lemma) else { return nil }
    return countOf(index, for: place)
  }

  /// "The number of deaths", "the injury count", "the number of people killed", "the total of the missing".
  private func countOf(_ counter: Int, for place: Place) -> Found? {
    var counted = tree.children(of: counter, ["compound"])
    for preposition in tree.children(of: counter, Relation.prepositions)
    where ["of", "for"].contains(tree.words[preposition].lemma) {
      counted += tree.children(of: preposition, Relation.prepositionObjects)
    }
    let participles = (counted + [counter]).flatMap {
      tree.children(of: $0, ["acl", "amod", "relcl"])
    }
    for index in counted + participles {
      let word = tree.words[index]
      let entry =
        self.entry(word.lemma, as: .noun, for: place)
        ?? self.entry(word.text.lowercased(), as: .state, for: place)
        ?? (["VBN", "VBD"].contains(word.tag)
          ? self.entry(word.lemma, as: .patient, for: place) : nil)
      if let entry {
        return Found(quantity: entry.quantity(), words: [place.anchor, index, counter])
      }
    }
    return nil
  }

  // MARK: - Told by a verb or a state

  /// "48 people died", "killed 48 people", "12 are missing", "30 dead".
  private func counted(_ place: Place) -> Found? {
    var anchor = place.anchor
    if let found = stated(of: anchor, for: place) { return found }
    while tree.words[anchor].relation == Relation.conjunct, tree.words[anchor].head != anchor,
      tree.words[tree.words[anchor].head].partOfSpeech != .verb
    {
      anchor = tree.words[anchor].head
    }
    var verb = tree.words[anchor].head
    let relation = tree.words[anchor].relation
    if relation == "pobj", tree.words[verb].lemma == "for" { verb = tree.words[verb].head }
    let word = tree.words[verb]
    guard verb != anchor, word.partOfSpeech == .verb || word.partOfSpeech == .auxiliary else {
      return nil
    }
    let isPassive = tree.child(of: verb, ["auxpass"]) != nil
    let isReduced =
      word.tag == "VBN" && tree.child(of: verb, ["aux", "auxpass", "dobj"]) == nil
    let entry: QuantityTable.Entry?
    switch relation {
    case "nsubj", "nsubjpass":
      entry =
        verbEntry(verb, as: isPassive || isReduced ? .patient : .doer, for: place)
        ?? state(of: verb, for: place)
    case "dobj", "oprd", "npadvmod", "pobj":
      entry =
        (isPassive || relation == "pobj" ? nil : verbEntry(verb, as: .patient, for: place))
        ?? verbEntry(verb, as: .doer, for: place, isMeasured: true)
        ?? (isPassive ? nil : state(of: verb, for: place))
    default: entry = nil
    }
    return entry.map { found($0, place, words: [place.anchor, verb]) }
  }

  /// "30 dead", "12 missing people", "12 people killed".
  private func stated(of anchor: Int, for place: Place) -> Found? {
    if anchor == place.noun,
      let entry = entry(tree.words[anchor].text.lowercased(), as: .state, for: place)
    {
      return Found(quantity: entry.quantity(), words: [anchor, tree.words[anchor].head])
    }
    for child in tree.children(of: anchor, ["acl", "amod"]) {
      let word = tree.words[child]
      let isDone = word.relation == "acl" && word.tag == "VBN"
      let entry =
        entry(word.text.lowercased(), as: .state, for: place)
        ?? (isDone ? verbEntry(child, as: .patient, for: place) : nil)
      if let entry { return found(entry, place, words: [anchor, child]) }
    }
    return nil
  }

  /// The state that a verb says of its subject or object: "were confirmed dead", "were without power".
  private func state(of verb: Int, for place: Place) -> QuantityTable.Entry? {
    let own = tree.words[verb].text.lowercased()
    if let entry = entry(own, as: .state, for: place) { return entry }
    guard grammar.stating.contains(tree.words[verb].lemma) else { return nil }
    for child in tree.children(of: verb, ["acomp", "oprd", "attr", "xcomp", "prep", "ccomp"]) {
      let object = tree.child(of: child, Relation.prepositionObjects)
      let phrase = ([child] + (object.map { [$0] } ?? []))
        .map { tree.words[$0].text.lowercased() }.joined(separator: " ")
      if let entry = entry(phrase, as: .state, for: place) { return entry }
    }
    return nil
  }

  /// What a verb tells of those in a role, alone or with its object or particle: "lost power".
  private func verbEntry(
    _ verb: Int, as role: QuantityTable.Role, for place: Place, isMeasured: Bool = false
  ) -> QuantityTable.Entry? {
    let lemma = tree.words[verb].lemma
    let joint = tree.children(of: verb, ["dobj", "prt"]).filter { $0 != place.anchor }
      .map { "\(lemma) \(tree.words[$0].lemma)" }
    return ([lemma] + joint).lazy.compactMap { words in
      entry(words, as: role, for: place) { ($0.counts == nil) == isMeasured }
    }.first
  }

  private func found(_ entry: QuantityTable.Entry, _ place: Place, words: [Int]) -> Found {
    let noun = place.noun.map { tree.words[$0].lemma }
    return Found(quantity: entry.quantity(counted: noun), words: words)
  }

  private func entry(
    _ words: String, as role: QuantityTable.Role, for place: Place,
    where isFit: (QuantityTable.Entry) -> Bool = { _ in true }
  ) -> QuantityTable.Entry? {
    // A state or a participle is no name of those who are counted.
    let noun = place.noun.flatMap {
      tree.words[$0].partOfSpeech.isNominal ? tree.words[$0].lemma : nil
    }
    return table.entries(words, as: role, in: .english).first { entry in
      entry.kinds.contains(place.value.kind) && isFit(entry)
        && (role == .noun || table.canCount(noun, by: entry, in: .english))
    }
  }

  /// "Three of them", "two of the injured".
  private func isPartOfOthers(_ place: Place) -> Bool {
    guard
      let preposition = tree.children(of: place.top, Relation.prepositions).first(where: {
        tree.words[$0].lemma == "of"
      }), let object = tree.child(of: preposition, Relation.prepositionObjects)
    else { return false }
    let word = tree.words[object]
    let isOfState = ([object] + tree.children(of: object, ["amod"])).contains {
      !table.entries(tree.words[$0].text.lowercased(), as: .state, in: .english).isEmpty
    }
    return word.partOfSpeech == .pronoun || ["DT", "WDT", "WP"].contains(word.tag) || isOfState
      || !table.entries(word.lemma, as: .noun, in: .english).isEmpty
      || !tree.children(of: object, ["nummod"]).isEmpty
  }
}
