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
  private let encoder: ClaimEncoder
  private var sets: [[LogisticRegression.Example]] = []
  private var events: [PointClustering] = []

  /// The labels of pairs of claims that people have aligned, or have not.
  private static let labels: Set = ["aligned", "unaligned"]

  /// How strongly large weights are held down.
  private static let penalty = 1.0

  /// Makes a trainer that has seen nothing.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(store: ModelStore, encoder: SentenceEncoder) throws {
    analyzer = try LanguageAnalyzer(store: store, languages: [.english, .japanese])
    self.encoder = try ClaimEncoder(encoder: encoder)
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

  /// Adds the claims of an event of which people have said which facts they carry; claims that carry none are left out,
  /// since nobody has said what they are like.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  public mutating func add(_ event: AlignedEvent) throws {
    let prepared = try PreparedClaims(
      event.claims, of: event.accounts, entities: event.entities, encoder: encoder)
    let claims = event.claims
    let meetings = claims.indices.flatMap { first in
      claims[(first + 1)...].indices.map {
        Meeting(first: first, second: $0, accounts: (claims[first].account, claims[$0].account))
      }
    }
    let features = Self.features(of: meetings, sides: prepared.sides)
    events.append(
      PointClustering(
        claims: claims, facts: event.facts,
        pairs: zip(meetings, features).map { meeting, features in
          PointClustering.Pair(
            first: meeting.first, second: meeting.second,
            features: PairFeature.allCases.map { features[$0] })
        }))
  }

  /// The model, as JSON, and the name of its file; nothing where no claims were aligned.
  public func model() throws -> (name: String, json: Data)? {
    let groups = (sets + [events.flatMap(\.examples)]).filter { !$0.isEmpty }
    guard !groups.isEmpty else { return nil }
    var trained = TrainedModel(
      groups, names: PairFeature.allCases.map(\.rawValue), penalty: Self.penalty)
    if let threshold = PointClustering.bestThreshold(events, model: trained) {
      trained.threshold = threshold
    }
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
    let meetings = pairs.map { pair in
      Meeting(
        first: place(pair.claim, pair.request.language),
        second: place(pair.other, pair.request.sourceLanguage), accounts: ("claims", "others"))
    }
    let features = Self.features(of: meetings, sides: try sides(of: texts))
    return zip(pairs, features).map { pair, features in
      Self.example(features, isTrue: pair.request.label == "aligned")
    }
  }

  /// Two texts that are compared, by their indices, and whose they are.
  private struct Meeting {
    let first: Int
    let second: Int
    let accounts: (first: String, second: String)
  }

  private struct Nearest: Hashable {
    let text: Int
    let account: String
  }

  /// The features of pairs, among which it is told which are mutually nearest.
  private static func features(of meetings: [Meeting], sides: [PairSide]) -> [PairFeatures] {
    var features = meetings.map { PairFeatures(sides[$0.first], sides[$0.second]) }
    let ends = meetings.map { meeting in
      [
        Nearest(text: meeting.first, account: meeting.accounts.second),
        Nearest(text: meeting.second, account: meeting.accounts.first),
      ]
    }
    var nearest: [Nearest: Double] = [:]
    for (ends, features) in zip(ends, features) {
      for end in ends { nearest[end] = max(nearest[end] ?? -.infinity, features.nearness) }
    }
    for (index, ends) in ends.enumerated() {
      let accounts = meetings[index].accounts
      let nearness = features[index].nearness
      let isNearest =
        accounts.first != accounts.second && ends.allSatisfy { nearest[$0] == nearness }
      features[index][.mutuallyNearest] = isNearest ? 1 : 0
    }
    return features
  }

  private static func example(
    _ features: PairFeatures, isTrue: Bool
  ) -> LogisticRegression.Example {
    LogisticRegression.Example(
      features: PairFeature.allCases.map { features[$0] }, isTrue: isTrue, weight: 1)
  }

  private func sides(of texts: [(text: String, language: LanguageTag)]) throws -> [PairSide] {
    let analyzed = try analyzer.analyze(
      texts.map { Account(passages: [$0.text], language: $0.language, published: nil) },
      threads: nil)
    let words = analyzed.map { $0.sentences.flatMap(\.words).filter(\.isContent) }
    let weights = LemmaWeights(
      words.map { Array(Set($0.map(\.lemma))) }, cost: encoder.cost(of:))
    let encoded = try encoder.encoded(
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
