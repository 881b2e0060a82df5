import Language

/// Reads whether an English clause says that something is so, or that it is not: by "not" or "no", by a verb that
/// denies, or by one whose infinitive did not come true.
struct Negation {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// Whether the clause affirms or denies; two denials affirm: "did not deny that".
  func polarity(of clause: Clause) -> Claim.Polarity {
    let denials = [
      predicates(of: clause).contains(where: isNegated), denies(clause), fails(clause.predicate),
      isUntrue(clause.predicate),
    ]
    return denials.filter { $0 }.count % 2 == 1 ? .denied : .affirmed
  }

  /// The predicate and the one that it introduces: "denied that the radar had failed".
  private func predicates(of clause: Clause) -> [Int] {
    let own = Set(clause.words)
    // "Rejected the claim that it had not been cleaned".
    let denied = denies(clause) ? tree.children(of: clause.predicate, Relation.objects) : []
    return [clause.predicate]
      + (tree.children(of: clause.predicate, ["ccomp", "xcomp"])
      + denied.flatMap { tree.children(of: $0, ["acl"]) }).filter(own.contains)
  }

  private func isNegated(_ predicate: Int) -> Bool {
    if !tree.children(of: predicate, Relation.negation).isEmpty { return true }
    if opensWithDenial(predicate) || isNever(predicate) { return true }
    if tree.children(of: predicate, ["preconj", "cc"]).contains(where: isNegation),
      tree.child(of: predicate, ["preconj"]) != nil
    {
      return true
    }
    // "No passenger", "nobody", "no longer".
    let parts = tree.children(
      of: predicate, Relation.subjects.union(Relation.objects).union(["advmod"]))
    return isSharedDenial(predicate)
      || parts.contains { part in
        isNegation(part)
          || tree.children(of: part, ["det", "neg", "preconj"]).contains(where: isNegation)
      }
  }

  /// "Nor did the bank conceal anything": the word by which the sentence goes on from a denial denies as well.
  private func opensWithDenial(_ predicate: Int) -> Bool {
    tree.children(of: predicate, ["cc", "preconj", "advmod"]).contains { word in
      word < predicate && word == tree.first(of: predicate)
        && grammar.continuingDenials.contains(tree.words[word].lemma.lowercased())
    }
  }

  /// "At no time", "under no circumstances": no other prepositional phrase with "no" denies its verb, "left with no word".
  private func isNever(_ predicate: Int) -> Bool {
    tree.children(of: predicate, Relation.prepositions).contains { preposition in
      let occasions = grammar.deniedOccasions[tree.words[preposition].lemma] ?? []
      return tree.children(of: preposition, Relation.prepositionObjects).contains { noun in
        occasions.contains(tree.words[noun].lemma)
          && tree.children(of: noun, ["det"]).contains(where: isNegation)
      }
    }
  }

  private func isNegation(_ word: Int) -> Bool {
    grammar.negations.contains(tree.words[word].lemma.lowercased())
  }

  /// The words by which a predicate is denied together with the one before it: "did not" for the second verb of "did
  /// not eat or sleep".
  func sharedWords(of predicate: Int) -> [Int] {
    guard let head = alternative(to: predicate), isNegated(head) else { return [] }
    return tree.children(of: head, Relation.auxiliaries.union(Relation.negation).union(["preconj"]))
  }

  private func isSharedDenial(_ predicate: Int) -> Bool {
    alternative(to: predicate).map(isNegated) ?? false
  }

  /// The predicate before "or" and "nor", where another one behind it has no subject and auxiliary of its own.
  private func alternative(to predicate: Int) -> Int? {
    let head = tree.words[predicate].head
    guard head != predicate, tree.words[predicate].relation == Relation.conjunct,
      tree.child(of: predicate, Relation.subjects.union(Relation.auxiliaries)) == nil,
      let joint = tree.children(of: head, ["cc"]).last(where: { $0 < predicate }),
      grammar.alternatives.contains(tree.words[joint].lemma)
    else { return nil }
    return head
  }

  private func denies(_ clause: Clause) -> Bool {
    acts.act(ofPredicate: clause.predicate, in: tree)?.group == "denial"
  }

  /// "The claim that the radar had failed is untrue".
  private func isUntrue(_ predicate: Int) -> Bool {
    let isSaid = tree.children(of: predicate, Relation.subjects).contains { subject in
      acts.isInFrame(tree.words[subject].lemma, ofGroup: "denial", in: .english)
        && tree.child(of: subject, ["acl"]) != nil
    }
    return isSaid
      && tree.children(of: predicate, ["acomp", "attr"]).contains {
        grammar.untrue.contains(tree.words[$0].lemma)
      }
  }

  /// "failed to warn", "was unable to swim", "has yet to vote".
  private func fails(_ predicate: Int) -> Bool {
    let attributes = tree.children(of: predicate, ["acomp", "advmod"])
    let words = [predicate] + attributes
    guard words.contains(where: { tree.child(of: $0, ["xcomp"]) != nil }) else { return false }
    return words.contains { grammar.failing.contains(tree.words[$0].lemma) }
  }
}
