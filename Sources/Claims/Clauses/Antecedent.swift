import Language

/// Finds the noun of which a relative clause behind a comma tells: the parser takes the one right before it, which may not
/// fit, "sons of Norway, who were freed".
struct Antecedent {
  let tree: SyntaxTree
  let grammar: Grammar

  /// How far up the tree a noun is looked for.
  private static let height = 4
  /// The sorts of names for what is no "who".
  private static let impersonal: Set = [
    "GPE", "LOC", "FAC", "ORG", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "DATE", "MONEY",
  ]

  /// The noun that a clause tells of: the nearest that fits it, or else the one that the parser gives.
  func noun(of clause: Int) -> Int {
    let nearest = tree.words[clause].head
    var noun = nearest
    for _ in 0..<Self.height {
      if fits(noun, clause) { return named(by: noun, from: nearest) }
      guard let above = nounAbove(noun, clause) else { break }
      noun = above
    }
    return nearest
  }

  /// "Ada Brook, a clerk of the city, who was ill": the name, and not what stands beside it.
  private func named(by noun: Int, from nearest: Int) -> Int {
    guard noun != nearest, tree.words[noun].relation == "appos" else { return noun }
    return tree.words[noun].head
  }

  private func fits(_ noun: Int, _ clause: Int) -> Bool {
    !isCondition(noun)
      && !(isOfPeople(clause) && Self.impersonal.contains(tree.words[noun].entityType ?? ""))
      && !(isOfThings(clause) && isPerson(noun)) && !isMakerOfNew(noun)
      && agrees(noun, with: clause)
  }

  private func isOfPeople(_ clause: Int) -> Bool {
    tree.children(of: clause, Relation.subjects).contains { tree.words[$0].lemma == "who" }
  }

  private func isOfThings(_ clause: Int) -> Bool {
    tree.children(of: clause, Relation.subjects.union(Relation.objects))
      .contains { tree.words[$0].lemma == "which" }
  }

  /// Whether a noun is somebody's name, or stands beside it: "her counterpart, Ada Brook".
  private func isPerson(_ noun: Int) -> Bool {
    let beside = tree.children(of: noun, ["appos"])
    return ([noun] + beside).contains { tree.words[$0].entityType == "PERSON" }
  }

  /// "A car owned by the bank, which": the car is what is told of anew, and the bank only tells which car.
  private func isMakerOfNew(_ noun: Int) -> Bool { describedAnew(by: noun) != nil }

  /// The noun with "a" that a participle with a noun in it describes.
  private func describedAnew(by noun: Int) -> Int? {
    let preposition = tree.words[noun].head
    let participle =
      tree.words[noun].relation == "pobj" ? tree.words[preposition].head : preposition
    let described = tree.words[participle].head
    guard ["pobj", "dobj"].contains(tree.words[noun].relation),
      tree.words[participle].relation == "acl", described < participle,
      tree.children(of: described, ["det"]).contains(where: {
        ["a", "an"].contains(tree.words[$0].lemma)
      })
    else { return nil }
    return described
  }

  /// "A grant, subject to the approval of parliament, which": what something depends on is named in passing.
  private func isCondition(_ noun: Int) -> Bool { conditionAbove(noun) != nil }

  private func conditionAbove(_ noun: Int) -> Int? {
    var index = noun
    for _ in 0..<Self.height where tree.words[index].head != index {
      index = tree.words[index].head
      if grammar.reservations.contains(tree.words[index].lemma),
        tree.words[index].partOfSpeech != .noun, tree.isSetOff(index)
      {
        return index
      }
    }
    return nil
  }

  /// Whether a noun and the verb of a clause that it is the subject of have one number, as far as both tell.
  private func agrees(_ noun: Int, with clause: Int) -> Bool {
    let isSubject = tree.children(of: clause, Relation.subjects).contains {
      ["WP", "WDT"].contains(tree.words[$0].tag)
    }
    let isOneOfSeveral =
      tree.words[noun].relation == Relation.conjunct
      || tree.child(of: noun, [Relation.conjunct]) != nil
    guard isSubject, !isOneOfSeveral, let isPlural = isPlural(verbOf: clause) else { return true }
    // Of one noun several may be meant: "the crew, who were".
    return isPlural || tree.words[noun].tag != "NNS"
  }

  /// Whether the finite verb of a clause is of several; nothing where it does not tell.
  private func isPlural(verbOf clause: Int) -> Bool? {
    let verbs = tree.children(of: clause, Relation.auxiliaries) + [clause]
    guard let finite = verbs.first(where: { ["VBZ", "VBP", "VBD"].contains(tree.words[$0].tag) })
    else { return nil }
    switch (tree.words[finite].tag, tree.words[finite].text.lowercased()) {
    case ("VBZ", _), (_, "was"): return false
    case ("VBP", _), (_, "were"): return true
    default: return nil
    }
  }

  /// The noun that a noun hangs from by a preposition, or that stands before what it is a condition of.
  private func nounAbove(_ noun: Int, _ clause: Int) -> Int? {
    if let condition = conditionAbove(noun) { return nounBefore(condition) }
    if let described = describedAnew(by: noun) { return described }
    if tree.words[noun].relation == "appos" { return tree.words[noun].head }
    let preposition = tree.words[noun].head
    guard tree.words[noun].relation == "pobj", tree.words[preposition].relation == "prep",
      tree.words[tree.words[preposition].head].partOfSpeech.isNominal,
      !isOfPeople(clause) || grammar.belonging.contains(tree.words[preposition].lemma)
    else { return nil }
    return tree.words[preposition].head
  }

  /// The noun before the comma that sets a condition off.
  private func nounBefore(_ condition: Int) -> Int? {
    let first = tree.first(of: condition)
    let before = tree.words[first].text == "," ? first - 1 : first - 2
    guard before >= 0 else { return nil }
    let noun =
      tree.words[before].partOfSpeech == .numeral ? tree.words[before].head : before
    let word = tree.words[noun]
    return word.partOfSpeech.isNominal && !["DATE", "TIME"].contains(word.entityType ?? "")
      ? noun : nil
  }
}
