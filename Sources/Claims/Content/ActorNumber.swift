import Language

/// Tells whether those who act in a clause do so together or one does alone.
struct ActorNumber {
  let tree: SyntaxTree
  let grammar: Grammar

  /// Whether a clause is of several who act together; nothing where there is no subject that can act, as in the passive.
  func isJoint(_ clause: Clause) -> Bool? {
    let subject = clause.subject
    let own = Set(subject)
    let isPassive = tree.child(of: clause.predicate, ["nsubjpass", "auxpass"]) != nil
    // "Are said to have met": they act in what is said.
    guard !isPassive || grammar.impersonal[tree.words[clause.predicate].lemma] != nil else {
      return nil
    }
    guard let head = subject.first(where: { !own.contains(tree.words[$0].head) || isRoot($0) })
    else { return nil }
    let word = tree.words[head]
    if word.partOfSpeech == .pronoun {
      return grammar.jointPronouns[word.text.lowercased()]
    }
    guard word.partOfSpeech.isNominal || word.partOfSpeech == .numeral else { return nil }
    let isCoordinated = tree.children(of: head, [Relation.conjunct]).contains { own.contains($0) }
    let isPlural = ["NNS", "NNPS"].contains(word.tag) || word.partOfSpeech == .numeral
    return isCoordinated || isPlural
  }

  private func isRoot(_ index: Int) -> Bool { tree.words[index].head == index }
}
