import Claims
import Ingestion
import Language
import Testing

@testable import Alignment

@Suite("At whose wish a meeting was held")
struct InitiatorTests {
  private static let encoder = Result {
    try SentenceEncoder(store: ModelStore(), arithmetic: .float)
  }

  private func verdict(_ first: String, _ second: String) throws -> (Verdict?, [Disagreement.Kind])
  {
    let accounts = [Reading.account("A", first), Reading.account("B", second)]
    let analyzed = try Reading.analyzed(accounts)
    let extractor = try ClaimExtractor()
    let event = Event(name: "e", title: "e", accounts: accounts)
    let entities = extractor.entities(of: analyzed, in: event)
    let claims = analyzed.flatMap { extractor.claims(of: $0, in: event, entities: entities) }
    let points = try PointAligner(encoder: Self.encoder.get())
      .points(of: claims, in: analyzed, entities: entities)
    let point = try #require(points.first { Set($0.claims.map(\.account)) == ["A", "B"] })
    return (point.verdict(of: "B"), point.disagreements.map(\.kind))
  }

  @Test("two who are each told to have asked for one call are a difference")
  func two() throws {
    let (verdict, kinds) = try verdict(
      "The call was held at President Ada Lind's request.",
      "The call took place at the request of President Ole Berg.")
    #expect(verdict == .contradicted)
    #expect(kinds == [.participants])
  }

  @Test("one who is told to have asked for it in both is none")
  func one() throws {
    let (verdict, kinds) = try verdict(
      "The call was held at President Ada Lind's request.",
      "The call took place at the request of President Ada Lind.")
    #expect(verdict == .stated)
    #expect(kinds.isEmpty)
  }
}
