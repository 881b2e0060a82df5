import Language
import Source

/// Takes from embeddings what all texts of their language have in common, which says nothing about any of
/// them: E5's vectors crowd together, those of one language most.
struct EmbeddingCentre: Sendable {
  private let background: [LanguageTag: Embedding]
  private let mean: Embedding

  /// How many texts about the matter at hand the background counts for.
  private static let backgroundCount: Float = 15

  /// - Parameter background: what texts about nothing in particular have in common, by language.
  init(background: [LanguageTag: Embedding]) {
    self.background = background
    mean = Embedding.mean(background.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value))
  }

  /// The embedding of one text without the mean of its language.
  func centred(_ embedding: Embedding, language: LanguageTag) -> Embedding {
    embedding.subtracting(background[language] ?? mean)
  }

  /// The embeddings of texts about one matter, each without the mean of its language, to which the texts
  /// count: what all of them have in common sets none apart.
  func centred(_ embeddings: [Embedding], languages: [LanguageTag]) -> [Embedding] {
    let places = Dictionary(grouping: embeddings.indices) { languages[$0] }
    var centred = embeddings
    for (language, indices) in places {
      let own = Embedding.mean(indices.map { embeddings[$0] })
      let share = Float(indices.count) / (Float(indices.count) + Self.backgroundCount)
      for index in indices {
        centred[index] = embeddings[index].subtracting(own, scaledBy: share)
          .subtracting(background[language] ?? mean, scaledBy: 1 - share)
      }
    }
    return centred
  }
}
