import Foundation
import Language
import Source

/// What sentences about nothing in particular (`Resources/background.yaml`) have in common, by language, as the encoder
/// reads them: it says nothing about any text and is taken away before texts are compared.
///
/// The vectors are kept in `Resources/background-vectors.txt`, which `crossread train` makes: to encode the sentences
/// each time would take a third of what the encoder has to do for a small event.
struct BackgroundVectors: Sendable, Equatable {
  private var vectors: [LanguageTag: [Part: Embedding]]

  /// What of the sentences is meant.
  enum Part: String, Sendable, CaseIterable {
    /// The middle of their embeddings.
    case texts
    /// The middle of the vectors of all their tokens.
    case tokens
    /// The middle of the middles of each sentence's tokens.
    case tokenMeans
  }

  /// The name of the file in which they are kept.
  static let resource = "background-vectors.txt"

  /// Reads the vectors that are kept.
  ///
  /// - Throws: `ResourceError` when they cannot be read.
  init() throws(ResourceError) {
    vectors = [:]
    for line in try ResourceTable.text(from: Self.resource, in: .module).split(separator: "\n") {
      let words = line.split(separator: " ")
      let values = words.dropFirst(2).compactMap { Float($0) }
      guard values.count == Embedding.width, words.count == values.count + 2,
        let part = Part(rawValue: String(words[1]))
      else { throw ResourceError(name: Self.resource, reason: "a line holds no vector") }
      vectors[LanguageTag(rawValue: String(words[0])), default: [:]][part] = Embedding(values)
    }
  }

  /// Makes the vectors.
  ///
  /// - Throws: `ResourceError` when the sentences cannot be read, `ModelError` when the encoder fails.
  init(encoder: SentenceEncoder) throws {
    let table = try ResourceTable.decode(
      [String: [String]].self, from: "background.yaml", in: .module)
    vectors = [:]
    for (language, texts) in table {
      let encoded = try encoder.embedWithTokens(texts)
      vectors[LanguageTag(rawValue: language)] = [
        .texts: Embedding.mean(encoded.map(\.embedding)),
        .tokens: Embedding.mean(
          encoded.flatMap { text in (0..<text.tokens.count).map(text.tokens.vector(at:)) }),
        .tokenMeans: Embedding.mean(encoded.map(\.tokens.mean)),
      ]
    }
  }

  /// The vectors of one part, by language.
  subscript(part: Part) -> [LanguageTag: Embedding] { vectors.compactMapValues { $0[part] } }

  /// The vectors as the file has them, a line each.
  var text: String {
    let languages = vectors.keys.sorted { $0.rawValue < $1.rawValue }
    return languages.flatMap { language in
      Part.allCases.compactMap { part in
        vectors[language]?[part].map { vector in
          ([language.rawValue, part.rawValue] + vector.values.map { "\($0)" })
            .joined(separator: " ") + "\n"
        }
      }
    }.joined()
  }
}

/// The file of what sentences about nothing in particular have in common, made anew.
public struct BackgroundFile: Sendable {
  /// The name of the file among the resources of this module.
  public static let name = BackgroundVectors.resource
  /// Its text.
  public let text: String

  /// - Throws: `ResourceError` when the sentences cannot be read, `ModelError` when the encoder fails.
  public init(encoder: SentenceEncoder) throws {
    text = try BackgroundVectors(encoder: encoder).text
  }
}
