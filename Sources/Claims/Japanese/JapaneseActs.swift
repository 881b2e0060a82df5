import Language

/// Finds what a Japanese predicate does, alone or with a word that makes one phrase with it: 強く非難する,
/// 懸念を表明する, 会談を行う.
struct JapaneseActs {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }

  /// The act of the first of some predicates that has one.
  func act(of predicates: [Int]) -> Act? {
    predicates.lazy.compactMap { act(of: $0) }.first
  }

  private func act(of predicate: Int) -> Act? {
    candidates(for: predicate).lazy.compactMap { syntax.acts.act(ofVerb: $0, in: .japanese) }.first
  }

  /// The names under which the table may list a predicate, the most telling first.
  private func candidates(for predicate: Int) -> [String] {
    let lemma = syntax.lemma(of: predicate)
    let whole = syntax.lemma(of: predicate, isWhole: true)
    var found: [String] = []
    for child in tree.children(of: predicate, ["obj", "obl", "nsubj", "nsubj:pass"]) {
      let particle = syntax.particle(of: child)
      let noun = tree.words[child].lemma
      // 哀悼の意を表する: what a light noun is of makes the phrase.
      for owner in tree.children(of: child, ["nmod"]) where syntax.particle(of: owner) == "の" {
        found.append(tree.words[owner].lemma + "の" + noun + particle + lemma)
      }
      found.append(noun + particle + lemma)
      let isPerformed =
        syntax.japanese.performing.contains(lemma) && tree.words[child].relation != "obl"
      if isPerformed {
        found.append(syntax.compound(of: child).map { tree.words[$0].lemma }.joined() + "する")
        found.append(noun + "する")
      }
    }
    for child in tree.children(of: predicate, ["advmod"]) {
      found.append(syntax.phrase(of: child).map { tree.words[$0].text }.joined() + lemma)
    }
    return found + [whole, lemma]
  }
}
