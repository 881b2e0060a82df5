import Language

/// Spreads out the lists in a phrase: "reports by Ada and Ben on A or B" gives four sets of words, one for each
/// choice of items.
///
/// What only adds to a noun (appositions, brackets, relative clauses set off by a comma) is left out; the phrase
/// says the same without it.
struct PhraseSpreader {
  let tree: SyntaxTree
  let grammar: Grammar
  let names: NameSpans

  /// Deeper than this, phrases are taken whole: no reader follows further, and neither should the stack.
  private static let depthLimit = 32
  /// More combinations than this say nothing more to a reader; a list beyond stays together.
  private static let combinationLimit = 48

  // MARK: Noun phrases

  /// A noun phrase, once for each item where it is a list, an item that has no article of its own with that of
  /// the list's owner: "the town's mayor", "the town's council".
  func phrases(of noun: Int, depth: Int = 0) -> [Set<Int>] {
    guard depth < Self.depthLimit else { return [Set(tree.subtree(of: noun))] }
    // "between A and B" is said of both together.
    if isObjectOfTogether(noun) { return [Set(tree.subtree(of: noun))] }
    let owner = tree.children(of: noun, ["poss"]).filter { $0 < noun }
    var found: [Set<Int>] = []
    for item in items(of: noun) {
      let isShared = item != noun && tree.child(of: item, ["det", "poss", "nummod"]) == nil
      let shared = isShared ? Set(owner.flatMap { tree.subtree(of: $0) }) : []
      found += phrasesOfItem(item, depth: depth).map { $0.union(shared) }
    }
    for preposition in examplePrepositions(of: noun) {
      for example in tree.children(of: preposition, ["pobj"]) {
        found += phrases(of: example, depth: depth + 1)
      }
    }
    return found
  }

  /// The nouns of a list, in order: those coordinated, and those that the parser takes for appositions in a
  /// list ("Ada, Ben and Cora").
  func items(of noun: Int) -> [Int] {
    var found = [noun]
    var open = [noun]
    while let next = open.popLast() {
      let others = tree.children(of: next).filter { child in
        !isOneWithItsHead(child) && !names.areOneName(next, child)
          && (tree.words[child].relation == Relation.conjunct || isListItem(child, of: next))
      }
      found += others
      open += others
    }
    return found.sorted()
  }

  private func phrasesOfItem(_ noun: Int, depth: Int) -> [Set<Int>] {
    if let name = closeName(of: noun) { return phrasesOfItem(name, depth: depth + 1) }
    var core: Set = [noun]
    var lists: [[Set<Int>]] = []
    let examples = examplePrepositions(of: noun)
    for child in tree.children(of: noun) where !tree.isBracketed(child) || tree.isBracketed(noun) {
      let relation = tree.words[child].relation
      if isOneWithItsHead(child) {
        core.formUnion(child > noun ? Array(noun...child) : [])
        lists.append(phrasesOfItem(child, depth: depth + 1))
        continue
      }
      switch relation {
      case Relation.conjunct where names.areOneName(noun, child):
        core.formUnion(tree.children(of: noun, ["cc"]).filter { $0 < child })
        lists.append(phrasesOfItem(child, depth: depth + 1))
      case Relation.conjunct, "cc", "preconj", "appos":
        continue
      case "punct":
        if Self.wordMarks.contains(tree.words[child].text) { core.insert(child) }
      case "relcl", "acl":
        guard !saysMore(child, of: noun) else { continue }
        lists.append(verbPhrases(of: child, depth: depth + 1))
      case "prep", "agent":
        guard !examples.contains(child) else { continue }
        lists.append(prepositionalPhrases(of: child, depth: depth + 1))
      case "amod", "compound", "nmod", "nummod":
        if isTitle(child, of: noun) { continue }
        lists.append(modifiers(child, depth: depth))
      case "poss":
        lists.append(phrases(of: child, depth: depth + 1))
      default:
        lists.append([Set(tree.subtree(of: child))])
      }
    }
    return combined(lists).map { $0.union(core) }
  }

  /// The adjectives or nouns before a noun: of "social and political ties", each by itself.
  private func modifiers(_ word: Int, depth: Int) -> [Set<Int>] {
    let items = items(of: word)
    guard items.count > 1 else { return [Set(tree.subtree(of: word))] }
    return items.flatMap { phrasesOfItem($0, depth: depth + 1) }
  }

  // MARK: Prepositions and verbs

  /// A preposition with its object, once for each item where that is a list.
  func prepositionalPhrases(of preposition: Int, depth: Int = 0) -> [Set<Int>] {
    guard depth < Self.depthLimit else { return [Set(tree.subtree(of: preposition))] }
    var core: Set = [preposition]
    var objects: [Set<Int>] = []
    var inner: [[Set<Int>]] = []
    var others: [Set<Int>] = []
    for child in tree.children(of: preposition) {
      switch tree.words[child].relation {
      case "pobj": objects += phrases(of: child, depth: depth + 1)
      case "pcomp": objects += verbPhrases(of: child, depth: depth + 1)
      case "prep": inner.append(prepositionalPhrases(of: child, depth: depth + 1))
      case Relation.conjunct where tree.words[child].partOfSpeech == .adposition:
        others += prepositionalPhrases(of: child, depth: depth + 1)
      case Relation.conjunct, "cc", "punct": continue
      default: core.formUnion(tree.subtree(of: child))
      }
    }
    let lists = objects.isEmpty ? inner : [objects] + inner
    return combined(lists).map { $0.union(core) } + others
  }

  /// A verb inside of another proposition ("to hold talks", "before leaving") with all that belongs to it.
  func verbPhrases(of verb: Int, depth: Int = 0) -> [Set<Int>] {
    guard depth < Self.depthLimit else { return [Set(tree.subtree(of: verb))] }
    var lists: [[Set<Int>]] = []
    var others: [Set<Int>] = []
    for child in tree.children(of: verb) {
      switch tree.words[child].relation {
      case "cc", "punct", "advcl": continue
      case Relation.conjunct: others += verbPhrases(of: child, depth: depth + 1)
      case "prep", "agent": lists.append(prepositionalPhrases(of: child, depth: depth + 1))
      case "xcomp", "pcomp": lists.append(verbPhrases(of: child, depth: depth + 1))
      case "dobj", "attr", "oprd", "dative":
        lists.append(complementPhrases(of: child, depth: depth + 1))
      default: lists.append([Set(tree.subtree(of: child))])
      }
    }
    return combined(lists).map { $0.union([verb]) } + others
  }

  /// What a verb says of its subject or does something to.
  func complementPhrases(of word: Int, depth: Int = 0) -> [Set<Int>] {
    switch tree.words[word].partOfSpeech {
    case .noun, .properNoun, .pronoun, .numeral, .adjective: phrases(of: word, depth: depth)
    default: [Set(tree.subtree(of: word))]
    }
  }

  /// Every choice of one set from each list, joined; a list that would make too many stays together.
  func combined(_ lists: [[Set<Int>]]) -> [Set<Int>] {
    lists.reduce([[]]) { found, list in
      guard list.count > 1, found.count > 1, found.count * list.count > Self.combinationLimit else {
        return found.flatMap { words in list.map { words.union($0) } }
      }
      let whole = list.reduce(into: Set<Int>()) { $0.formUnion($1) }
      return found.map { $0.union(whole) }
    }
  }

  // MARK: What belongs to a noun

  /// Marks that stand inside of a word or a title.
  private static let wordMarks: Set = ["-", "–", "/", "\"", "“", "”", "'", "’"]

  /// The proper name that a common noun only introduces: "the film Tide".
  func closeName(of noun: Int) -> Int? {
    guard tree.words[noun].partOfSpeech == .noun else { return nil }
    return tree.children(of: noun, ["appos"]).first { name in
      guard tree.words[name].partOfSpeech == .properNoun else { return false }
      let first = tree.first(of: name)
      let isQuoted = first == noun + 2 && Self.wordMarks.contains(tree.words[first - 1].text)
      return isQuoted || first == noun + 1 && !Self.openings.contains(tree.words[first].text)
    }
  }

  private static let openings: Set = ["(", ",", "-", "–", "—", ":"]

  /// Whether a noun before a name tells what the name's bearer is: "farmer Ada Brook".
  func isTitle(_ word: Int, of name: Int) -> Bool {
    ["compound", "nmod"].contains(tree.words[word].relation)
      && tree.words[word].partOfSpeech == .noun && tree.words[name].partOfSpeech == .properNoun
      && word < name && !names.areOneName(word, name)
  }

  /// Whether a relative or participial clause says more of its noun and does not tell which one is meant.
  func saysMore(_ clause: Int, of noun: Int) -> Bool {
    let word = tree.words[clause]
    let isInfinitive =
      word.tag == "VB" && tree.children(of: clause).contains { tree.words[$0].tag == "TO" }
    if word.relation == "relcl", isInfinitive { return false }
    if word.relation == "acl", !["VBN", "VBG"].contains(word.tag) { return false }
    return tree.isSetOff(clause) || tree.words[noun].partOfSpeech == .properNoun
      || tree.words[noun].relation == "attr"
  }

  /// Whether an apposition is an item of a list: others follow it, or it stands behind one.
  func isListItem(_ word: Int, of noun: Int) -> Bool {
    let first = tree.first(of: word)
    guard tree.words[word].relation == "appos", word > noun,
      tree.words[word].partOfSpeech == tree.words[noun].partOfSpeech, first > 0,
      tree.words[first - 1].text != "("
    else { return false }
    if tree.words[noun].partOfSpeech == .properNoun,
      tree.words[noun].relation == Relation.conjunct, tree.words[first - 1].text == ","
    {
      return true
    }
    return tree.child(of: word, [Relation.conjunct]) != nil
      || tree.children(of: word, ["appos"]).contains { item in
        tree.child(of: item, [Relation.conjunct]) != nil
          && tree.words[item].partOfSpeech == tree.words[word].partOfSpeech
      }
  }

  /// Whether a word only completes the name or the date before it: "Turin, Italy", "June 27, 2013".
  func isOneWithItsHead(_ word: Int) -> Bool {
    let head = tree.words[word].head
    guard ["appos", Relation.conjunct, "npadvmod"].contains(tree.words[word].relation),
      word > head, word - head < 4, let type = tree.words[word].entityType,
      type == tree.words[head].entityType
    else { return false }
    if type == "DATE" { return tree.words[word].partOfSpeech == .numeral }
    return type == "GPE" && tree.child(of: head, ["cc"]) == nil
      && tree.child(of: word, [Relation.conjunct, "cc"]) == nil
  }

  /// "Including" and "such as" with what they hang from.
  func examplePrepositions(of head: Int) -> [Int] {
    tree.children(of: head, ["prep"]).filter { preposition in
      grammar.exemplifying.contains(tree.words[preposition].text.lowercased())
        || tree.children(of: preposition).contains { modifier in
          grammar.exemplifying.contains(
            "\(tree.words[modifier].text) \(tree.words[preposition].text)".lowercased())
        }
        // "Such towns as Turin".
        || tree.children(of: head).contains { modifier in
          modifier < head
            && grammar.exemplifying.contains(
              "\(tree.words[modifier].text) \(tree.words[preposition].text)".lowercased())
        }
    }
  }

  private func isObjectOfTogether(_ noun: Int) -> Bool {
    tree.words[noun].relation == "pobj"
      && grammar.together.contains(tree.words[tree.words[noun].head].lemma)
  }
}
