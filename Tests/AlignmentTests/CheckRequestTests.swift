import Testing

@testable import Alignment

@Suite("Requests of check")
struct CheckRequestTests {
  private func passages(_ text: String) throws -> [String] {
    let line = #"{"claim": "Rain fell.", "source": {"text": "\#(text)"}}"#
    return try CheckRequest(line: Array(line.utf8)).passages
  }

  @Test(
    "a line of a text that ends as a sentence does ends a paragraph",
    arguments: [
      (#"Rain fell.\nThe river rose."#, ["Rain fell.", "The river rose."]),
      (#"He said \"stop.\"\nThey did."#, [#"He said "stop.""#, "They did."]),
      (#"雨が降った。\n川があふれた。"#, ["雨が降った。", "川があふれた。"]),
    ])
  func lines(text: String, paragraphs: [String]) throws {
    #expect(try passages(text) == paragraphs)
  }

  @Test("a line that was broken in a sentence goes on in the next")
  func broken() throws {
    #expect(try passages(#"The river rose\nin the night."#) == ["The river rose\nin the night."])
  }

  @Test(
    "a line goes on in small letters behind an abbreviation, and what closes stays with what it closes",
    arguments: [
      (#"The U.S.\ngovernment agreed."#, "The U.S.\ngovernment agreed."),
      (#"He said it (\nfor now\n)\nyesterday."#, "He said it (\nfor now\n)\nyesterday."),
    ])
  func goesOn(text: String, paragraph: String) throws {
    #expect(try passages(text) == [paragraph])
  }

  @Test("an empty line ends a paragraph")
  func emptyLine() throws {
    #expect(try passages(#"Floods\n \nThe river rose."#) == ["Floods", "The river rose."])
  }

  @Test("a text of nothing but space has no paragraphs", arguments: ["", #" \n\t"#])
  func space(text: String) throws {
    #expect(try passages(text).isEmpty)
  }
}
