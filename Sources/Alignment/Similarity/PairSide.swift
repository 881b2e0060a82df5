import Claims
import Language
import Source

/// One of two claims that are compared, with its words as numbers: made once a claim, used for all its pairs.
struct PairSide: Sendable {
  let embedding: Embedding
  let norm: Float
  let language: LanguageTag
  /// The places of its words in the order of all words.
  let words: [Int32]
  /// The places of the entities that it names.
  let names: [Int32]
  let weight: Double
  let measures: [Measure]
  let actGroup: String?
  let isLead: Bool

  init(_ claim: ComparableClaim, weights: LemmaWeights) {
    embedding = claim.embedding
    norm = claim.embedding.norm
    language = claim.language
    words = weights.places(of: claim.lemmas)
    names = weights.places(of: claim.entities)
    weight = claim.weight
    measures = claim.claim.measures
    actGroup = claim.claim.act?.group
    isLead = claim.isLead
  }

  /// The cosine of the embeddings of two sides.
  func cosine(_ other: PairSide) -> Double {
    let norms = norm * other.norm
    return norms > 0 ? Double(max(-1, min(1, embedding.dot(other.embedding) / norms))) : 0
  }
}
