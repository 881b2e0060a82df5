import Language

/// Reads from an English clause how it stands to what happened: the modality that its auxiliaries and adverbs, its
/// predicate ("plans to", "is likely to", "called for") or the verb that reports it ("it is said that") give it.
///
/// Whether it affirms or denies is read by `Negation`.
struct Mood {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar
  /// Whether it is told who says the clause: then "were said to have met" is no hearsay.
  let isAttributed: Bool

  /// The modality of the clause: the first that one of its words gives it, from the predicate outwards.
  func modality(of clause: Clause) -> Claim.Modality {
    for predicate in [clause.predicate] + before(clause.predicate) {
      let own =
        marked(predicate, reporter: clause.reporter) ?? introduced(by: predicate)
        ?? wanted(by: predicate)
      if let own { return own }
    }
    return clause.reporter.flatMap(reported(by:)) ?? .fact
  }

  /// The predicates whose auxiliary or introducing word counts for the one that is joined to them: "will close branches
  /// and cut jobs", "are to meet in May and to sign the treaty".
  private func before(_ predicate: Int) -> [Int] {
    let head = tree.words[predicate].head
    let own = tree.children(of: predicate, Relation.auxiliaries)
    guard head != predicate, tree.words[predicate].relation == Relation.conjunct,
      tree.words[predicate].tag == "VB", tree.child(of: predicate, Relation.subjects) == nil,
      own.allSatisfy({ tree.words[$0].tag == "TO" })
    else { return [] }
    let isInfinitive = tree.words[head].relation == "xcomp"
    return [head] + (isInfinitive ? [tree.words[head].head] : [])
  }

  /// "will", "might", "reportedly".
  private func marked(_ predicate: Int, reporter: Int?) -> Claim.Modality? {
    for mark in tree.children(of: predicate, ["aux", "advmod"]) {
      let word = tree.words[mark].text.lowercased()
      guard let modality = grammar.modality[word] else { continue }
      guard word == Self.shifted else { return modality }
      // "She said that the gate would close": what was to come when she spoke.
      if reporter.map(isPast) ?? false { return .future }
      // "Would like to": politeness.
      return introduced(by: predicate) ?? modality
    }
    return nil
  }

  private static let shifted = "would"

  private func isPast(_ verb: Int) -> Bool { ["VBD", "VBN"].contains(tree.words[verb].tag) }

  /// "hopes to visit", "is likely to fall", "is said to have fled": the word before an infinitive or a clause.
  private func introduced(by predicate: Int) -> Claim.Modality? {
    let attributes = tree.children(of: predicate, ["acomp"])
    for word in [predicate] + attributes {
      guard let complement = complement(of: word) else { continue }
      let lemma = tree.words[word].lemma
      // "It was not clear whether": what follows is neither said nor denied.
      if tree.children(of: complement, ["mark"]).contains(where: isDoubt) { return .possibility }
      if isPassive(word), let modality = grammar.impersonal[lemma] {
        return modality == .hearsay && isAttributed ? nil : modality
      }
      if let modality = acts.act(ofPredicate: word, in: tree)?.modality { return modality }
      let isInfinitive = tree.child(of: complement, ["aux"]).map { tree.words[$0].tag == "TO" }
      let isOutstanding = tree.children(of: word, ["advmod"]).contains {
        grammar.failing.contains(tree.words[$0].lemma)
      }
      if isInfinitive ?? false, !isOutstanding, let modality = grammar.introducing[lemma] {
        return modality
      }
    }
    return nil
  }

  /// "demanded an apology", "called for an inquiry", "a bridge is planned": what is wanted is a noun.
  private func wanted(by predicate: Int) -> Claim.Modality? {
    guard let act = acts.act(ofPredicate: predicate, in: tree), let modality = act.modality,
      !act.reports
    else { return nil }
    let lemma = tree.words[predicate].lemma
    let isPhrasal = acts.act(ofVerb: lemma, in: .english)?.name != act.name
    let hasObject = isPassive(predicate) || tree.child(of: predicate, Relation.objects) != nil
    return isPhrasal || grammar.wanting.contains(lemma) && hasObject ? modality : nil
  }

  /// "It is said that", "police believe that".
  private func reported(by verb: Int) -> Claim.Modality? {
    guard isPassive(verb) else { return acts.act(ofPredicate: verb, in: tree)?.modality }
    return tree.child(of: verb, ["agent"]) == nil ? grammar.impersonal[tree.words[verb].lemma] : nil
  }

  private func isDoubt(_ mark: Int) -> Bool {
    grammar.doubting.contains(tree.words[mark].lemma.lowercased())
  }

  /// The infinitive or clause that a word introduces, with its subject or without.
  private func complement(of word: Int) -> Int? { tree.child(of: word, ["xcomp", "ccomp"]) }

  private func isPassive(_ verb: Int) -> Bool { tree.child(of: verb, ["auxpass"]) != nil }
}
