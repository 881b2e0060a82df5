import Source

/// The words that tell what a noun is in the event (`Resources/facets.yaml`).
struct FacetWords: Sendable, Decodable {
  /// Prepositions and particles of the place where something is.
  let place: Set<String>
  /// Nouns that stand before the name of a place: "the city of".
  let localities: Set<String>
  /// Verbs of going to see a place, by the base forms that claims have them in.
  let visiting: Set<String>
  /// Particles of the place that somebody visits.
  let visited: Set<String>
  /// Prepositions and particles of those with whom one acts.
  let company: Set<String>

  /// Prepositions and particles of what something belongs to.
  let belonging: Set<String>
  /// Particles of what is done.
  let object: Set<String>
  /// Prepositions and particles of the means.
  let means: Set<String>
  /// Means by which people meet who are not in one place.
  let media: Set<String>

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    self = try ResourceTable.decode(FacetWords.self, from: "facets.yaml", in: .module)
  }
}
