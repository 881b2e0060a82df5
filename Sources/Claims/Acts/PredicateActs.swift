import Language
import Source

extension ActTable {
  /// The act that an English predicate carries: with a particle, preposition or object that makes one verb with it
  /// ("sit down", "call on", "take part"), by what else stands with it ("called it a success"), or alone.
  func act(ofPredicate index: Int, in tree: SyntaxTree) -> Act? {
    let verb = tree.words[index].lemma
    // "called for the mayor to resign": the preposition opens the clause that is wanted.
    let marks = tree.children(of: index, ["xcomp", "ccomp", "advcl"])
      .flatMap { tree.children(of: $0, ["mark"]) }
    let companions = tree.children(of: index, ["prt", "advmod", "prep", "dobj", "acomp"]) + marks
    let phrasal = companions.lazy.compactMap {
      act(ofVerb: "\(verb) \(tree.words[$0].lemma)", in: .english)
    }.first
    let framed = frames(ofVerb: verb, in: .english).first { fits($0, index, tree) }
    return phrasal ?? framed?.act ?? act(ofVerb: verb, in: .english)
  }

  private func fits(_ frame: Frame, _ verb: Int, _ tree: SyntaxTree) -> Bool {
    // "The tunnel, engineers warn, could flood": what it introduces stands around it.
    let isInserted = tree.words[verb].relation == "parataxis" && frame.relations.contains("ccomp")
    if !frame.relations.isEmpty, !isInserted, tree.child(of: verb, frame.relations) == nil {
      return false
    }
    guard !frame.objects.isEmpty else { return true }
    return tree.children(of: verb, ["dobj", "obj", "nsubjpass"]).contains {
      frame.objects.contains(tree.words[$0].lemma)
    }
  }
}

/// Finds the act of an English clause.
struct PredicateActs {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// The act of the predicate, or of what an adjective or a verb without an act of its own introduces: "glad to have
  /// met", "is said to have met", "failed to agree".
  func act(of clause: Clause) -> Act? {
    let predicate = clause.predicate
    let own = acts.act(ofPredicate: predicate, in: tree)
    let isImpersonal = tree.child(of: predicate, ["auxpass"]) != nil && own?.reports ?? false
    if let own, !isImpersonal { return own }
    // A clause that is a claim of its own ("..., saying that") has its own act.
    let words = Set(clause.words)
    let introduced = ([predicate] + tree.children(of: predicate, ["acomp"])).lazy.compactMap {
      tree.child(of: $0, ["xcomp", "ccomp"]) ?? adverbial(of: $0)
    }
    return introduced.filter(words.contains).compactMap { acts.act(ofPredicate: $0, in: tree) }
      .first
      ?? (isImpersonal ? nil : own)
  }

  /// "Glad to have met", "while they met": not "denying the charges, he left".
  private func adverbial(of word: Int) -> Int? {
    let isVerb = tree.words[word].partOfSpeech == .verb
    return tree.children(of: word, ["advcl"]).first {
      !isVerb || tree.child(of: $0, Relation.subjects) != nil
    }
  }
}
