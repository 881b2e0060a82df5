import Claims
import Ingestion
import Language
import Source

/// Lines the claims of several accounts up: groups them into points and says what each account does with
/// each point.
public struct PointAligner: Sendable {
  private let model: SimilarityModel
  private let acts: ActTable
  private let nouns: CountedNouns
  private let words: ContradictionWords
  private let encoder: ClaimEncoder
  private let detailChecker: DetailChecker
  private let exhaustiveLimit: Int

  /// Pairs that are less alike than this are taken to have nothing to do with each other.
  static let leastLikeness = 0.02

  /// Reads the model of similarity.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read, `ModelError` when the encoder
  ///   fails.
  public init(encoder: SentenceEncoder) throws {
    try self.init(encoder: encoder, exhaustiveLimit: CandidatePairs.exhaustiveLimit)
  }

  /// - Parameter exhaustiveLimit: the number of claims up to which all pairs are compared.
  init(encoder: SentenceEncoder, exhaustiveLimit: Int) throws {
    self.exhaustiveLimit = exhaustiveLimit
    model = try SimilarityModel()
    acts = try ActTable()
    nouns = try CountedNouns()
    words = try ContradictionWords()
    self.encoder = try ClaimEncoder(encoder: encoder)
    detailChecker = try DetailChecker(encoder: encoder)
  }

  /// The points of an event, in the order in which an account that tells most of them tells them. Of many accounts,
  /// no details are told: most leave most of them out.
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
    let claims = claims.inOrder
    let prepared = try self.prepared(claims, of: accounts, entities: entities)
    let sides = prepared.sides
    let pairs = likePairs(of: prepared)
    var linkage = AverageLinkage(
      labels: claims.sentenceLabels, pairs: pairs.joining(accounts: claims.map(\.account)))
    let groups = linkage.groups(threshold: model.threshold)
    let likeness = LikenessTable(pairs: pairs, count: claims.count)
    let contained = ContainedClaims(claims: prepared.claims, sides: sides, likeness: likeness)
      .containments(in: groups)
    let containing = Dictionary(grouping: contained, by: \.detail.claim).mapValues {
      $0.map {
        LikenessTable.Entry(claim: Int32($0.claim), likeness: max($0.match, StanceJudge.partlyFrom))
      }
    }
    let containedByClaim = Dictionary(grouping: contained, by: \.claim)
    let judge = StanceJudge(
      likeness: likeness,
      claims: prepared.claims,
      accounts: order.keys.sorted(), mainLanguage: accounts.map(\.account).mainLanguage,
      disagreements: DisagreementFinder(
        acts: acts, nouns: nouns, words: words, weights: prepared.weights, leastCover: 0.5,
        index: ClaimIndex(prepared.claims)),
      containing: containing, entities: entities)
    let points = groups.concurrentMap(minimumShare: 16) { group in
      judge.point(of: group, contained: group.flatMap { containedByClaim[$0] ?? [] })
    }
    guard accounts.count <= StanceJudge.mostToldOfSilence else { return points }
    return try withDetails(points, of: groups, in: accounts, prepared, teller: judge.teller)
  }

  /// The points with what some of the accounts that state them tell in more detail.
  private func withDetails(
    _ points: [Point], of groups: [[Int]], in accounts: [AnalyzedAccount],
    _ prepared: PreparedClaims, teller: PointTeller
  ) throws -> [Point] {
    let details = DetailAligner(
      claims: prepared.claims, sides: prepared.sides, accounts: accounts.map(\.id).sorted(),
      mainLanguage: accounts.map(\.account).mainLanguage)
    let questions = zip(groups, points).map { details.questions(on: $0, stances: $1.stances) }
    let answers = try detailChecker.answers(to: Array(questions.joined()), in: accounts)
    let byID = Dictionary(
      zip(questions.joined().map(\.detail.id), answers), uniquingKeysWith: { first, _ in first })
    let texts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0.account.text) })
    return points.indices.map { index in
      var point = points[index]
      point.details = details.points(
        of: groups[index], whole: point, answers: byID)
      return teller.toldInCommon(point, of: groups[index], texts: texts)
    }
  }

  /// The claims, in order, with all that comparing them needs.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  package func prepared(
    _ claims: [Claim], of accounts: [AnalyzedAccount], entities: EntityDirectory
  ) throws -> PreparedClaims {
    try PreparedClaims(
      claims.inOrder, of: accounts.map(\.account), entities: entities, encoder: encoder,
      nouns: nouns)
  }

  /// The pairs of claims that are alike at all.
  ///
  /// - Complexity: that of the points.
  package func likePairs(of prepared: PreparedClaims) -> [LikePair] {
    PairTable(
      prepared.sides, accounts: prepared.claims.map(\.claim.account), model: model,
      candidates: CandidatePairs(
        prepared.claims, weights: prepared.weights, exhaustiveLimit: exhaustiveLimit)
    ).likePairs(floor: Self.leastLikeness)
  }

  /// The number of claims up to which all pairs of them are compared.
  package static let exhaustiveLimit = CandidatePairs.exhaustiveLimit
}
