import Foundation
import Testing

@Suite("check")
struct CheckTests {
  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    try folder.makeFolder("event")
    try folder.write(
      "The mayor opened the new bridge on Friday. It cost 40 million euros.\n", to: "event/a.txt")
    try folder.write("Heavy snow closed two mountain roads.\n", to: "event/b.txt")
    return folder
  }

  @Test("One claim against a folder gives a row an account, with the words that say it")
  func table() throws {
    let answer = try Program.run("check", "The mayor opened the bridge.", "event", in: try folder())
    expectSuccess(answer)
    let rows = answer.text.split(separator: "\n").filter { $0.hasPrefix("| **") }
    #expect(rows.count == 2)
    #expect(rows.first?.contains("● states it") == true)
    #expect(rows.first?.contains("The mayor opened the new bridge on Friday.") == true)
    #expect(rows.last?.contains("– silent") == true)
  }

  @Test("--input answers each line in order, with its own identifier")
  func lines() throws {
    let folder = try ScratchFolder()
    try folder.write(
      """
      {"id": 7, "claim": "Rain fell.", "source": {"sentences": ["Snow fell.", "Rain fell."]}}
      {"id": "b", "claim": "町長が橋を開いた。", "source": {"text": "町長が新しい橋を開いた。"}}
      {"claim": "Rain fell.", "source": {"sentences": []}}

      """, to: "lines.ndjson")
    let answer = try Program.run("check", "--input", "lines.ndjson", in: folder)
    expectSuccess(answer)
    let records = try answer.text.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(records.map { "\($0["id"] ?? "")" } == ["7", "b", "<null>"])
    #expect(records.map { $0["verdict"] as? String } == ["stated", "stated", "absent"])
    let evidence = try #require(records.first?["evidence"] as? [[String: Any]])
    #expect(evidence.first?["sentence"] as? Int == 1)
  }

  @Test("--input answers the lines of one claim together, however many there are")
  func linesOfOneClaim() throws {
    let folder = try ScratchFolder()
    // More than is read at a time; every source stands near the beginning and near the end.
    let note = String(repeating: "x", count: 2_000)
    let lines = (0..<200).map { index in
      let source = "Ship number \(index % 20) left the harbour of Elmsworth."
      return #"{"id": \#(index), "claim": "Ship number 3 sailed.", "note": "\#(note)", "#
        + #""span": "\#(source)", "source": {"text": "\#(source)"}}"#
    }
    try folder.write(lines.joined(separator: "\n") + "\n", to: "lines.ndjson")
    let answer = try Program.run("check", "--input", "lines.ndjson", in: folder)
    expectSuccess(answer)
    let supports = try answer.text.split(separator: "\n").map { line in
      let record = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(record?["support"] as? Double)
    }
    #expect(supports.count == 200)
    #expect(supports.suffix(20) == supports.prefix(20))
  }

  @Test(
    "A bad line ends with status 65 and its number",
    arguments: [
      #"{"claim": 3, "source": {"text": "x"}}"#, #"{"claim": "x"}"#, "{",
      #"{"claim": "x", "source": {"sentences": "x"}}"#, #"{"claim": "x", "source": {}}"#,
    ])
  func badLine(line: String) throws {
    let folder = try ScratchFolder()
    try folder.write(line + "\n", to: "lines.ndjson")
    expectFailure(
      try Program.run("check", "--input", "lines.ndjson", in: folder), status: 65, naming: "line 1")
  }

  @Test("Neither a claim without a folder nor both ways at once are accepted")
  func usage() throws {
    let folder = try ScratchFolder()
    for arguments in [["check"], ["check", "Rain fell."], ["check", "x", "y", "--input", "z"]] {
      let answer = try Program.run(list: arguments, in: folder)
      #expect(answer.status == 64)
    }
  }
}
