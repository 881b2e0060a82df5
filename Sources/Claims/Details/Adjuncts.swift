import Language

/// Tells which parts of an English claim can be taken out of it so that what remains is a sentence that says less, and
/// that is true where the claim is: where, when, how long and why something was done, and what is put in between commas.
///
/// What makes a noun one of fewer ("ships with permits") stays, since without it the claim would say more; and so do
/// conditions, and whatever stands below a denial.
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
      !claim.contains(where: { grammar.restricting.contains(tree.words[$0].lemma.lowercased()) })
    else { return [] }
    return (commas(around: inner, of: head, in: claim) + inner).sorted()
  }

  private func isRemovable(_ head: Int, _ own: [Int]) -> Bool {
    let governor = tree.words[head].head
    guard isTogether(own), !own.contains(where: isLimited), !isBelowDenial(governor),
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
      guard tree.words[governor].partOfSpeech.isVerbal else {
        return isBetweenCommas(own)
          && grammar.exemplifying.union(grammar.enumerating)
            .contains(tree.words[head].lemma)
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
    let before = tree.words[first - 1]
    return ["RB", "IN", "DT"].contains(before.tag)
  }

  /// "At four [local time]", "today, [Saturday 14 March]": more of the same time stands right beside.
  private func cutsTime(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last, own.contains(where: isTime) else {
      return false
    }
    let beside = [first - 1, first - 2, last + 1, last + 2].filter { index in
      tree.words.indices.contains(index) && tree.words[index].partOfSpeech != .punctuation
        && (index == first - 1 || index == last + 1
          || tree.words[index < first ? first - 1 : last + 1].text == ",")
    }
    return beside.contains { isTime($0) || isAdverbial($0) }
  }

  /// Whether a word belongs to a noun that tells when or how by itself: "local time", "this morning".
  private func isAdverbial(_ word: Int) -> Bool {
    tree.words[word].relation == "npadvmod"
      || tree.words[tree.words[word].head].relation == "npadvmod"
  }

  private func isBetweenCommas(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last, first > 0 else { return false }
    let next = last + 1
    return tree.words[first - 1].text == ","
      && (next >= tree.words.count || tree.words[next].partOfSpeech == .punctuation)
  }

  /// "Only in Geneva", "not before Monday", "except on Sundays": without it the claim would say more.
  private func isLimited(_ word: Int) -> Bool {
    grammar.limiting.contains(tree.words[word].lemma.lowercased())
      || grammar.negations.contains(tree.words[word].lemma.lowercased())
      || tree.words[word].relation == "neg"
  }

  /// "Ada, Ben, and Cora": an item of a list that the parser takes for an apposition.
  private func isItem(_ apposition: Int) -> Bool {
    let others = tree.children(of: apposition) + tree.children(of: tree.words[apposition].head)
    return others.contains { [Relation.conjunct, "cc"].contains(tree.words[$0].relation) }
  }

  /// A clause that says what was so besides: "after they had met", "adding that". A condition and "when", which may be one,
  /// limit the rest.
  private func isStatement(_ head: Int, _ own: [Int]) -> Bool {
    let marks = tree.children(of: head, ["mark", "advmod"]).filter { mark in
      mark < head && ["IN", "WRB"].contains(tree.words[mark].tag)
    }
    guard marks.isEmpty else {
      return marks.allSatisfy { grammar.adding.contains(tree.words[$0].lemma) }
    }
    return ["VBG", "VBN"].contains(tree.words[head].tag) && isBetweenCommas(own)
  }

  private func isTime(_ word: Int) -> Bool {
    tree.words[word].entityType.map(Self.times.contains) ?? false
  }

  /// Whether a preposition opens a place, time or occasion, and no argument of the verb: "at noon", "during the talks".
  private func adjoins(_ preposition: Int) -> Bool {
    let objects = tree.children(of: preposition, Relation.prepositionObjects)
    // "Put the number at 18,000": an amount is what the verb tells.
    let tellsAmount = objects.contains { object in
      !isTime(object)
        && (tree.words[object].partOfSpeech == .numeral
          || tree.words[object].entityType.map(EntityLabel.values.contains) ?? false)
    }
    return grammar.adjoining.contains(tree.words[preposition].lemma) && !tellsAmount
      || grammar.adjoiningTimes.contains(tree.words[preposition].lemma)
        && objects.allSatisfy(isTime) && !objects.isEmpty
  }

  // MARK: What remains

  /// "The talks, which Norland will host": what tells of the talks is all that the claim says.
  private func keepsPredicate(_ claim: Set<Int>, without own: [Int]) -> Bool {
    let isFinite = { (word: Int) in
      ["MD", "VBD", "VBP", "VBZ"].contains(self.tree.words[word].tag)
    }
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

  private static let inserted: Set = ["appos", "relcl", "acl", "advcl"]

  /// Whether a verb says something by itself or with what remains: with an object or complement, in the passive, or with
  /// another phrase before this one.
  private func keepsSense(_ verb: Int, without phrase: Int) -> Bool {
    let children = tree.children(of: verb)
    let hasComplement = children.contains { child in
      Self.complements.contains(tree.words[child].relation)
    }
    if hasComplement { return true }
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

  /// Of what did not happen in Geneva, or what somebody refused to do in Geneva, nobody says that it did not happen, or
  /// that it was refused.
  private func isBelowDenial(_ start: Int) -> Bool {
    var word = start
    for _ in tree.words.indices {
      let isDenied = tree.children(of: word).contains { child in
        tree.words[child].relation == "neg"
          || grammar.negations.contains(tree.words[child].lemma.lowercased())
          || grammar.failing.contains(tree.words[child].lemma)
      }
      let act = acts.act(ofPredicate: word, in: tree)?.group
      if isDenied || grammar.failing.contains(tree.words[word].lemma)
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
  private static let times: Set = ["DATE", "TIME"]
  private static let complements: Set = [
    "dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "auxpass", "dative",
  ]
  private static let stating: Set = ["ROOT", "conj", "ccomp", "xcomp", "parataxis"]
}

extension PartOfSpeech {
  fileprivate var isVerbal: Bool { self == .verb || self == .auxiliary }
}
