import Language
import Source

/// One of two texts that are compared: made once a text, used for all its pairs.
struct PairSide: Sendable {
  let embedding: Embedding
  let norm: Float
  /// Its content words.
  let words: WordVectors
  /// How much each of them tells.
  let weights: [Double]
  /// The group of its act, where its account begins with it.
  let leadingAct: String?
  /// Where it stands.
  let position: Position
  /// The figures that it gives.
  let figures: Figures

  /// Where a text stands.
  struct Position: Sendable {
    /// The language of its account.
    let language: LanguageTag
    /// Its place among the claims of its account, from 0 for the first to 1 for the last.
    let place: Double
  }

  /// - Parameters:
  ///   - weights: one for each of the words.
  ///   - position: where it stands.
  ///   - figures: the figures that it gives.
  ///   - leadingAct: the group of its act, where its account begins with it.
  init(
    _ encoded: EncodedClaim, weights: [Double], position: Position, figures: Figures,
    leadingAct: String? = nil
  ) {
    self.figures = figures
    self.leadingAct = leadingAct
    self.position = position
    embedding = encoded.embedding
    norm = encoded.embedding.norm
    words = encoded.words
    self.weights = weights
  }

  /// Some of its words, as the part of it that they make; it has no embedding of its own.
  func part(_ indices: [Int]) -> PairSide {
    PairSide(
      EncodedClaim(embedding: .zero, words: words.selecting(indices)),
      weights: indices.map { weights[$0] }, position: position, figures: figures)
  }

  /// The cosine of the embeddings of two sides.
  func cosine(_ other: PairSide) -> Double {
    let norms = norm * other.norm
    return norms > 0 ? Double(max(-1, min(1, embedding.dot(other.embedding) / norms))) : 0
  }

  /// How well the words of each of two sides are matched by those of the other, each by the nearest: the mean of
  /// their cosines, by weight (BERTScore; Zhang et al., 2020); 0 where nothing can be matched.
  ///
  /// - Complexity: the product of the numbers of words.
  func matches(_ other: PairSide) -> (own: Double, other: Double) {
    guard words.count > 0, other.words.count > 0 else { return (0, 0) }
    let cosines = words.greatestCosines(with: other.words)
    return (Self.mean(cosines.own, weights), Self.mean(cosines.other, other.weights))
  }

  private static func mean(_ cosines: [Float], _ weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    guard total > 0 else { return 0 }
    return zip(cosines, weights).reduce(0) { $0 + Double($1.0) * $1.1 } / total
  }
}
