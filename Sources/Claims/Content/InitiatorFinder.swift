import Language

/// Finds at whose wish something was done: "at the request of the envoy", "was initiated by Norland", 「大使の要請で」.
struct InitiatorFinder {
  let tree: SyntaxTree
  let grammar: Grammar

  /// The words for those at whose wish it was done, in order.
  ///
  /// - Parameter claim: the words of a claim.
  func initiators(in claim: [Int]) -> [Int] {
    let own = Set(claim)
    return claim.flatMap { word -> [Int] in
      guard grammar.initiative.contains(tree.words[word].lemma) else { return [] }
      return tree.words[word].partOfSpeech == .verb ? agents(of: word) : owners(of: word)
    }.flatMap { tree.subtree(of: $0) }.filter(own.contains).sorted()
  }

  /// Whose request it is: "the envoy's request", "a request from Norland", 「大使の要請」.
  private func owners(of noun: Int) -> [Int] {
    let makers = tree.children(of: noun, ["prep"])
      .filter { grammar.makers.contains(tree.words[$0].lemma) }
      .flatMap { tree.children(of: $0, Relation.prepositionObjects) }
    return tree.children(of: noun, ["poss", "nmod"]) + makers
  }

  private func agents(of verb: Int) -> [Int] {
    tree.children(of: verb, ["agent"]).flatMap {
      tree.children(of: $0, Relation.prepositionObjects)
    }
  }
}
