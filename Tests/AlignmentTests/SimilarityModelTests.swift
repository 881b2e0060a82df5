import Ingestion
import Language
import Source
import Testing

@testable import Alignment

@Suite("How alike two claims are")
struct SimilarityModelTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  /// The features of the first claims of two accounts.
  private func features(
    _ first: String, _ second: String, language: LanguageTag = .english
  ) throws -> PairFeatures {
    let sides = try Reading.prepared(
      [Reading.account("A", first), Reading.account("B", second, language: language)],
      encoder: Self.encoder.get()
    ).sides
    return PairFeatures(try #require(sides.first), try #require(sides.last))
  }

  private func likeness(
    _ first: String, _ second: String, language: LanguageTag = .english
  ) throws -> Double {
    try SimilarityModel().probability(features(first, second, language: language))
  }

  @Test(
    "figures agree where one of both is the same, and differ where none of one kind is",
    arguments: [
      ("The fee is £900.", "They pay £900 at once.", 1.0, 0.0),
      ("Turnout was 79 per cent.", "Of the members 87 per cent voted for it.", 0, 1),
      ("Two ships were sent to Leeds.", "Three ships were sent to Leeds.", 0, 1),
      ("Two ministers met in Leeds.", "Two ministers spoke in Leeds.", 0, 0),
      ("About 3,600 dockers joined.", "About 4,200 drivers take part.", 0, 1),
      ("About 4,000 dockers joined.", "About 4,200 drivers take part.", 1, 0),
      ("It is for workers over 55.", "It is for workers over 60.", 0, 1),
      ("The fee is £900.", "The ferry has 40 seats.", 0, 0),
    ])
  func figures(first: String, second: String, agree: Double, differ: Double) throws {
    let features = try features(first, second)
    #expect(features[.figuresAgree] == agree)
    #expect(features[.figuresDiffer] == differ)
  }

  @Test("one figure in both makes claims more alike, and other figures less")
  func figuresCount() throws {
    let model = try SimilarityModel()
    var features = try features("The goat ate the hat.", "Rain fell on the coast.")
    let before = model.probability(features)
    features[.figuresDiffer] = 1
    #expect(model.probability(features) < before)
    features[.figuresDiffer] = 0
    features[.figuresAgree] = 1
    #expect(model.probability(features) > before)
  }

  @Test(
    "more in common never makes two claims less alike",
    arguments: PairFeature.allCases.filter { ![.distance, .figuresDiffer].contains($0) })
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

  @Test("claims that stand far apart in their accounts are less alike")
  func distance() throws {
    let model = try SimilarityModel()
    var features = try features("The goat ate the hat.", "The goat ate a hat.")
    features[.distance] = 0
    let near = model.probability(features)
    features[.distance] = 1
    #expect(model.probability(features) < near)
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

  @Test("other words for the same thing are nearer than some of the same words for another")
  func paraphrase() throws {
    let claim = "The union rejected the offer of the port."
    let same = try likeness(
      claim, "Dockers' representatives turned down what the harbour proposed.")
    let other = try likeness(claim, "The port lies beside the office of the union's lawyer.")
    #expect(same > other)
  }

  @Test("a translation is nearer than another sentence on the same matter")
  func translation() throws {
    let claim = "The mayor opened the new bridge on Friday."
    let same = try likeness(claim, "市長は金曜日に新しい橋を開通させた。", language: .japanese)
    let other = try likeness(claim, "橋の工事は三年かかった。", language: .japanese)
    #expect(same > other)
  }

  @Test("a claim that says less is matched better than the one that says more")
  func oneSided() throws {
    let features = try features(
      "The bridge was closed.", "The bridge was closed because divers had found cracks in a pier.")
    #expect(features[.betterMatch] > features[.worseMatch] + 0.1)
  }

  @Test("only first claims that report the same sort of act are what reports begin with")
  func leads() throws {
    #expect(try features("The two mayors met.", "The mayors held talks.")[.bothLead] == 1)
    #expect(try features("The two mayors met.", "Rain fell on the coast.")[.bothLead] == 0)
  }

  @Test("features do not depend on which claim comes first")
  func symmetry() throws {
    let (one, other) = ("The goat ate six hats on Monday.", "On Monday a goat ate the hats.")
    #expect(try features(one, other).lanes == features(other, one).lanes)
  }

  private func weights(_ texts: [[String]]) -> LemmaWeights { LemmaWeights(texts) { _ in 1 } }

  @Test("a word that all claims share tells less of each than one that few have")
  func rarity() {
    let weights = weights([
      ["ferry", "sink"], ["ferry", "burn"], ["ferry", "sail"], ["goat", "sail"],
    ])
    #expect(weights.weight(of: "ferry") < weights.weight(of: "goat"))
    #expect(weights.weight(of: "ferry") > 0)
  }

  @Test("a word that no claim has weighs nothing")
  func unknownWord() {
    #expect(weights([]).weight(of: "ferry") == 0)
  }
}
