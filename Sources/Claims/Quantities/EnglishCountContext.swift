import Language
import Values

/// Reads in an English clause what stands around the value of a quantity: the place to which it is limited,
/// the time at which a count stood, and whether it is an older figure or one of a list.
struct EnglishCountContext {
  let finder: QuantityFinder
  /// The words of the clause.
  let words: [Int]
  /// The values of the sentence.
  let values: [Value]

  private var tree: SyntaxTree { finder.tree }
  private var grammar: QuantityTable.Grammar { finder.grammar }

  /// The quantity that was found, with its place and its standing.
  func placed(_ found: QuantityFinder.Found, _ place: QuantityFinder.Place) -> MeasuredQuantity {
    var quantity = found.quantity
    quantity.scope = quantity.scope ?? found.words.lazy.compactMap(scope).first
    if isSuperseded(place, words: found.words) { quantity.standing = .superseded }
    return quantity
  }

  /// The quantity of a bare number in a list that goes on from a value: "20 people died in Suzu, 19 in Wajima".
  func inherited(
    _ place: QuantityFinder.Place, from before: [(QuantityFinder.Place, Measure)]
  ) -> MeasuredQuantity? {
    guard place.value.kind == .number, place.noun == nil,
      ["appos", "conj", "npadvmod", "dep"].contains(tree.words[place.top].relation),
      let scope = scope(of: place.top)
    else { return nil }
    let above = ancestors(of: place.top)
    let source = before.last { earlier, measure in
      measure.quantity?.isTally == true
        && (above.contains(tree.words[earlier.anchor].head) || above.contains(earlier.top))
    }
    guard var quantity = source?.1.quantity else { return nil }
    quantity.scope = scope
    quantity.standing = .part
    return quantity
  }

  /// The time at which the counts of a clause stood, by the index of each count.
  func asOf(places: [QuantityFinder.Place], measures: [Measure]) -> [Int: Value] {
    var found: [Int: Value] = [:]
    let times = zip(places, measures).filter { $0.1.value.kind.isTemporal }
    for (index, measure) in measures.enumerated() where measure.quantity?.isTally == true {
      let own =
        times.first { isAsOf($0.0) }
        ?? times.first { time in
          guard let governor = measure.governor, grammar.changing.contains(governor) else {
            return false
          }
          return time.1.governor == governor
        }
      found[index] = own?.1.value
    }
    return found
  }

  private func isAsOf(_ place: QuantityFinder.Place) -> Bool {
    let own = place.value.text.lowercased()
    if grammar.asOf.contains(where: { own.hasPrefix($0 + " ") }) { return true }
    guard let first = place.carriers.min() else { return false }
    return [1, 2].contains { count in
      guard first >= count else { return false }
      let words = (first - count..<first).map { tree.words[$0].text.lowercased() }
      return grammar.asOf.contains(words.joined(separator: " "))
    }
  }

  /// "Rose from 5", "up from 98", "a first count put it at nine".
  private func isSuperseded(_ place: QuantityFinder.Place, words: [Int]) -> Bool {
    let preposition = tree.words[place.anchor].head
    if grammar.since.contains(tree.words[preposition].lemma),
      Relation.prepositionObjects.contains(tree.words[place.anchor].relation)
    {
      return true
    }
    let verb = finder.linkingVerb(above: place.anchor)
    let around = words + (verb.map { [$0] + tree.children(of: $0, Relation.subjects) } ?? [])
    return around.contains { index in
      tree.children(of: index, ["amod", "advmod"]).contains {
        grammar.superseded.contains(tree.words[$0].lemma)
      }
    }
  }

  /// "In Suzu", "in the town of Shika", of what hangs on a word.
  private func scope(of index: Int) -> MeasuredQuantity.Scope? {
    for preposition in tree.children(of: index, Relation.prepositions)
    where grammar.places.contains(tree.words[preposition].lemma) {
      guard let object = tree.child(of: preposition, Relation.prepositionObjects) else { continue }
      for noun in [object] + namedAfter(object)
      where tree.words[noun].partOfSpeech == .properNoun && words.contains(noun) {
        let range = tree.words[noun].range
        if !values.contains(where: { $0.range.overlaps(range) }) {
          return MeasuredQuantity.Scope(range: range, text: tree.words[noun].text)
        }
      }
    }
    return nil
  }

  private func namedAfter(_ noun: Int) -> [Int] {
    tree.children(of: noun, Relation.prepositions).filter { tree.words[$0].lemma == "of" }
      .flatMap { tree.children(of: $0, Relation.prepositionObjects) }
  }

  private func ancestors(of index: Int) -> Set<Int> {
    var found: Set<Int> = []
    var head = tree.words[index].head
    while found.insert(head).inserted, found.count < 8 { head = tree.words[head].head }
    return found
  }
}

extension Value.Kind {
  /// Whether it tells a day or a time.
  var isTemporal: Bool {
    [.date, .time, .dateTime, .dateRange, .timeRange, .dateTimeRange].contains(self)
  }
}
