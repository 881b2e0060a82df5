import Values

/// How much of a claim's words some sentences have.
struct WordCover: Sendable {
  /// Of each word of the claim, in order: 1 where it stands there or is part of a value that does, less where a word
  /// does that means it, is a kind of it or is derived from it, one half where one begins like it, 0 else; between them
  /// where it is met by meaning.
  private(set) var credits: [Double]

  /// What one sentence has of a claim.
  ///
  /// - Complexity: the words of the claim times its values, and the product of the numbers of values.
  init(of claim: Passage, in sentence: Passage) {
    let met = claim.values.filter { value in
      sentence.values.contains { value.compared(with: $0).relation == .equal }
    }
    credits = claim.words.map { word in
      if sentence.lemmas.contains(word.lemma) { return 1 }
      if met.contains(where: { $0.range.overlaps(word.range) }) { return 1 }
      if sentence.tells(word) { return Self.related }
      return word.stem.map { sentence.stems.contains($0) ? 0.5 : 0 } ?? 0
    }
  }

  /// What a sentence has of a claim by its words, or by words that mean nearly the same.
  ///
  /// - Parameter nearness: of each word of the claim, the cosine of its tokens and those nearest to them; nothing where
  ///   they were not compared.
  init(_ words: WordCover, nearness: [Double]) {
    credits = words.credits
    for (index, cosine) in nearness.enumerated() where credits.indices.contains(index) {
      let share = (cosine - Self.unlike) / (Self.same - Self.unlike)
      credits[index] = max(credits[index], min(max(share, 0), 1))
    }
  }

  /// The cosines of the tokens of words that have nothing to do with each other, and that mean the same.
  private static let unlike = 0.2
  private static let same = 0.9

  /// What a word of another form or a kind of the word counts.
  private static let related = 0.8

  /// What several sentences have of a claim, from what each has; nothing where there are none.
  init(of claim: Passage, uniting covers: some Sequence<WordCover>) {
    credits = [Double](repeating: 0, count: claim.words.count)
    for cover in covers { formUnion(cover) }
  }

  private mutating func formUnion(_ other: WordCover) {
    for index in credits.indices { credits[index] = max(credits[index], other.credits[index]) }
  }

  /// What these sentences have together with others.
  func union(_ other: WordCover) -> WordCover {
    var united = self
    united.formUnion(other)
    return united
  }

  /// The share of the claim's words, by weight, that stands there, from 0 to 1.
  func share(of claim: Passage) -> Double {
    let weight = claim.weight
    guard weight > 0 else { return 0 }
    return zip(claim.words, credits).reduce(0) { $0 + $1.1 * $1.0.weight } / weight
  }
}
