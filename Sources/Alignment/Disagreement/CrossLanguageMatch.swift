import Language

/// Tells whether two texts in two languages say the same of the same: each word of either has one of the same meaning in
/// the other, by the vectors of the words in their places.
enum CrossLanguageMatch {
  /// How near two words are that mean the same, as a cosine: of the pairs of two things in `pairs.yaml`, no worst matched
  /// word reaches 0.34.
  private static let leastCosine: Float = 0.42

  /// Whether the words of two texts correspond; none of them may be part of a value that differs.
  ///
  /// - Complexity: the product of the numbers of words.
  static func holds(_ words: WordVectors, _ others: WordVectors) -> Bool {
    guard words.count > 0, others.count > 0 else { return false }
    let cosines = words.greatestCosines(with: others)
    return (cosines.own + cosines.other).allSatisfy { $0 >= leastCosine }
  }
}

extension ComparableClaim {
  /// Whether the claim says the same as one in another language, their values left out.
  ///
  /// - Complexity: the product of the numbers of words.
  func corresponds(to other: ComparableClaim) -> Bool {
    guard
      entities.isEmpty || other.entities.isEmpty || !entities.isDisjoint(with: other.entities)
    else { return false }
    return CrossLanguageMatch.holds(wordsBesideValues, other.wordsBesideValues)
  }

  private var wordsBesideValues: WordVectors {
    guard claim.words.count == words.count else { return .none }
    return words.selecting(
      claim.words.indices.filter { index in
        let word = claim.words[index]
        return !word.lemma.contains(where: \.isNumber)
          && !claim.values.contains { $0.range.overlaps(word.range) }
      })
  }
}
