/// Tells verbs that only say who speaks from those that say something.
struct ReportingVerbs {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// Whether a verb only tells who speaks, with someone who does: "the ministry said".
  func reports(_ verb: Int) -> Bool {
    acts.act(ofPredicate: verb, in: tree)?.reports ?? false
  }

  /// Whether a verb only tells who says a clause that hangs from it: any verb of saying, and one of confirming or
  /// warning that stands behind what is said: "the dam had failed, investigators confirmed".
  func reports(_ verb: Int, clause: Int) -> Bool {
    reports(verb) || tells(verb) && isFronted(clause, of: verb)
  }

  /// Whether a clause is put in to tell who speaks: "..., it said, ...".
  func isInsertedReport(_ word: Int) -> Bool {
    ["parataxis", "ccomp"].contains(tree.words[word].relation) && (reports(word) || tells(word))
      && tree.child(of: word, Relation.subjects) != nil
      && tree.child(of: word, ["ccomp", "xcomp", "dobj"]) == nil && tree.isSetOff(word)
  }

  /// "Fans cheered; critics said it was late": what stands before a semicolon is not what is said behind it.
  func isApart(_ clause: Int, from verb: Int) -> Bool {
    clause < verb
      && tree.children(of: verb, ["punct"]).contains {
        clause < $0 && $0 < verb && tree.words[$0].text == ";"
      }
  }

  private func tells(_ verb: Int) -> Bool {
    acts.act(ofPredicate: verb, in: tree).map { grammar.telling.contains($0.group) } ?? false
  }

  /// A clause before the verb and its subject, with a comma between.
  private func isFronted(_ clause: Int, of verb: Int) -> Bool {
    guard let subject = tree.child(of: verb, Relation.subjects), clause < tree.first(of: subject)
    else { return false }
    return tree.children(of: verb, ["punct"]).contains {
      clause < $0 && $0 < subject && tree.words[$0].text != ";"
    }
  }
}
