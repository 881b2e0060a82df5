import Language
import Values

/// Finds what each value of a clause is of: the noun that a number counts, the verb that a time dates.
struct MeasureFinder {
  let tree: SyntaxTree

  /// The values that stand among some words of the sentence, with what they are of.
  func measures(of values: [Value], in words: [Int]) -> [Measure] {
    values.compactMap { value in
      let carriers = words.filter { tree.words[$0].range.overlaps(value.range) }
      guard !carriers.isEmpty else { return nil }
      return measure(of: value, carriers: Set(carriers))
    }
  }

  private func measure(of value: Value, carriers: Set<Int>) -> Measure {
    // The carrier whose head lies outside of the value is the one that hangs on the rest of the clause.
    let top = carriers.sorted().first { !carriers.contains(tree.words[$0].head) } ?? carriers.min()
    guard let top else { return Measure(value: value, counted: nil, governor: nil) }
    let head = tree.words[top].head
    let isCount = ["nummod", "amod", "compound", "nmod"].contains(tree.words[top].relation)
    let noun = isCount ? head : tree.child(of: top, ["prep"]).flatMap { ofNoun(of: $0) }
    let counted = noun.flatMap {
      tree.words[$0].partOfSpeech.isNominal && $0 != top ? tree.words[$0].lemma : nil
    }
    return Measure(
      value: value, counted: counted, governor: governor(of: noun ?? top, outside: carriers))
  }

  /// "a dozen of the passengers".
  private func ofNoun(of preposition: Int) -> Int? {
    guard tree.words[preposition].lemma == "of" else { return nil }
    return tree.child(of: preposition, Relation.prepositionObjects)
  }

  /// The word above, past the preposition: `hit` for "hit at 07:40".
  private func governor(of index: Int, outside carriers: Set<Int>) -> String? {
    var head = tree.words[index].head
    var steps = 0
    while steps < 4, carriers.contains(head) || tree.words[head].partOfSpeech == .adposition,
      tree.words[head].head != head
    {
      head = tree.words[head].head
      steps += 1
    }
    return head == index || carriers.contains(head) ? nil : tree.words[head].lemma
  }
}
