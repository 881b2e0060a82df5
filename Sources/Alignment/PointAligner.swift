import Claims
import Ingestion
import Language
import Source

/// Lines the claims of several accounts up: groups them into points and says what each account does with
/// each point.
public struct PointAligner: Sendable {
  private let encoder: SentenceEncoder
  private let model: SimilarityModel
  private let acts: ActTable
  private let nouns: CountedNouns
  private let words: ContradictionWords
  private let centre: EmbeddingCentre
  private let exhaustiveLimit: Int

  /// Reads the model of similarity.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read, `ModelError` when the encoder
  ///   fails.
  public init(encoder: SentenceEncoder) throws {
    try self.init(encoder: encoder, exhaustiveLimit: CandidatePairs.exhaustiveLimit)
  }

  /// - Parameter exhaustiveLimit: the number of claims up to which all pairs are compared.
  init(encoder: SentenceEncoder, exhaustiveLimit: Int) throws {
    self.encoder = encoder
    self.exhaustiveLimit = exhaustiveLimit
    model = try SimilarityModel()
    acts = try ActTable()
    nouns = try CountedNouns()
    words = try ContradictionWords()
    centre = try EmbeddingCentre(encoder: encoder)
  }

  /// The points of an event, in the order in which an account that tells most of them tells them.
  ///
  /// - Parameters:
  ///   - claims: the claims of all accounts.
  ///   - accounts: the analysed accounts that the claims are of.
  ///   - entities: what the accounts name.
  /// - Throws: `ModelError` when the encoder fails.
  /// - Complexity: O(n²) for up to some two thousand claims, of which all pairs are compared; for more, linear in
  ///   the number of claims, each of which is compared with a bounded number of others.
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
    let published = Dictionary(
      uniqueKeysWithValues: accounts.map { ($0.id, $0.account.published) })
    var (comparable, weights) = try prepared(claims, languages: languages, entities: entities)
    for index in comparable.indices {
      comparable[index].published = published[comparable[index].claim.account] ?? nil
    }
    let pairs = PairTable(
      comparable, weights: weights, nouns: nouns, model: model,
      candidates: CandidatePairs(comparable, weights: weights, exhaustiveLimit: exhaustiveLimit)
    ).likePairs(floor: 0.05)
    var linkage = AverageLinkage(labels: sentenceLabels(of: claims), pairs: pairs)
    let groups = linkage.groups(threshold: model.joinThreshold)
    let judge = StanceJudge(
      model: model, likeness: LikenessTable(pairs: pairs, count: claims.count), claims: comparable,
      accounts: order.keys.sorted(), mainLanguage: accounts.map(\.account).mainLanguage,
      disagreements: DisagreementFinder(
        acts: acts, nouns: nouns, words: words, weights: weights, leastCover: 0.5,
        index: ClaimIndex(comparable)))
    return groups.concurrentMap(minimumShare: 16, judge.point(of:))
  }

  /// The claims with their embeddings and the weights of their words.
  func prepared(
    _ claims: [Claim], languages: [String: LanguageTag], entities: EntityDirectory = .empty
  ) throws -> (claims: [ComparableClaim], weights: LemmaWeights) {
    let weights = LemmaWeights(
      claims: claims, entities: entities, cost: encoder.tokenizer.cost(of:))
    let tags = claims.map { languages[$0.account] ?? .undetermined }
    let embeddings = centre.centred(try encoder.embed(claims.map(\.gist)), languages: tags)
    let leads = Set(Dictionary(grouping: claims, by: \.account).values.compactMap { $0.first?.id })
    let comparable = claims.indices.map { index in
      let claim = claims[index]
      return ComparableClaim(
        claim: claim, language: tags[index], embedding: embeddings[index],
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
