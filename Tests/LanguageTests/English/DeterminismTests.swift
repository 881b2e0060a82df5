import Testing

@testable import Language

@Suite("a text's analysis depends on the text alone")
struct DeterminismTests {
  private static let texts = [
    "Blinken met Hayashi in Liverpool on 11 December.", "", "They spoke for 25 minutes.", " ",
    "No. They didn't agree; nor did Mr. Park, who'd left.\nNobody asked why.",
    String(
      repeating: "The minister said that the talks, which began at noon, would go on. ", count: 90),
    "ok :)",
  ]

  private static func lines(_ documents: [Document]) -> [String] {
    documents.map { AnalysisRecord($0).line }
  }

  @Test("not on the number of threads", arguments: [2, 3, 7])
  func threads(_ threads: Int) throws {
    let pipeline = try Fixture.pipeline.get()
    let texts = Array(repeating: Self.texts, count: 6).flatMap { $0 }
    let one = Self.lines(pipeline.analyze(texts, threads: 1))
    #expect(Self.lines(pipeline.analyze(texts, threads: threads)) == one)
  }

  @Test("not on the texts beside it")
  func neighbours() throws {
    let pipeline = try Fixture.pipeline.get()
    let alone = Self.texts.map { pipeline.analyze($0) }
    #expect(Self.lines(pipeline.analyze(Self.texts)) == Self.lines(alone))
    let backwards = pipeline.analyze(Array(Self.texts.reversed()))
    #expect(Self.lines(backwards.reversed()) == Self.lines(alone))
  }
}
