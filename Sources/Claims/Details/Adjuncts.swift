import Language

/// Tells which parts of an English claim can be taken out of it so that what remains is a sentence that says less, and
/// that is true where the claim is: when, on what occasion and why something was done, and what is put in between commas.
///
/// Whatever limits the rest stays, since without it the claim would say more: what makes a noun one of fewer ("ships with
/// permits"), conditions, what stands below a denial or a ban, what a superlative or a share is of.
struct Adjuncts {
  let tree: SyntaxTree
  let grammar: Grammar
  let acts: ActTable

  /// The words that a head heads in a claim, with the commas that go with them; nothing where they cannot be taken out.
  ///
  /// - Parameters:
  ///   - own: all words of the claim that hang from the head.
  ///   - claim: the words of the claim.
  func removable(_ head: Int, _ own: [Int], in claim: Set<Int>) -> [Int] {
    let inner = tree.withoutOuterPunctuation(own)
    guard isRemovable(head, inner), keepsPredicate(claim, without: inner),
      !claim.subtracting(inner).contains(where: limitsClause)
    else { return [] }
    return (commas(around: inner, of: head, in: claim) + inner).sorted()
  }

  private func isRemovable(_ head: Int, _ own: [Int]) -> Bool {
    let governor = tree.words[head].head
    guard isTogether(own), !own.contains(where: limitsPhrase), !isBelowLimit(governor),
      !cutsTime(own), !completes(own)
    else { return false }
    switch tree.words[head].relation {
    // A name tells who is meant, in whatever words others name them.
    case "appos":
      return isBetweenCommas(own) && !isItem(head) && tree.words[head].partOfSpeech != .properNoun
    case "relcl", "acl": return isBetweenCommas(own)
    case "advcl": return stands(in: governor) && isStatement(head, own)
    case "npadvmod":
      return stands(in: governor) && isTime(head) && keepsSense(governor, without: head)
    case "prep":
      guard tree.words[governor].isVerb else {
        return isBetweenCommas(own) && grammar.enumerating.contains(tree.words[head].lemma)
      }
      return stands(in: governor) && adjoins(head) && keepsSense(governor, without: head)
    default: return false
    }
  }

  // MARK: What is taken out

  /// Whether words stand together, but for marks.
  private func isTogether(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last else { return false }
    let members = Set(own)
    return (first...last).allSatisfy {
      members.contains($0) || tree.words[$0].partOfSpeech == .punctuation
    }
  }

  /// "As still [in captivity]", "like that [in samples]": the word before says nothing without it.
  private func completes(_ own: [Int]) -> Bool {
    guard let first = own.first, first > 0 else { return false }
    return ["RB", "IN", "DT"].contains(tree.words[first - 1].tag)
  }

  /// "At four [local time]", "today, [Saturday 14 March]": more of the same time stands right beside.
  private func cutsTime(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last, own.contains(where: isTime) else {
      return false
    }
    let isComma = { (index: Int) in
      self.tree.words.indices.contains(index) && self.tree.words[index].text == ","
    }
    let beside = [
      isComma(first - 1) ? first - 2 : first - 1, isComma(last + 1) ? last + 2 : last + 1,
    ]
    return beside.contains { index in
      tree.words.indices.contains(index) && tree.words[index].partOfSpeech != .punctuation
        && (isTime(index) || isAdverbial(index))
    }
  }

  /// Whether a word belongs to a noun that tells when or how by itself: "local time", "this morning".
  private func isAdverbial(_ word: Int) -> Bool {
    [word, tree.words[word].head].contains { tree.words[$0].relation == "npadvmod" }
  }

  private func isBetweenCommas(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last, first > 0 else { return false }
    let next = last + 1
    return tree.words[first - 1].text == ","
      && (next >= tree.words.count || tree.words[next].partOfSpeech == .punctuation)
  }

  /// "Ada, Ben, and Cora": an item of a list that the parser takes for an apposition.
  private func isItem(_ apposition: Int) -> Bool {
    let others = tree.children(of: apposition) + tree.children(of: tree.words[apposition].head)
    return others.contains { [Relation.conjunct, "cc"].contains(tree.words[$0].relation) }
  }

  /// A clause that says what was so besides: "after they had met", "adding that". A condition and "when", which may be one,
  /// limit the rest, and so does "after" before what is still to come.
  private func isStatement(_ head: Int, _ own: [Int]) -> Bool {
    let marks = tree.children(of: head, ["mark", "advmod"]).filter { mark in
      mark < head && ["IN", "WRB"].contains(tree.words[mark].tag)
    }
    guard marks.isEmpty else {
      return isPast(tree.words[head].head) && (isPast(head) || tree.words[head].tag == "VBG")
        && marks.allSatisfy { grammar.besides.contains(tree.words[$0].lemma) }
    }
    return ["VBG", "VBN"].contains(tree.words[head].tag) && isBetweenCommas(own)
      && !grammar.conditions.contains(tree.words[head].text.lowercased())
  }

  private func isPast(_ verb: Int) -> Bool {
    let auxiliaries = tree.children(of: verb, Relation.auxiliaries).map { tree.words[$0].tag }
    return !auxiliaries.contains("MD") && (auxiliaries + [tree.words[verb].tag]).contains("VBD")
  }

  private func isTime(_ word: Int) -> Bool {
    tree.words[word].entityType.map(EntityLabel.times.contains) ?? false
  }

  /// Whether a preposition opens an occasion, a date or time, somebody's wish, or the place of a meeting.
  private func adjoins(_ preposition: Int) -> Bool {
    let lemma = tree.words[preposition].lemma
    let objects = tree.children(of: preposition, Relation.prepositionObjects)
    if grammar.occasions.contains(lemma) { return true }
    if !objects.isEmpty, grammar.times.contains(lemma), objects.allSatisfy(isTime) { return true }
    if objects.contains(where: { grammar.initiative.contains(tree.words[$0].lemma) }) {
      return true
    }
    return grammar.places.contains(lemma) && isMeeting(tree.words[preposition].head)
  }

  private func isMeeting(_ verb: Int) -> Bool {
    acts.act(ofPredicate: verb, in: tree)?.group == "encounter"
  }

  // MARK: What remains

  /// "The talks, which Norland will host": what tells of the talks is all that the claim says.
  private func keepsPredicate(_ claim: Set<Int>, without own: [Int]) -> Bool {
    let isFinite = { (word: Int) in self.tree.words[word].isFinite }
    return claim.subtracting(own).contains(where: isFinite) || !claim.contains(where: isFinite)
  }

  /// The commas that only stand for words: both of two around them, but for the one that closes what stands before
  /// ("Ada, the mayor, [who was ill,] spoke"), and the one that parts them from the rest of the claim.
  private func commas(around own: [Int], of head: Int, in claim: Set<Int>) -> [Int] {
    guard let first = own.first, let last = own.last else { return [] }
    let before = first > 0 && claim.contains(first - 1) && tree.words[first - 1].text == ","
    let after = claim.contains(last + 1) && tree.words[last + 1].text == ","
    if before, after, closesInsertion(first - 1) { return [first - 1] }
    let closes = before && !after && claim.contains { $0 > last } && closesInsertion(first - 1)
    return (before && !closes ? [first - 1] : []) + (after ? [last + 1] : [])
  }

  private func closesInsertion(_ comma: Int) -> Bool {
    var word = comma - 1
    for _ in tree.words.indices where word > 0 {
      if Self.inserted.contains(tree.words[word].relation), tree.isSetOff(word) { return true }
      guard tree.words[word].head != word else { return false }
      word = tree.words[word].head
    }
    return false
  }

  /// Whether a verb says something by itself or with what remains: with an object or complement, in the passive, or with
  /// another phrase.
  private func keepsSense(_ verb: Int, without phrase: Int) -> Bool {
    let children = tree.children(of: verb)
    if children.contains(where: { Self.complements.contains(tree.words[$0].relation) }) {
      return true
    }
    guard tree.words[verb].lemma != "be" else { return false }
    return children.contains { child in
      child != phrase && child > verb && ["prep", "agent"].contains(tree.words[child].relation)
        && !adjoins(child)
    }
  }

  /// Whether a verb is one that the claim states, and none of a clause that tells which of several is meant.
  private func stands(in verb: Int) -> Bool {
    var word = verb
    for _ in tree.words.indices {
      guard tree.words[word].head != word else { return true }
      guard Self.stating.contains(tree.words[word].relation) else { return false }
      word = tree.words[word].head
    }
    return false
  }

  // MARK: Limits

  /// "Only in Geneva", "not before Monday", "except on Sundays".
  private func limitsPhrase(_ word: Int) -> Bool {
    let lemma = tree.words[word].lemma.lowercased()
    return grammar.limitsOfPhrase.contains(lemma) || grammar.negations.contains(lemma)
      || tree.words[word].relation == "neg"
  }

  /// "The largest march since 1990", "40 per cent of the vote", "few ships".
  private func limitsClause(_ word: Int) -> Bool {
    let (word, lemma) = (tree.words[word], tree.words[word].lemma.lowercased())
    return grammar.limitsOfClause.contains(lemma) || ["JJS", "RBS"].contains(word.tag)
      || grammar.superlatives.contains(lemma) || word.entityType == "PERCENT"
  }

  /// Of what did not happen in May, or what somebody refused or forbade to do in May, nobody says that it did not happen at
  /// all, or that it was refused or forbidden.
  private func isBelowLimit(_ start: Int) -> Bool {
    var word = start
    for _ in tree.words.indices {
      let lemma = tree.words[word].lemma
      let act = acts.act(ofPredicate: word, in: tree)?.group
      let isDenied = tree.children(of: word).contains { child in
        tree.words[child].relation == "neg"
          || grammar.negations.contains(tree.words[child].lemma.lowercased())
          || grammar.failing.contains(tree.words[child].lemma)
      }
      if isDenied || grammar.failing.contains(lemma) || grammar.limitingVerbs.contains(lemma)
        || act.map(Self.denying.contains) ?? false
      {
        return true
      }
      guard tree.words[word].head != word else { return false }
      word = tree.words[word].head
    }
    return false
  }

  private static let denying: Set = ["denial", "refusal", "cancellation"]
  private static let inserted: Set = ["appos", "relcl", "acl", "advcl"]
  private static let complements: Set = [
    "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "auxpass", "dative",
  ]
  private static let stating: Set = ["ROOT", Relation.conjunct, "ccomp", "xcomp", "parataxis"]
}
