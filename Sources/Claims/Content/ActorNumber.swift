import Language

/// Tells whether those who act in a clause do so together or one does alone.
struct ActorNumber {
  let tree: SyntaxTree
  let grammar: Grammar

  /// Whether a subject is of several who act together; nothing where there is no subject that can act.
  func isJoint(_ subject: [Int]) -> Bool? {
    let own = Set(subject)
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
