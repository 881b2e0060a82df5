import Ingestion
import Language
import Source

/// A source as an account names it.
struct Attribution: Hashable {
  /// The name: `the Japanese foreign ministry`; empty where the account only says `it` or `the statement`.
  var name: String
  /// Whether it is a post that is cited.
  var isPost: Bool
}

/// Finds who speaks in a clause: the subject of a reporting verb, or the phrase that names a source
/// ("according to the department", "in a statement released by the ministry").
struct AttributionFinder {
  let tree: SyntaxTree
  let text: SourceText
  let acts: ActTable
  let grammar: Grammar

  /// The source that a clause names for itself, or that a phrase of the sentence names for all of it.
  func attribution(of clause: Clause) -> Attribution? {
    let reporter = clause.reporter.flatMap(attribution(byVerb:))
    let phrase = sourcePhrase()
    guard var found = reporter ?? phrase else { return nil }
    if found.name.isEmpty, let phrase { found.name = phrase.name }
    return found
  }

  /// The words of a sentence's source phrase, which carry no claim.
  func sourcePhraseWords() -> Set<Int> {
    tree.words.indices.first { isSourcePhrase($0) }.map { Set(tree.subtree(of: $0)) } ?? []
  }

  private func attribution(byVerb verb: Int) -> Attribution? {
    let isPassive = tree.child(of: verb, ["auxpass"]) != nil
    let subjects: Set = isPassive ? [] : Relation.subjects
    guard let subject = tree.child(of: verb, subjects) else { return nil }
    let isPost = grammar.posts.contains(tree.words[verb].lemma)
    if grammar.documents.contains(tree.words[subject].lemma) {
      let isPost = isPost || grammar.posts.contains(tree.words[subject].lemma)
      return Attribution(name: owner(ofDocument: subject) ?? "", isPost: isPost)
    }
    guard tree.words[subject].partOfSpeech != .pronoun else {
      return Attribution(name: "", isPost: isPost)
    }
    return Attribution(name: phrase(of: subject), isPost: isPost)
  }

  private func sourcePhrase() -> Attribution? {
    guard let preposition = tree.words.indices.first(where: isSourcePhrase),
      let noun = sourceNoun(of: preposition)
    else { return nil }
    guard grammar.documents.contains(tree.words[noun].lemma) else {
      return Attribution(name: phrase(of: noun), isPost: false)
    }
    return Attribution(
      name: owner(ofDocument: noun) ?? "", isPost: grammar.posts.contains(tree.words[noun].lemma))
  }

  /// Whether a word opens a phrase that names the source of the sentence.
  private func isSourcePhrase(_ index: Int) -> Bool {
    guard let noun = sourceNoun(of: index) else { return false }
    if grammar.sources.contains(tree.words[index].lemma) { return true }
    // "in a statement released by the ministry", at the verb of a clause, not "interest in a statement".
    let parent = tree.words[index].head
    return grammar.inside.contains(tree.words[index].lemma) && tree.isPredicate(parent)
      && grammar.documents.contains(tree.words[noun].lemma)
      && (owner(ofDocument: noun) != nil || reports(parent))
  }

  private func reports(_ verb: Int) -> Bool {
    acts.act(ofPredicate: verb, in: tree)?.reports ?? false
  }

  private func sourceNoun(of preposition: Int) -> Int? {
    guard Relation.prepositions.contains(tree.words[preposition].relation) else { return nil }
    if let noun = tree.child(of: preposition, Relation.prepositionObjects) { return noun }
    return tree.child(of: preposition, Relation.prepositions).flatMap {
      tree.child(of: $0, Relation.prepositionObjects)
    }
  }

  /// Whose statement, release or post it is.
  private func owner(ofDocument noun: Int) -> String? {
    if let owner = tree.child(of: noun, ["poss"]), tree.words[owner].partOfSpeech != .pronoun {
      return phrase(of: owner)
    }
    let makers =
      tree.children(of: noun, ["acl", "prep"])
      + tree.children(of: noun, ["acl"])
      .flatMap { tree.children(of: $0, Relation.prepositions) }
    for maker in makers where grammar.makers.contains(tree.words[maker].lemma) {
      if let owner = tree.child(of: maker, Relation.prepositionObjects) { return phrase(of: owner) }
    }
    let describing = tree.children(of: noun, ["compound", "amod", "nmod"])
      .filter { tree.words[$0].entityType != nil || tree.words[$0].partOfSpeech == .properNoun }
    guard let last = describing.last else { return nil }
    return phrase(of: last)
  }

  /// A noun with its modifiers, as it stands in the text, without the clauses behind it.
  private func phrase(of noun: Int) -> String {
    let behind = tree.children(of: noun, ["relcl", "acl", "appos", "case", "conj", "cc"])
    let words = tree.subtree(of: noun, except: Set(behind))
      .filter { tree.words[$0].partOfSpeech != .determiner }
    let ranges = ClaimText.merged(words.map { tree.words[$0].range }, of: text)
    return ClaimText.joined(ranges, of: text)
  }
}
