import Language

/// What a sentence says of its nouns beside its main statement: by appositions, titles, and relative and
/// participial clauses.
struct NounPropositions {
  let spreader: PhraseSpreader

  private var tree: SyntaxTree { spreader.tree }

  func read() -> PredicatePropositions.Result {
    var result = PredicatePropositions.Result()
    for noun in tree.words.indices where isNominal(noun) && !tree.isBracketed(noun) {
      for child in tree.children(of: noun) where !tree.isBracketed(child) {
        read(child, of: noun, into: &result)
      }
    }
    return result
  }

  private func isNominal(_ word: Int) -> Bool {
    [.noun, .properNoun, .pronoun, .numeral, .adjective].contains(tree.words[word].partOfSpeech)
  }

  private func read(
    _ child: Int, of noun: Int, into result: inout PredicatePropositions.Result
  ) {
    switch tree.words[child].relation {
    case "appos":
      guard tellsWhat(child, of: noun) else { return }
      let name = nameWords(of: noun)
      result.clauses += spreader.phrases(of: child).map { clause(noun, name.union($0)) }
    case "relcl", "acl":
      guard spreader.saysMore(child, of: noun) else { return }
      let isParticiple = tree.words[child].relation == "acl"
      result.tasks.append(
        .init(
          predicate: child, subjects: described(by: noun, withCopula: isParticiple),
          isRelative: true))
    default:
      guard spreader.isTitle(child, of: noun) else { return }
      result.clauses.append(clause(noun, nameWords(of: noun).union(tree.subtree(of: child))))
    }
  }

  /// Whether an apposition tells what or who a noun is: "Ada Brook, a farmer", "the film Tide". Two names, or two
  /// bare nouns, side by side are a list, a place or a date more often.
  private func tellsWhat(_ apposition: Int, of noun: Int) -> Bool {
    guard !spreader.isListItem(apposition, of: noun), !spreader.isOneWithItsHead(apposition),
      spreader.names.title(around: noun) == nil
        || spreader.names.title(around: noun) != spreader.names.title(around: apposition),
      tree.words[apposition].partOfSpeech != .numeral
    else { return false }
    if tree.child(of: apposition, ["det"]) != nil { return true }
    let areNames =
      tree.words[noun].partOfSpeech == .properNoun
      && tree.words[apposition].partOfSpeech == .properNoun
    return !areNames
      && (tree.words[noun].partOfSpeech == .properNoun
        || spreader.closeName(of: noun) == apposition)
  }

  private func clause(_ noun: Int, _ words: Set<Int>) -> Clause {
    Clause(predicate: noun, words: words.sorted(), subject: [], reporter: nil)
  }

  /// What a clause at a noun tells of: the noun, or, where that says what something is, this thing: "The Deva is
  /// a river that floods" says that the Deva floods.
  private func described(by noun: Int, withCopula: Bool) -> [Set<Int>] {
    guard tree.words[noun].relation == "attr" else { return [nameWords(of: noun)] }
    let verb = tree.words[noun].head
    guard let subject = tree.child(of: verb, Relation.subjects.subtracting(["expl"])),
      !["WDT", "WP", "EX"].contains(tree.words[subject].tag)
    else { return [nameWords(of: noun)] }
    return spreader.phrases(of: subject).map { withCopula ? $0.union([verb]) : $0 }
  }

  /// A noun with the words that name it, without what tells more of it.
  func nameWords(of noun: Int) -> Set<Int> {
    var words: Set = [noun]
    for child in tree.children(of: noun) {
      switch tree.words[child].relation {
      case "det", "compound", "nummod", "poss", "amod", "nmod", "quantmod", "case":
        if !spreader.isTitle(child, of: noun) { words.formUnion(tree.subtree(of: child)) }
      case "punct":
        if ["-", "–", "/", "\""].contains(tree.words[child].text) { words.insert(child) }
      case "prep":
        let isOf = child == noun + 1 && tree.words[child].lemma == "of"
        guard isOf || spreader.names.areOneName(noun, child),
          let phrase = spreader.prepositionalPhrases(of: child).first
        else { continue }
        words.formUnion(phrase)
      case Relation.conjunct where spreader.names.areOneName(noun, child):
        words.formUnion(tree.children(of: noun, ["cc"]).filter { $0 < child })
        words.formUnion(tree.subtree(of: child))
      default: continue
      }
    }
    return words
  }
}
