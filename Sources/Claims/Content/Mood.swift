import Language

/// Reads how a clause stands to what happened: whether it affirms or denies, and in which modality.
struct Mood {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// Whether the clause says that something is not so: by "not" or "no", or by a verb that denies.
  func polarity(of clause: Clause) -> Claim.Polarity {
    let predicates = predicates(of: clause)
    let isNegated = predicates.contains { predicate in
      !tree.children(of: predicate, Relation.negation).isEmpty
        || tree.children(of: predicate, Relation.subjects.union(Relation.objects)).contains {
          noun in
          tree.children(of: noun, ["det", "neg"]).contains {
            grammar.negations.contains(tree.words[$0].lemma)
          }
        }
    }
    let denies = predicates.contains { predicate in
      acts.act(ofPredicate: predicate, in: tree)?.group == "denial"
    }
    return isNegated != denies ? .denied : .affirmed
  }

  /// The modality of the clause: that of its auxiliaries and adverbs, or an intention by its verb.
  func modality(of clause: Clause) -> Claim.Modality {
    let marks = tree.children(of: clause.predicate, ["aux", "advmod"])
    let marked = marks.compactMap { grammar.modality[tree.words[$0].text.lowercased()] }.first
    if let marked { return marked }
    let act = acts.act(ofPredicate: clause.predicate, in: tree)
    let isPlan = act?.group == "intention" && tree.child(of: clause.predicate, ["xcomp"]) != nil
    return isPlan ? .intention : .fact
  }

  /// The predicate and the one that it introduces: "denied that the radar had failed".
  private func predicates(of clause: Clause) -> [Int] {
    let own = Set(clause.words)
    return [clause.predicate]
      + tree.children(of: clause.predicate, ["ccomp", "xcomp"])
      .filter(own.contains)
  }
}
