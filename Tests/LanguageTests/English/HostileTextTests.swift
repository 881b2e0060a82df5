import Testing

@testable import Language

@Suite("no text is lost, and none breaks the analysis")
struct HostileTextTests {
  struct Text: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
  }

  private static let planes = String(
    String.UnicodeScalarView(
      stride(from: UInt32(0), to: 0x11_0000, by: 61).compactMap(Unicode.Scalar.init)))

  static let texts = [
    Text(testDescription: "nothing", text: ""),
    Text(testDescription: "line ends alone", text: "\n\r\n\u{2028}\n"),
    Text(
      testDescription: "one token of a megabyte", text: String(repeating: "a", count: 1_000_000)),
    Text(
      testDescription: "a long address",
      text: "https://a.example/" + String(repeating: "b-", count: 10_000)),
    Text(testDescription: "opening brackets alone", text: String(repeating: "(", count: 10_000)),
    Text(
      testDescription: "many words without a full stop",
      text: String(repeating: "the envoy said that ", count: 2_500)),
    Text(testDescription: "all planes of Unicode, joined", text: planes),
    Text(
      testDescription: "all planes of Unicode, apart",
      text: planes.map(String.init).joined(separator: " ")),
    Text(
      testDescription: "control characters",
      text: String(String.UnicodeScalarView((0..<5_000).map { Unicode.Scalar(UInt8($0 * 7 % 32)) }))
    ),
  ]

  @Test("its tokens and the spaces behind them are the text", arguments: texts)
  func tokensAreTheText(_ input: Text) throws {
    let document = try Fixture.pipeline.get().analyze(input.text)
    var end = 0
    for token in document.tokens {
      #expect(token.range.lowerBound == end)
      end = token.range.upperBound + (token.hasSpace ? 1 : 0)
    }
    #expect(end == document.scalars.count)
    #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
  }

  private static let sentences =
    "The minister spoke of the talks. Nobody asked her why they had failed! "
    + "She left for Lisbon, where the council meets in May. "

  @Test("a text in parts that end with sentences has the tokens and sentences of the whole")
  func parts() throws {
    let text = Array(String(repeating: Self.sentences, count: 12).unicodeScalars)
    var whole = AnalysisWorker(try Fixture.components.get())
    var inParts = AnalysisWorker(try Fixture.components.get(), partLength: 64)
    let expected = whole.analyze([text])[0]
    let found = inParts.analyze([text, Array("Yes.".unicodeScalars)])
    #expect(found[0].sentences == expected.sentences)
    #expect(found[0].tokens.map(\.head) == expected.tokens.map(\.head))
    #expect(found[0].tokens.map(\.range) == expected.tokens.map(\.range))
    #expect(found[1].tokens.count == 2)
  }

  @Test("a sentence longer than a part is cut, and heads stay in their parts")
  func longSentence() throws {
    let text = Array(String(repeating: "and the envoy of the council ", count: 40).unicodeScalars)
    var worker = AnalysisWorker(try Fixture.components.get(), partLength: 50)
    let document = worker.analyze([text])[0]
    #expect(document.sentences.flatMap { Array($0) } == Array(document.tokens.indices))
    for sentence in document.sentences {
      #expect(sentence.count <= 50)
      #expect(document.tokens[sentence].allSatisfy { sentence.contains($0.head) })
    }
  }
}
