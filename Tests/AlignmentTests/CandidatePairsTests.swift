import Claims
import Language
import SeededRandomness
import Testing

@testable import Alignment

@Suite("Which claims are compared where there are many")
struct CandidatePairsTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private func prepared(_ accounts: Int, sentences: Int) throws -> PreparedClaims {
    let accounts = ManyAccounts.accounts(accounts, sentences: sentences, seed: 7)
    return try Reading.prepared(accounts, encoder: Self.encoder.get())
  }

  private func likePairs(
    _ prepared: PreparedClaims, exhaustiveLimit: Int
  ) throws -> Set<[Int]> {
    let model = try SimilarityModel()
    let table = PairTable(
      prepared.sides, accounts: prepared.claims.map(\.claim.account), model: model,
      candidates: CandidatePairs(
        prepared.claims, weights: prepared.weights, exhaustiveLimit: exhaustiveLimit))
    return Set(table.likePairs(floor: model.threshold).map { [$0.first, $0.second] })
  }

  @Test("of the pairs that are alike, hardly any is missed where not all are compared")
  func recall() throws {
    let prepared = try prepared(24, sentences: 20)
    let all = try likePairs(prepared, exhaustiveLimit: .max)
    let found = try likePairs(prepared, exhaustiveLimit: 0)
    let recall = Double(found.intersection(all).count) / Double(all.count)
    #expect(all.count > 500)
    #expect(recall >= 0.97, "\(recall) of \(all.count)")
  }

  @Test("each claim has a bounded number of partners, and each pair is named once")
  func bounded() throws {
    let prepared = try prepared(24, sentences: 20)
    let candidates = CandidatePairs(
      prepared.claims, weights: prepared.weights, exhaustiveLimit: 0)
    for claim in prepared.claims.indices {
      let partners = candidates.partners(behind: claim)
      #expect(partners == Set(partners).sorted())
      #expect(partners.allSatisfy { $0 > claim })
    }
  }

  @Test("few claims are all compared")
  func few() throws {
    let prepared = try prepared(2, sentences: 3)
    let claims = prepared.claims
    let candidates = CandidatePairs(claims, weights: prepared.weights)
    #expect(candidates.isComplete)
    #expect(candidates.partners(behind: 0).count == claims.count - 1)
    #expect(candidates.partners(behind: claims.count - 1).isEmpty)
  }

  @Test(
    "the order of many accounts changes no point, whether all claims are compared or not",
    arguments: [0, 2_000])
  func order(exhaustiveLimit: Int) throws {
    let accounts = ManyAccounts.accounts(12, sentences: 6, seed: 11)
    let aligner = try PointAligner(
      encoder: Self.encoder.get(), exhaustiveLimit: exhaustiveLimit)
    var generator = SeededGenerator(seed: 3)
    var expected: [String]?
    for _ in 0..<3 {
      let analyzed = try Reading.analyzed(accounts.shuffled(using: &generator))
      let points = try aligner.points(of: Reading.claims(of: analyzed), in: analyzed)
      let outline = points.map { "\($0.id) \($0.summary) \($0.statingAccounts)" }
      #expect(outline == expected ?? outline)
      expected = outline
    }
  }
}
