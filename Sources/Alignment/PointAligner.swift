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
  private let claimEncoder: ClaimEncoder
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
    claimEncoder = try ClaimEncoder(encoder: encoder)
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
    let (comparable, sides) = try prepared(claims, of: accounts.map(\.account), entities)
    let weights = comparable.weights
    let pairs = PairTable(
      sides, accounts: claims.map(\.account), model: model,
      candidates: CandidatePairs(
        comparable.claims, weights: weights, exhaustiveLimit: exhaustiveLimit)
    ).likePairs(floor: 0.05)
    var linkage = AverageLinkage(labels: sentenceLabels(of: claims), pairs: pairs)
    let groups = linkage.groups(threshold: model.threshold)
    let likeness = LikenessTable(pairs: pairs, count: claims.count)
    let judge = StanceJudge(
      model: model, likeness: likeness,
      claims: comparable.claims,
      accounts: order.keys.sorted(), mainLanguage: accounts.map(\.account).mainLanguage,
      disagreements: DisagreementFinder(
        acts: acts, nouns: nouns, weights: weights, leastCover: 0.5,
        index: ClaimIndex(comparable.claims)),
      details: DetailAligner(
        claims: comparable.claims, sides: sides, accounts: order.keys.sorted()))
    return groups.concurrentMap(minimumShare: 16, judge.point(of:))
  }

  /// The claims with the weights of their words, and as sides of pairs.
  private func prepared(
    _ claims: [Claim], of accounts: [Account], _ entities: EntityDirectory
  ) throws -> (comparable: (claims: [ComparableClaim], weights: LemmaWeights), sides: [PairSide]) {
    let accounts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
    let weights = LemmaWeights(
      claims: claims, entities: entities, cost: encoder.tokenizer.cost(of:))
    let languages = claims.map { accounts[$0.account]?.language ?? .undetermined }
    let encoded = try claimEncoder.encoded(
      zip(claims, languages).map { claim, language in
        ClaimEncoder.Text(
          claim, of: accounts[claim.account]?.text ?? SourceText(""), language: language)
      })
    let comparable = claims.indices.map { index in
      let claim = claims[index]
      return ComparableClaim(
        claim: claim, language: languages[index], embedding: encoded[index].embedding,
        lemmas: Set(claim.lemmas), entities: Set(claim.mentions.map(\.entity)),
        weight: weights.weight(of: claim.lemmas), published: accounts[claim.account]?.published)
    }
    let sides = zip(claims, encoded).map { claim, encoded in
      PairSide(encoded, weights: claim.words.map { weights.weight(of: $0.lemma) })
    }
    return ((comparable, weights), sides)
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
