import Foundation
import Testing

@Suite("claims --input and --granularity")
struct ClaimsTests {
  private func records(_ answer: Program.Answer) throws -> [[String: Any]] {
    try answer.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func texts(_ record: [String: Any]) -> [String] {
    (record["claims"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
  }

  @Test("Each line is answered in order, with its own identifier and its propositions")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      {"id": 7, "text": "The council and the mayor approved the budget.", "language": "en"}
      {"id": "b", "text": "町長が橋を開いた。"}
      {"id": "c", "text": ""}

      """, to: "lines.ndjson")
    let answer = try Program.run("claims", "--input", "lines.ndjson", in: folder)
    expectSuccess(answer)
    let found = try records(answer)
    #expect(found.map { "\($0["id"] ?? "")" } == ["7", "b", "c"])
    #expect(
      found.map(texts) == [
        ["The council approved the budget", "the mayor approved the budget"], ["町長が橋を開いた"], [],
      ])
  }

  @Test("Ranges count the scalars of the text as it was given, line feeds and all")
  func ranges() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"id": 1, "text": "Snow fell.\nThe road was closed."}"# + "\n", to: "lines.ndjson")
    let found = try records(try Program.run("claims", "--input", "lines.ndjson", in: folder))
    let claims = try #require(found.first?["claims"] as? [[String: Any]])
    #expect(claims.map { $0["ranges"] as? [[Int]] } == [[[0, 9]], [[11, 30]]])
  }

  @Test("--granularity claim splits no further than a reader would")
  func granularity() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"id": 1, "text": "The council and the mayor approved the budget."}"# + "\n",
      to: "lines.ndjson")
    let answer = try Program.run(
      "claims", "--input", "lines.ndjson", "--granularity", "claim", in: folder)
    #expect(
      try records(answer).map(texts) == [["The council and the mayor approved the budget"]])
  }

  @Test("Lines before a bad one are answered; it ends with status 65 and its number")
  func badLine() throws {
    let folder = try ScratchFolder()
    try folder.write(
      #"{"id": 1, "text": "Snow fell."}"# + "\n" + #"{"id": 2}"# + "\n", to: "lines.ndjson")
    let answer = try Program.run("claims", "--input", "lines.ndjson", in: folder)
    #expect(answer.text.split(separator: "\n").count == 1)
    #expect(answer.status == 65)
    #expect(answer.errorLines.count == 1)
    #expect(answer.errors.contains("line 2"))
  }

  @Test("Neither a file nor both ways at once are accepted")
  func usage() throws {
    #expect(try Program.run("claims").status == 64)
    #expect(try Program.run("claims", "x.txt", "--input", "y").status == 64)
  }
}
