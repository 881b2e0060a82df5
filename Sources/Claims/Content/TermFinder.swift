import Language
import Source

/// Finds the noun phrases of a clause: the things that a claim names, with the words that describe them.
struct TermFinder {
  let tree: SyntaxTree
  let text: SourceText
  let grammar: Grammar

  /// The terms among some words of the sentence, in their order; light nouns ("the importance") are none.
  func terms(in words: [Int]) -> [Term] {
    let own = Set(words)
    var found: [Term] = []
    for index in words where isHead(index) {
      let entity = entityWords(around: index).filter(own.contains)
      guard let term = term(head: index, entity: entity, own: own) else { continue }
      // Of two phrases one of which holds the other, the larger is the name that is meant.
      if found.last.map({ $0.range.overlaps(term.range) }) ?? false {
        guard let last = found.last, last.range.count < term.range.count else { continue }
        found.removeLast()
      }
      found.append(term)
    }
    return found
  }

  private func term(head: Int, entity: [Int], own: Set<Int>) -> Term? {
    let word = tree.words[head]
    let headWords = entity.count > 1 ? entity : nameWords(of: head, own: own)
    let describing = describingWords(of: head, own: own).filter { !headWords.contains($0) }
    let isName = word.partOfSpeech == .properNoun || word.entityType != nil
    guard !grammar.light.contains(word.lemma) || !describing.isEmpty && !isOnlyLight(describing)
    else { return nil }
    guard let first = (describing + headWords).min(), let last = headWords.max() else { return nil }
    let range = tree.words[first].range.lowerBound..<tree.words[last].range.upperBound
    guard let headFirst = headWords.min() else { return nil }
    let headRange = tree.words[headFirst].range.lowerBound..<tree.words[last].range.upperBound
    return Term(
      range: range, text: text[range], head: text[headRange],
      headLemmas: headWords.filter { tree.words[$0].isContent }.map(lemma),
      modifiers: describing.map(lemma),
      qualities: describing.filter(isQuality).map(lemma),
      context: context(of: head, term: range), isName: isName,
      entityType: word.entityType, isLight: grammar.light.contains(word.lemma),
      preposition: preposition(before: head))
  }

  private func lemma(_ index: Int) -> String { grammar.spelled(tree.words[index].lemma) }

  /// An adjective or participle that is no part of a name and no nationality.
  private func isQuality(_ index: Int) -> Bool {
    let word = tree.words[index]
    return (word.partOfSpeech == .adjective || word.partOfSpeech == .verb)
      && word.entityType != "NORP"
  }

  private func context(of head: Int, term: Range<Int>) -> Range<Int> {
    let preposition = tree.words[head].head
    guard Relation.prepositionObjects.contains(tree.words[head].relation),
      tree.words[preposition].partOfSpeech == .adposition
    else { return term }
    let noun = tree.words[preposition].head
    guard tree.words[noun].partOfSpeech.isNominal else { return term }
    let first = (tree.first(of: noun)...max(noun, tree.first(of: noun))).first {
      ![PartOfSpeech.determiner, .pronoun, .punctuation].contains(tree.words[$0].partOfSpeech)
    }
    guard let first, first <= head, head - first < 14 else { return term }
    return min(tree.words[first].range.lowerBound, term.lowerBound)..<term.upperBound
  }

  /// The preposition that a noun is the object of, through its coordination: "in Leeds and York".
  private func preposition(before noun: Int) -> String? {
    var index = noun
    while tree.words[index].relation == Relation.conjunct, tree.words[index].head != index {
      index = tree.words[index].head
    }
    guard Relation.prepositionObjects.contains(tree.words[index].relation) else { return nil }
    return tree.words[tree.words[index].head].lemma
  }

  private func isOnlyLight(_ words: [Int]) -> Bool {
    words.allSatisfy { grammar.light.contains(tree.words[$0].lemma) }
  }

  /// A noun that stands in no other noun's compound.
  private func isHead(_ index: Int) -> Bool {
    let word = tree.words[index]
    return word.partOfSpeech.isNominal && !["compound", "nmod", "amod"].contains(word.relation)
  }

  /// The words of the name that a word belongs to, without its article.
  private func entityWords(around index: Int) -> [Int] {
    guard let type = tree.words[index].entityType, !EntityLabel.values.contains(type) else {
      return []
    }
    var first = index
    while first > 0, !tree.words[first].beginsEntity, tree.words[first - 1].entityType == type {
      first -= 1
    }
    var last = index
    while last + 1 < tree.words.count, tree.words[last + 1].entityType == type,
      !tree.words[last + 1].beginsEntity
    { last += 1 }
    while first < last, tree.words[first].partOfSpeech == .determiner { first += 1 }
    return Array(first...last)
  }

  /// The head with what makes one word of it: parts joined by hyphens, and names before a name.
  private func nameWords(of head: Int, own: Set<Int>) -> [Int] {
    var first = head
    while first > 0, own.contains(first - 1), joins(first - 1, to: head) { first -= 1 }
    while first < head, tree.words[first].partOfSpeech == .punctuation { first += 1 }
    return Array(first...head)
  }

  private func joins(_ index: Int, to head: Int) -> Bool {
    let word = tree.words[index]
    guard tree.hangs(index, from: head) else { return false }
    let isHyphen = word.tag == "HYPH"
    let isBeforeHyphen = index + 1 < tree.words.count && tree.words[index + 1].tag == "HYPH"
    let isNameOfName =
      word.partOfSpeech == .properNoun && tree.words[head].partOfSpeech == .properNoun
      && word.relation == "compound"
    return isHyphen || isBeforeHyphen || isNameOfName
  }

  /// The adjectives, participles and nouns that describe a head and stand before it.
  private func describingWords(of head: Int, own: Set<Int>) -> [Int] {
    let describing: Set = ["amod", "compound", "nmod"]
    var found: [Int] = []
    var open = tree.children(of: head, describing)
    while let index = open.popLast() {
      guard index < head, own.contains(index) else { continue }
      if tree.words[index].isContent { found.append(index) }
      open += tree.children(of: index, describing.union([Relation.conjunct, "advmod"]))
    }
    return found.sorted()
  }
}
