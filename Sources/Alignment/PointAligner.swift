import Claims
import Language
import Source

/// Lines the claims of several accounts up: groups them into points and says what each account does with
/// each point.
public struct PointAligner: Sendable {
  private let encoder: SentenceEncoder
  private let model: SimilarityModel
  private let acts: ActTable
  private let nouns: CountedNouns

  /// Reads the model of similarity.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(encoder: SentenceEncoder) throws {
    self.encoder = encoder
    model = try SimilarityModel()
    acts = try ActTable()
    nouns = try CountedNouns()
  }

  /// The points of an event, in the order in which an account that tells most of them tells them.
  ///
  /// - Parameters:
  ///   - claims: the claims of all accounts.
  ///   - accounts: the analysed accounts that the claims are of.
  ///   - entities: what the accounts name.
  /// - Throws: `ModelError` when the encoder fails.
  /// - Complexity: O(n²) in the number of claims for the likeness of pairs.
  public func points(
    of claims: [Claim], in accounts: [AnalyzedAccount], entities: EntityDirectory = .empty
  ) throws -> [Point] {
    let order = Dictionary(
      uniqueKeysWithValues: accounts.sorted { $0.id < $1.id }.enumerated().map { ($1.id, $0) })
    let claims = claims.sorted {
      ($0.account, $0.span.lowerBound, $0.span.upperBound, $0.id)
        < ($1.account, $1.span.lowerBound, $1.span.upperBound, $1.id)
    }
    let languages = Dictionary(
      uniqueKeysWithValues: accounts.map { ($0.id, $0.account.language) })
    let (comparable, weights) = try prepared(claims, languages: languages, entities: entities)
    let pairs = PairTable(comparable, weights: weights).likePairs(by: model, floor: 0.05)
    var linkage = AverageLinkage(labels: sentenceLabels(of: claims), pairs: pairs)
    let groups = linkage.groups(threshold: model.joinThreshold)
    let judge = StanceJudge(
      model: model, likeness: LikenessTable(pairs: pairs), claims: comparable,
      accounts: order.keys.sorted(),
      disagreements: DisagreementFinder(
        acts: acts, nouns: nouns, weights: weights, leastCover: 0.5))
    return groups.map(judge.point(of:))
  }

  /// The claims with their embeddings and the weights of their words.
  func prepared(
    _ claims: [Claim], languages: [String: LanguageTag], entities: EntityDirectory = .empty
  ) throws -> (claims: [ComparableClaim], weights: LemmaWeights) {
    let weights = LemmaWeights(
      claims: claims, entities: entities, cost: encoder.tokenizer.cost(of:))
    let background = try ResourceTable.decode([String].self, from: "background.yaml", in: .module)
    let all = try encoder.embed(claims.map(\.gist) + background)
    let embeddings = Embedding.centred(all).prefix(claims.count)
    let leads = Set(Dictionary(grouping: claims, by: \.account).values.compactMap { $0.first?.id })
    let comparable = zip(claims, embeddings).map { claim, embedding in
      ComparableClaim(
        claim: claim, language: languages[claim.account] ?? .undetermined, embedding: embedding,
        lemmas: Set(claim.lemmas), entities: Set(claim.mentions.map(\.entity)),
        weight: weights.weight(of: claim.lemmas),
        isLead: leads.contains(claim.id))
    }
    return (comparable, weights)
  }

  /// One label a sentence: what one sentence says apart is not the same thing.
  private func sentenceLabels(of claims: [Claim]) -> [Int] {
    var labels: [String: Int] = [:]
    return claims.map { claim in
      let key = "\(claim.account)\n\(claim.sentence)"
      let label = labels[key, default: labels.count]
      labels[key] = label
      return label
    }
  }
}

extension Embedding {
  /// Embeddings without what all of them have in common, which says nothing about any of them: E5's vectors
  /// crowd together.
  static func centred(_ embeddings: [Embedding]) -> [Embedding] {
    let mean = Embedding.mean(embeddings)
    return embeddings.map { $0.subtracting(mean) }
  }
}
