import Foundation
import Testing

@Suite("analyze")
struct AnalyzeTests {
  @Test("A file gives CoNLL-U: a sentence a block, ten fields a word")
  func conllu() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    let answer = try Program.run("analyze", "a.txt", in: folder)
    expectSuccess(answer)
    #expect(answer.text.hasPrefix("# sent_id = a-p1-s1\n# text = The mayor opened the bridge"))
    let words = answer.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(words.contains { $0.hasPrefix("3\topened\topen\tVERB\tVBD\t") })
    for word in words { #expect(word.split(separator: "\t").count == 10) }
  }

  @Test("Offsets in JSON count from the beginning of the account")
  func offsets() throws {
    let folder = try ScratchFolder()
    try folder.write("Rain fell on Oslo.\n\nNobody left the town.\n", to: "a.txt")
    let answer = try Program.run("analyze", "a.txt", "--format", "json", in: folder)
    expectSuccess(answer)
    let records = try Self.records(answer)
    #expect(records.map { $0["id"] as? String } == ["a-p1", "a-p2"])
    let tokens = try #require(records.last?["tokens"] as? [[String: Any]])
    #expect(tokens.first?["start"] as? Int == 20)
    #expect(tokens.first?["head"] as? Int == 1)
  }

  @Test("--input answers each line in order, with its own identifier")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      {"id": 7, "text": "He left. She stayed.", "language": "en"}

      {"id": "b", "text": "雨が降った。皆帰った。", "language": "ja"}
      {"text": ""}

      """, to: "lines.ndjson")
    let answer = try Program.run("analyze", "--input", "lines.ndjson", in: folder)
    expectSuccess(answer)
    let records = try Self.records(answer)
    #expect(records.count == 3)
    #expect(records[0]["id"] as? Int == 7)
    #expect(records[0]["sentences"] as? [[Int]] == [[0, 3], [3, 6]])
    #expect(records[1]["id"] as? String == "b")
    #expect((records[1]["sentences"] as? [[Int]])?.count == 2)
    #expect(records[2]["id"] is NSNull)
  }

  @Test("The number of threads changes nothing", arguments: ["1", "2", "7"])
  func threads(count: String) throws {
    let folder = try ScratchFolder()
    let lines = (0..<500).map { #"{"id": \#($0), "text": "Ship \#($0) left Oslo at noon."}"# }
    try folder.write(lines.joined(separator: "\n"), to: "lines.ndjson")
    let answer = try Program.run(
      "analyze", "--input", "lines.ndjson", "--threads", count, in: folder)
    expectSuccess(answer)
    #expect(try Self.records(answer).map { $0["id"] as? Int } == Array(0..<500))
    let alone = try Program.run("analyze", "--input", "lines.ndjson", in: folder)
    #expect(alone.output == answer.output)
  }

  @Test(
    "A bad line is named by its number, blank lines counted",
    arguments: [
      ("{", "not valid JSON"), (#"{"id": 1}"#, "\"text\""),
      (#"{"text": "Il pleut.", "language": "fr"}"#, "\"fr\""),
    ])
  func badLine(line: String, part: String) throws {
    let folder = try ScratchFolder()
    try folder.write("\n\(line)\n", to: "lines.ndjson")
    expectFailure(
      try Program.run("analyze", "--input", "lines.ndjson", in: folder), status: 65,
      naming: "lines.ndjson: line 2: ", part)
  }

  @Test("A bad line leaves the file of an earlier answer as it was, and no other")
  func badLineAndOutput() throws {
    let folder = try ScratchFolder()
    try folder.write("{\"text\": \"Hello.\"}\n[]\n", to: "lines.ndjson")
    try folder.write("yesterday's", to: "out.ndjson")
    let answer = try Program.run(
      "analyze", "--input", "lines.ndjson", "-o", "out.ndjson", in: folder)
    expectFailure(answer, status: 65, naming: "line 2")
    #expect(try folder.data("out.ndjson") == Data("yesterday's".utf8))
    #expect(try folder.names() == ["lines.ndjson", "out.ndjson"])
  }

  @Test("Without the pipeline it ends with status 69 and the command that gets it")
  func missingModel() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectFailure(
      try Program.run(
        "analyze", "a.txt", in: folder, environment: ["CROSSREAD_HOME": "/nowhere/at/all"]),
      status: 69, naming: "English pipeline", "/nowhere/at/all", "make setup")
  }

  @Test("A folder, or no file, for --input ends with status 65", arguments: [".", "none.ndjson"])
  func noInput(name: String) throws {
    let folder = try ScratchFolder()
    expectFailure(
      try Program.run("analyze", "--input", name, in: folder), status: 65, naming: name)
  }

  private static func records(_ answer: Program.Answer) throws -> [[String: Any]] {
    try answer.text.split(separator: "\n").map { line in
      let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(value as? [String: Any])
    }
  }
}
