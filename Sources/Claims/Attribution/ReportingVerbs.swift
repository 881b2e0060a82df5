/// Tells verbs that only say who speaks from those that say something.
struct ReportingVerbs {
  let tree: SyntaxTree
  let acts: ActTable

  /// Whether a verb only tells who speaks, with someone who does: "the ministry said".
  func reports(_ verb: Int) -> Bool {
    acts.act(ofPredicate: verb, in: tree)?.reports ?? false
  }

  /// Whether a clause is put in to tell who speaks: "..., it said, ...".
  func isInsertedReport(_ word: Int) -> Bool {
    ["parataxis", "ccomp"].contains(tree.words[word].relation) && reports(word)
      && tree.child(of: word, Relation.subjects) != nil
      && tree.child(of: word, ["ccomp", "xcomp", "dobj"]) == nil && tree.isSetOff(word)
  }
}
