import Claims
import Language
import Source

/// A claim with all that comparing it needs, computed once.
struct ComparableClaim: Sendable {
  let claim: Claim
  let language: LanguageTag
  let embedding: Embedding
  let lemmas: Set<String>
  /// What each of its content words means in it, in their order; none where that was not needed.
  var words: WordVectors = .none
  /// The ids of what it names.
  var entities: Set<String> = []
  let weight: Double
  /// At whose wish it was done.
  var initiators: Initiators = [:]
  /// When its account was published.
  var published: Timestamp? = nil
}
