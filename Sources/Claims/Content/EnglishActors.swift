import Language
import Source

/// Finds who acts in an English clause: the heads of its subject, and not what belongs to them ("the mayor of Kent"
/// is one who acts).
struct EnglishActors {
  let tree: SyntaxTree
  let text: SourceText
  let grammar: Grammar

  /// The phrases of those who act, in order.
  func actors(in subject: [Int]) -> [ActorPhrase] {
    let terms = TermFinder(tree: tree, text: text, grammar: grammar).terms(in: subject)
    let heads = heads(of: subject)
    let acting = terms.filter { term in
      heads.contains { term.range.overlaps(tree.words[$0].range) }
    }
    // "A number of passengers": the head says nothing of its own; "the government" does, where nothing else does.
    let named = (acting.isEmpty ? terms : acting)
      .map { ActorPhrase(text: $0.text, range: $0.range) }
    return named.isEmpty ? heads.compactMap { phrase(of: $0) } : named
  }

  /// A noun that is no term with the words before it that count or describe it.
  private func phrase(of head: Int) -> ActorPhrase? {
    guard tree.words[head].partOfSpeech.isNominal else { return nil }
    let before = tree.children(of: head, ["nummod", "amod", "compound", "nmod"])
      .filter { $0 < head }
      .flatMap { tree.subtree(of: $0) }
    let first = before.min() ?? head
    let range = tree.words[first].range.lowerBound..<tree.words[head].range.upperBound
    return ActorPhrase(text: text[range], range: range)
  }

  /// The words that depend on none of the subject's, and those coordinated with them.
  private func heads(of subject: [Int]) -> [Int] {
    let own = Set(subject)
    let roots = subject.filter { !own.contains(tree.words[$0].head) || tree.words[$0].head == $0 }
    return roots.flatMap(tree.coordination(of:)).filter(own.contains).flatMap { head in
      let people = peopleBehind(head).filter(own.contains)
      return people.isEmpty ? [head] : people
    }
  }

  /// Who bears the office that is named first: "the Minister of Defence, Ada Lind", "two ministers, Ono and Berg".
  private func peopleBehind(_ head: Int) -> [Int] {
    guard tree.words[head].entityType != "PERSON" else { return [] }
    return tree.children(of: head, ["appos"]).filter { tree.words[$0].entityType == "PERSON" }
      .flatMap(tree.coordination(of:))
  }
}
