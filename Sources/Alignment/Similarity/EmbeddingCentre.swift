import Language
import Source

/// Takes from embeddings what all texts of their language have in common, which says nothing about any of
/// them: E5's vectors crowd together, those of one language most.
struct EmbeddingCentre: Sendable {
  private let background: [LanguageTag: [Embedding]]

  /// Learns what texts have in common from sentences about nothing in particular
  /// (`Resources/background.yaml`).
  ///
  /// - Throws: `ResourceError` when they cannot be read, `ModelError` when the encoder fails.
  init(encoder: SentenceEncoder) throws {
    let table = try ResourceTable.decode(
      [String: [String]].self, from: "background.yaml", in: .module)
    background = try table.reduce(into: [:]) { background, entry in
      background[LanguageTag(rawValue: entry.key)] = try encoder.embed(entry.value)
    }
  }

  /// The embedding of one text without the mean of its language.
  func centred(_ embedding: Embedding, language: LanguageTag) -> Embedding {
    embedding.subtracting(Embedding.mean(sentences(in: language)))
  }

  /// The embeddings of texts about one matter, each without the mean of its language, to which the texts
  /// count: what all of them have in common sets none apart.
  func centred(_ embeddings: [Embedding], languages: [LanguageTag]) -> [Embedding] {
    let places = Dictionary(grouping: embeddings.indices) { languages[$0] }
    var centred = embeddings
    for (language, indices) in places {
      let mean = Embedding.mean(indices.map { embeddings[$0] } + sentences(in: language))
      for index in indices { centred[index] = embeddings[index].subtracting(mean) }
    }
    return centred
  }

  /// The background of a language; of all together where it has none of its own.
  private func sentences(in language: LanguageTag) -> [Embedding] {
    background[language]
      ?? background.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap(\.value)
  }
}
