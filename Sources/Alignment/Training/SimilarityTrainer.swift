import Foundation
import Ingestion
import Language
import Source

/// Learns how alike two claims are that say the same thing, from claims of several reports of one event that people
/// have aligned.
///
/// Claims that are compared with the same claims are of one event: what they have in common is told from what sets
/// them apart as in a comparison.
public struct SimilarityTrainer {
  private let analyzer: LanguageAnalyzer
  private let encoder: SentenceEncoder
  private let claimEncoder: ClaimEncoder
  private var sets: [[LogisticRegression.Example]] = []

  /// The labels of pairs of claims that people have aligned, or have not.
  private static let labels: Set = ["aligned", "unaligned"]

  /// Makes a trainer that has seen nothing.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(store: ModelStore, encoder: SentenceEncoder) throws {
    analyzer = try LanguageAnalyzer(store: store, languages: [.english, .japanese])
    self.encoder = encoder
    claimEncoder = try ClaimEncoder(encoder: encoder)
  }

  /// Adds a set of examples; those that are no pairs of aligned or unaligned claims are left out.
  ///
  /// - Throws: `ModelError` when a model fails.
  public mutating func add(_ requests: [CheckRequest]) throws {
    let pairs = requests.filter { $0.isSpan && Self.labels.contains($0.label ?? "") }
      .map { Pair(claim: $0.claim, other: $0.passages.joined(separator: " "), request: $0) }
    guard !pairs.isEmpty else { return }
    sets.append(try Self.events(of: pairs).flatMap(examples(of:)))
  }

  /// The model, as JSON, and the name of its file; nothing where no claims were aligned.
  public func model() throws -> (name: String, json: Data)? {
    guard !sets.isEmpty else { return nil }
    let trained = TrainedModel(sets, names: PairFeature.allCases.map(\.rawValue))
    return ("similarity.json", try trained.json())
  }

  private struct Pair {
    let claim: String
    let other: String
    let request: CheckRequest
  }

  /// The pairs that hang together, in the order of the first of each event.
  private static func events(of pairs: [Pair]) -> [[Pair]] {
    var parents = Array(pairs.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index { index = parents[index] }
      return index
    }
    var firsts: [String: Int] = [:]
    for (index, pair) in pairs.enumerated() {
      for key in ["c" + pair.claim, "o" + pair.other] {
        guard let first = firsts[key] else {
          firsts[key] = index
          continue
        }
        let (one, other) = (root(first), root(index))
        parents[max(one, other)] = min(one, other)
      }
    }
    let groups = Dictionary(grouping: pairs.indices, by: root)
    return groups.sorted { $0.key < $1.key }.map { $0.value.map { pairs[$0] } }
  }

  private func examples(of pairs: [Pair]) throws -> [LogisticRegression.Example] {
    var places: [String: Int] = [:]
    var texts: [(text: String, language: LanguageTag)] = []
    let place = { (text: String, language: LanguageTag) -> Int in
      if let place = places[text] { return place }
      places[text] = texts.count
      texts.append((text, language))
      return texts.count - 1
    }
    let indices = pairs.map { pair in
      (
        place(pair.claim, pair.request.language),
        place(pair.other, pair.request.sourceLanguage)
      )
    }
    let sides = try sides(of: texts)
    var features = indices.map { PairFeatures(sides[$0.0], sides[$0.1]) }
    var nearest: [[Int: Double]] = [[:], [:]]
    for (pair, features) in zip(indices, features) {
      nearest[0][pair.0] = max(nearest[0][pair.0] ?? -.infinity, features.nearness)
      nearest[1][pair.1] = max(nearest[1][pair.1] ?? -.infinity, features.nearness)
    }
    for (index, pair) in indices.enumerated() {
      let nearness = features[index].nearness
      let isNearest = nearest[0][pair.0] == nearness && nearest[1][pair.1] == nearness
      features[index][.mutuallyNearest] = isNearest ? 1 : 0
    }
    return zip(pairs, features).map { pair, features in
      LogisticRegression.Example(
        features: PairFeature.allCases.map { features[$0] },
        isTrue: pair.request.label == "aligned", weight: 1)
    }
  }

  private func sides(of texts: [(text: String, language: LanguageTag)]) throws -> [PairSide] {
    let analyzed = try analyzer.analyze(
      texts.map { Account(passages: [$0.text], language: $0.language, published: nil) },
      threads: nil)
    let words = analyzed.map { $0.sentences.flatMap(\.words).filter(\.isContent) }
    let weights = LemmaWeights(
      words.map { Array(Set($0.map(\.lemma))) }, cost: encoder.tokenizer.cost(of:))
    let encoded = try claimEncoder.encoded(
      zip(analyzed, words).map { account, words in
        ClaimEncoder.Text(
          text: account.account.text.string, language: account.account.language,
          words: words.map(\.range))
      })
    return zip(encoded, words).map { encoded, words in
      PairSide(encoded, weights: words.map { weights.weight(of: $0.lemma) })
    }
  }
}
