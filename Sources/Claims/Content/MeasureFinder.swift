import Language
import Source
import Values

/// Finds what each value of a clause is of: the noun that a number counts, the verb that a time dates, the
/// quantity that is measured.
struct MeasureFinder {
  private let tree: SyntaxTree
  private let text: SourceText
  private let quantities: QuantityTable
  private let finder: QuantityFinder?

  init(tree: SyntaxTree, text: SourceText, quantities: QuantityTable) {
    self.tree = tree
    self.text = text
    self.quantities = quantities
    finder = quantities.grammar(of: .english).map {
      QuantityFinder(tree: tree, table: quantities, grammar: $0)
    }
  }

  /// The values that stand among some words of the sentence, with what they are of.
  func measures(of values: [Value], in words: [Int]) -> [Measure] {
    let places = values.compactMap { place(of: $0, in: words) }
    var measures = places.map { place in
      let counted = place.noun.flatMap {
        tree.words[$0].partOfSpeech.isNominal && $0 != place.top ? tree.words[$0].lemma : nil
      }
      return Measure(
        value: place.value, counted: counted,
        governor: governor(of: place.anchor, outside: place.carriers))
    }
    guard let finder else { return measures }
    let context = EnglishCountContext(finder: finder, words: words, values: values)
    for (index, place) in places.enumerated() {
      let marked = quantities.quantity(ofMarkBefore: place.value, in: text).map {
        QuantityFinder.Found(quantity: $0, words: [place.anchor])
      }
      guard let found = marked ?? finder.quantity(of: place) else { continue }
      measures[index].quantity = context.placed(found, place)
    }
    for (index, place) in places.enumerated() where measures[index].quantity == nil {
      measures[index].quantity = context.inherited(
        place, from: zip(places, measures).prefix(index).map { ($0, $1) })
    }
    return CountStanding(measures).settled(
      asOf: context.asOf(places: places, measures: measures))
  }

  private func place(of value: Value, in words: [Int]) -> QuantityFinder.Place? {
    let carriers = Set(words.filter { tree.words[$0].range.overlaps(value.range) })
    // The carrier whose head lies outside of the value is the one that hangs on the rest of the clause.
    guard
      let top = carriers.sorted().first(where: { !carriers.contains(tree.words[$0].head) })
        ?? carriers.min()
    else { return nil }
    let isCount = ["nummod", "amod", "compound", "nmod"].contains(tree.words[top].relation)
    let noun =
      isCount ? tree.words[top].head : tree.child(of: top, ["prep"]).flatMap { ofNoun(of: $0) }
    return QuantityFinder.Place(value: value, carriers: carriers, top: top, noun: noun)
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
