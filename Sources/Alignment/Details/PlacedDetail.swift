import Claims

/// A detail with the claim that it is of, by its index, and its words as a side of pairs.
struct PlacedDetail: Sendable {
  let claim: Int
  let detail: Detail
  /// The indices of its content words in the claim.
  let words: [Int]
  let side: PairSide

  /// How much its words tell together.
  var weight: Double { side.weights.reduce(0, +) }

  /// The values in its own words.
  func measures(in claims: [ComparableClaim]) -> [Measure] {
    claims[claim].claim.measures.filter { measure in
      detail.words.contains { $0.overlaps(measure.value.range) }
    }
  }

  /// The details of a claim.
  static func all(of index: Int, in claims: [ComparableClaim], sides: [PairSide]) -> [PlacedDetail]
  {
    let claim = claims[index].claim
    return claim.details.map { detail in
      let words = claim.words.indices.filter { word in
        detail.words.contains { $0.overlaps(claim.words[word].range) }
      }
      return PlacedDetail(
        claim: index, detail: detail, words: words, side: sides[index].part(words))
    }
  }
}
