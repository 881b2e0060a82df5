import Foundation
import Testing

@testable import Language

@Suite("analyses are written as JSON and CoNLL-U")
struct FormatTests {
  private static let text = "He met\nher in Oslo.  OK"

  @Test("a line of JSON holds tokens and sentences")
  func record() throws {
    let document = try Fixture.pipeline.get().analyze(Self.text)
    let line = AnalysisRecord(document, id: "\"q\\n\"").line
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let tokens = object?["tokens"] as? [[String: Any]]
    #expect(object?["id"] as? String == "q\n")
    #expect(tokens?.count == document.tokens.count)
    #expect(tokens?[1]["lemma"] as? String == "meet")
    #expect(tokens?[1]["head"] as? Int == 1)
    #expect(tokens?[2]["lemma"] as? String == "\n")
    #expect(tokens?[5]["ent_type"] as? String == "GPE")
    #expect(tokens?[5]["ent_iob"] as? String == "B")
    #expect(tokens?[5]["start"] as? Int == 14)
    #expect(tokens?[5]["end"] as? Int == 18)
    #expect((object?["sentences"] as? [[Int]])?.first?.first == 0)
  }

  @Test("every character is written so that it reads back")
  func escapes() throws {
    let text = String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar($0) })) + "😀"
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    let back = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
    #expect(back as? String == text)
  }

  @Test("CoNLL-U leaves white space out and numbers heads within the sentence")
  func tree() throws {
    let document = try Fixture.pipeline.get().analyze(Self.text)
    let lines = ConllUWriter().write(document, prefix: "x-").split(separator: "\n")
    #expect(lines[0] == "# sent_id = x-1")
    #expect(lines[1] == "# text = He met her in Oslo.")
    #expect(lines[2].hasPrefix("1\tHe\the\tPRON\tPRP\t"))
    #expect(lines[2].split(separator: "\t").dropFirst(6).prefix(2) == ["2", "nsubj"])
    #expect(lines[3].split(separator: "\t").dropFirst(6) == ["0", "root", "_", #"SpacesAfter=\n"#])
    #expect(lines[6].hasSuffix("NE=B-GPE|SpaceAfter=No"))
    #expect(lines.allSatisfy { $0.hasPrefix("#") || $0.split(separator: "\t").count == 10 })
  }

  @Test("a request gives its identifier back as it came")
  func request() throws {
    let line = #"{"id": {"b": [1, null], "a": "x/y"}, "text": "Hi", "language": "en"}"#
    let request = try AnalysisRequest(line: Array(line.utf8))
    #expect(
      request.id == #"{"a":"x\/y","b":[1,null]}"# || request.id == #"{"a":"x/y","b":[1,null]}"#)
    #expect(request.text == "Hi")
    #expect(request.language == "en")
    #expect(try AnalysisRequest(line: Array(#"{"text": ""}"#.utf8)).id == "null")
  }

  @Test("half of a surrogate pair becomes one replacement character, a whole pair its character")
  func surrogates() throws {
    let line = #"{"text": "a\ud800b\udc00\ud83d\ude00\\ud800\ud83d"}"#
    let request = try AnalysisRequest(line: Array(line.utf8))
    #expect(request.text == "a\u{FFFD}b\u{FFFD}😀\\ud800\u{FFFD}")
  }

  @Test(
    "what is no request is refused",
    arguments: [
      "", "[]", "{", "{}", #"{"text": 5}"#, #"{"text": "a", "language": 1}"#, "\"text\"", "\\",
    ])
  func mistakes(_ line: String) {
    #expect(throws: AnalysisRequest.Mistake.self) { try AnalysisRequest(line: Array(line.utf8)) }
  }
}
