import Foundation
import Language

/// Learns how alike two claims are that say the same thing, from events whose accounts people have read for facts.
public struct SimilarityTrainer {
  private let encoder: ClaimEncoder
  private let nouns: CountedNouns
  private var events: [PointClustering] = []

  /// How strongly large weights are held down.
  private static let penalty = 1.0

  /// Makes a trainer that has seen nothing.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(encoder: SentenceEncoder) throws {
    self.encoder = try ClaimEncoder(encoder: encoder)
    nouns = try CountedNouns()
  }

  /// Adds the claims of an event; those that carry no fact are compared like the others, but nothing is learned of
  /// them, since nobody has said what they are like.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  public mutating func add(_ event: AlignedEvent) throws {
    let claims = event.claims
    let prepared = try PreparedClaims(
      claims, of: event.accounts, entities: event.entities, encoder: encoder, nouns: nouns)
    let pairs = claims.indices.flatMap { first in
      claims[(first + 1)...].indices.map { (first: first, second: $0) }
    }
    var features = pairs.map { PairFeatures(prepared.sides[$0.first], prepared.sides[$0.second]) }
    let nearest = Self.mutuallyNearest(pairs, features, accounts: claims.map(\.account))
    for index in features.indices { features[index][.mutuallyNearest] = nearest[index] ? 1 : 0 }
    events.append(
      PointClustering(
        claims: claims, facts: event.facts,
        pairs: zip(pairs, features).map { pair, features in
          PointClustering.Pair(
            first: pair.first, second: pair.second,
            features: PairFeature.allCases.map { features[$0] })
        }))
  }

  /// The model, as JSON, and the name of its file; nothing where no event was added.
  public func model() throws -> (name: String, json: Data)? {
    let examples = events.flatMap(\.examples)
    guard !examples.isEmpty else { return nil }
    var trained = TrainedModel(
      [examples], names: PairFeature.allCases.map(\.rawValue), penalty: Self.penalty)
    if let threshold = PointClustering.bestThreshold(events, model: trained) {
      trained.threshold = threshold
    }
    return ("similarity.json", try trained.json())
  }

  /// A claim and an account that it is compared with.
  private struct End: Hashable {
    let claim: Int
    let account: String
  }

  /// Of each pair of claims of two accounts, whether neither account has a claim that is nearer to the other claim.
  private static func mutuallyNearest(
    _ pairs: [(first: Int, second: Int)], _ features: [PairFeatures], accounts: [String]
  ) -> [Bool] {
    let ends = pairs.map { pair in
      [
        End(claim: pair.first, account: accounts[pair.second]),
        End(claim: pair.second, account: accounts[pair.first]),
      ]
    }
    var nearest: [End: Double] = [:]
    for (ends, features) in zip(ends, features) {
      for end in ends { nearest[end] = max(nearest[end] ?? -.infinity, features.nearness) }
    }
    return pairs.indices.map { index in
      accounts[pairs[index].first] != accounts[pairs[index].second]
        && ends[index].allSatisfy { nearest[$0] == features[index].nearness }
    }
  }
}
