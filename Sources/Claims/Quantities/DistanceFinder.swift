import Values

/// Finds distances from a place: "12 kilometres north of Bergen", "nine miles off the coast of Cornwall".
///
/// It goes by the order of the words and not by the tree, in which such phrases hang now from the verb, now from the noun,
/// now from each other.
struct DistanceFinder {
  let tree: SyntaxTree
  let table: QuantityTable
  let grammar: QuantityTable.Grammar

  /// So many words at most stand between a distance and its place: "away from the outskirts of the town of".
  private static let reach = 9

  /// A value as the distance from the place that is named behind it; nothing where none is.
  func distance(_ place: QuantityFinder.Place) -> QuantityFinder.Found? {
    guard let entry = table.distanceFromPlace, entry.kinds.contains(place.value.kind),
      let unit = place.value.unit, entry.units?.contains(unit) ?? true,
      let last = place.carriers.max(), let name = name(behind: last)
    else { return nil }
    var quantity = entry.quantity()
    quantity.scope = MeasuredQuantity.Scope(
      range: tree.words[name].range, text: tree.words[name].text)
    return QuantityFinder.Found(quantity: quantity, words: [])
  }

  private func name(behind last: Int) -> Int? {
    var isFrom = false
    var mayBeOf = false
    for index in tree.words.indices.dropFirst(last + 1).prefix(Self.reach) {
      let word = tree.words[index]
      let text = word.text.lowercased()
      if isFrom, word.partOfSpeech == .properNoun { return index }
      if grammar.distances.contains(text) {
        // "12 kilometres of pipe" is no distance.
        guard text != "of" || mayBeOf else { return nil }
        isFrom = true
        mayBeOf = false
      } else if grammar.directions.contains(text) || grammar.landmarks.contains(word.lemma) {
        mayBeOf = true
      } else if word.tag != "HYPH", word.partOfSpeech != .determiner {
        return nil
      }
    }
    return nil
  }
}
