import Language

/// Tells whether two texts in two languages say the same of the same: each word of either has one of the same meaning in
/// the other, by the vectors of the words in their places.
enum CrossLanguageMatch {
  /// How near two words are that mean the same, as a cosine: of the pairs of two things in `pairs.yaml`, no worst matched
  /// word reaches 0.34.
  static let leastCosine: Float = 0.42
  /// The same where one denies what the other affirms, which nothing else proves: "lake" and 川 reach 0.46.
  static let leastCosineOfDenial: Float = 0.5

  /// Whether the words of two texts correspond; none of them may be part of a value that differs.
  ///
  /// - Complexity: the product of the numbers of words.
  static func holds(_ words: WordVectors, _ others: WordVectors, least: Float) -> Bool {
    guard words.count > 0, others.count > 0 else { return false }
    let cosines = words.greatestCosines(with: others)
    return (cosines.own + cosines.other).allSatisfy { $0 >= least }
  }
}

extension ComparableClaim {
  /// Whether the claim says the same as one in another language, their values left out.
  ///
  /// - Parameters:
  ///   - least: how near each word must be to one of the other claim, as a cosine.
  ///   - isLeftOut: whether a word, by its base form, is left out of one of the claims too.
  /// - Complexity: the product of the numbers of words.
  func corresponds(
    to other: ComparableClaim, least: Float = CrossLanguageMatch.leastCosine,
    leavingOut isLeftOut: (ComparableClaim, String) -> Bool = { _, _ in false }
  ) -> Bool {
    guard
      entities.isEmpty || other.entities.isEmpty || !entities.isDisjoint(with: other.entities)
    else { return false }
    return CrossLanguageMatch.holds(
      wordsBesideValues { isLeftOut(self, $0) }, other.wordsBesideValues { isLeftOut(other, $0) },
      least: least)
  }

  private func wordsBesideValues(leavingOut isLeftOut: (String) -> Bool) -> WordVectors {
    guard claim.words.count == words.count else { return .none }
    return words.selecting(
      claim.words.indices.filter { index in
        let word = claim.words[index]
        return !word.lemma.contains(where: \.isNumber) && !isLeftOut(word.lemma)
          && !claim.values.contains { $0.range.overlaps(word.range) }
      })
  }
}
