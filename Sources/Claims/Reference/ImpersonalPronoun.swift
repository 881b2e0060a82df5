import Language

/// Tells an "it" that stands for nothing: "it rained", "it is clear that", "it was Ono who", "it was 5 p.m.".
struct ImpersonalPronoun {
  let tree: SyntaxTree
  let acts: ActTable
  let words: ReferenceWords.English

  /// Whether nothing is referred to by an "it".
  func isImpersonal(_ index: Int) -> Bool {
    let word = tree.words[index]
    if word.relation == "expl" { return true }
    guard Relation.subjects.contains(word.relation) else {
      return isFilledObject(index) || isStatement(index)
    }
    let verb = word.head
    if words.weather.contains(tree.words[verb].lemma) {
      return tree.child(of: verb, ["dobj"]) == nil
    }
    // "Made it clear that": the parser takes "it" for the subject of the adjective.
    if tree.words[verb].partOfSpeech == .adjective { return isFilled(verb) }
    if tree.child(of: verb, ["auxpass"]) != nil {
      let isAgreed = acts.act(ofPredicate: verb, in: tree)?.group == "agreement"
      return tree.child(of: verb, ["ccomp", "csubj", "csubjpass"]) != nil
        || isAgreed && tree.child(of: verb, ["xcomp"]) != nil
    }
    guard words.impersonal.contains(tree.words[verb].lemma) else { return false }
    return isFilled(verb) || tellsTime(verb) || isCleft(verb)
  }

  /// "Found it hard to ...".
  private func isFilledObject(_ index: Int) -> Bool {
    let verb = tree.words[index].head
    return tree.words[index].relation == "dobj"
      && tree.children(of: verb, ["oprd", "acomp"]).contains { isFilled($0) }
  }

  /// "Norway denied it": what somebody said.
  private func isStatement(_ index: Int) -> Bool {
    tree.words[index].relation == "dobj"
      && acts.act(ofPredicate: tree.words[index].head, in: tree)
        .map { ["denial", "assertion"].contains($0.group) } ?? false
  }

  /// Whether a clause behind a predicate, or behind its adjective or noun, says what "it" announces.
  private func isFilled(_ verb: Int) -> Bool {
    let complements = tree.children(of: verb, ["acomp", "attr", "oprd", "dobj"])
    if complements.contains(where: { words.personal.contains(tree.words[$0].lemma) }) {
      return false
    }
    return ([verb] + complements).contains { parent in
      tree.children(of: parent).contains { $0 > verb && fills($0) }
    }
  }

  private func fills(_ clause: Int) -> Bool {
    switch tree.words[clause].relation {
    case "ccomp", "csubj", "csubjpass": true
    case "xcomp", "advcl", "acl":
      tree.children(of: clause, ["aux"]).contains { tree.words[$0].lemma == "to" }
        || tree.children(of: clause, ["mark"]).contains {
          ["that", "whether"].contains(tree.words[$0].lemma)
        }
    default: false
    }
  }

  private func tellsTime(_ verb: Int) -> Bool {
    tree.children(of: verb, ["attr", "npadvmod"]).contains {
      ["DATE", "TIME"].contains(tree.words[$0].entityType)
    }
  }

  /// "It was Ono who proposed it".
  private func isCleft(_ verb: Int) -> Bool {
    tree.words[verb].lemma == "be"
      && tree.children(of: verb, ["attr"]).contains { tree.child(of: $0, ["relcl"]) != nil }
  }
}
