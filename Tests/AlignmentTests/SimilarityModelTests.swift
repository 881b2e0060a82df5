import Language
import Testing

@testable import Alignment

@Suite("How alike two claims are")
struct SimilarityModelTests {
  private func comparable(_ texts: String...) throws -> [ComparableClaim] {
    let accounts = texts.enumerated().map { Reading.account("\($0)", $1) }
    let claims = try Reading.claims(of: Reading.analyzed(accounts))
    let weights = LemmaWeights(claims: claims) { _ in 1 }
    return claims.map { claim in
      ComparableClaim(
        claim: claim, language: .english, embedding: .zero, lemmas: Set(claim.lemmas),
        weight: weights.weight(of: claim.lemmas), isLead: false)
    }
  }

  private func features(_ first: String, _ second: String) throws -> PairFeatures {
    let claims = try comparable(first, second)
    let weights = LemmaWeights(claims: claims.map(\.claim)) { _ in 1 }
    return PairFeatures(
      PairSide(try #require(claims.first), weights: weights),
      PairSide(try #require(claims.last), weights: weights), weights: weights,
      nouns: try CountedNouns())
  }

  @Test(
    "more in common never makes two claims less alike",
    arguments: PairFeature.allCases.filter { $0 != .acrossLanguages })
  func monotone(feature: PairFeature) throws {
    let model = try SimilarityModel()
    var features = try features("The goat ate the hat.", "Rain fell on the coast.")
    var last = -Double.infinity
    for step in 0...10 {
      features[feature] = Double(step) / 10
      let probability = model.probability(features)
      #expect(probability >= last)
      last = probability
    }
  }

  @Test("a probability lies between 0 and 1")
  func bounds() throws {
    let model = try SimilarityModel()
    var features = try features("The goat ate the hat.", "Rain fell on the coast.")
    for value in [-1.0, 0, 1] {
      for feature in PairFeature.allCases { features[feature] = value }
      #expect((0...1).contains(model.probability(features)))
    }
  }

  @Test(
    "a number agrees with one that may count the same, not with one of something else",
    arguments: [
      ("Two inspectors came to the harbour.", "The harbour saw two inspectors.", 1.0),
      ("Two inspectors came to the harbour.", "Two boats left.", 0.0),
      ("Two inspectors came to the harbour.", "This is notice No. 2.", 0.0),
    ])
  func counted(first: String, second: String, agree: Double) throws {
    #expect(try features(first, second)[.valuesAgree] == agree)
  }

  @Test("claims of the same words cover each other in full")
  func fullCover() throws {
    let features = try features("The goat ate the hat.", "A goat ate a hat.")
    #expect(features[.coverOfShorter] == 1)
    #expect(features[.coverOfLonger] == 1)
  }

  @Test("claims without a common word do not cover each other")
  func noCover() throws {
    let features = try features("The goat ate the hat.", "Rain fell on the coast.")
    #expect(features[.coverOfShorter] == 0)
    #expect(features[.coverOfLonger] == 0)
  }

  @Test("features do not depend on which claim comes first")
  func symmetry() throws {
    let (one, other) = ("The goat ate six hats on Monday.", "On Monday a goat ate the hats.")
    #expect(try features(one, other).lanes == features(other, one).lanes)
  }

  @Test("a word that all claims share tells less of each than one that few have")
  func rarity() throws {
    let claims = try comparable(
      "The ferry sank.", "The ferry burned.", "The ferry sailed.", "The goat sailed.")
    let weights = LemmaWeights(claims: claims.map(\.claim)) { _ in 1 }
    #expect(weights.weight(of: "ferry") < weights.weight(of: "goat"))
    #expect(weights.weight(of: "ferry") > 0)
  }

  @Test("a word that no claim has weighs nothing")
  func unknownWord() {
    #expect(LemmaWeights(claims: []) { _ in 1 }.weight(of: "ferry") == 0)
  }
}
