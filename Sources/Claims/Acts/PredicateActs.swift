import Language
import Source

extension ActTable {
  /// The act that an English predicate carries, alone or with a particle, preposition or object that makes
  /// one verb with it: "sit down", "call on", "take part".
  func act(ofPredicate index: Int, in tree: SyntaxTree) -> Act? {
    let verb = tree.words[index].lemma
    let companions = tree.children(of: index, ["prt", "advmod", "prep", "dobj"])
    let phrasal = companions.lazy.compactMap {
      act(ofVerb: "\(verb) \(tree.words[$0].lemma)", in: .english)
    }.first
    return phrasal ?? act(ofVerb: verb, in: .english)
  }
}
