import Language
import Source

/// Takes from embeddings what all texts of their language have in common, which says nothing about any of
/// them: E5's vectors crowd together, those of one language most.
struct EmbeddingCentre: Sendable {
  private let background: [LanguageTag: Embedding]
  private let mean: Embedding

  /// How many texts about the matter at hand the background counts for.
  private static let backgroundCount: Float = 15

  /// Sentences about nothing in particular, by language (`Resources/background.yaml`).
  ///
  /// - Throws: `ResourceError` when they cannot be read.
  static func backgroundTexts() throws -> [LanguageTag: [String]] {
    let table = try ResourceTable.decode(
      [String: [String]].self, from: "background.yaml", in: .module)
    return Dictionary(
      uniqueKeysWithValues: table.map { (LanguageTag(rawValue: $0.key), $0.value) })
  }

  /// Learns what texts have in common from sentences about nothing in particular.
  ///
  /// - Throws: `ResourceError` when they cannot be read, `ModelError` when the encoder fails.
  init(encoder: SentenceEncoder) throws {
    self.init(background: try Self.backgroundTexts().mapValues(encoder.embed))
  }

  /// Learns it from the embeddings of such sentences.
  init(background embeddings: [LanguageTag: [Embedding]]) {
    background = embeddings.mapValues { Embedding.mean($0) }
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
