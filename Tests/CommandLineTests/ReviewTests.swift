import Foundation
import Testing

@Suite("The review of a report")
struct ReviewTests {
  private static let accounts = [
    "a.txt": "Fourteen people were injured in the collision.\n",
    "b.txt": "Eleven people were injured in the collision.\n",
  ]

  /// The report on the accounts, made once for all tests.
  private static let report = Result {
    let folder = try ScratchFolder()
    for (name, text) in accounts { try folder.write(text, to: name) }
    return try Program.run("compare", ".", in: folder).text
  }

  /// A folder with two accounts that differ, and the report on them in `report.md`.
  private func folder() throws -> ScratchFolder {
    let folder = try ScratchFolder()
    for (name, text) in Self.accounts { try folder.write(text, to: name) }
    try folder.write(try Self.report.get(), to: "report.md")
    return folder
  }

  private func text(_ folder: ScratchFolder, _ name: String) throws -> String {
    String(decoding: try folder.data(name), as: UTF8.self)
  }

  /// Ticks the first box of this word in a report.
  private func tick(_ word: String, in folder: ScratchFolder, _ name: String = "report.md") throws {
    let report = try text(folder, name)
    let box = try #require(report.firstRange(of: "- [ ] \(word)"))
    try folder.write(report.replacingCharacters(in: box, with: "- [x] \(word)"), to: name)
  }

  private func tickAll(_ word: String, in folder: ScratchFolder) throws {
    let report = try text(folder, "report.md")
    try folder.write(
      report.replacing("- [ ] \(word)", with: "- [x] \(word)"), to: "report.md")
  }

  private func review(_ folder: ScratchFolder, _ options: String...) throws -> Program.Answer {
    try Program.run(
      list: ["review", ".", "--by", "Ada", "--at", "2024-05-14"] + options, in: folder)
  }

  @Test("an edited report goes into review.yaml and comes back in the next report")
  func loop() throws {
    let folder = try folder()
    try tick("reject", in: folder)
    let answer = try review(folder)
    expectSuccess(answer)
    #expect(answer.text == "./review.yaml: 1 decisions: 1 new, 0 changed, 0 withdrawn\n")
    let kept = try text(folder, "review.yaml")
    #expect(kept.contains("    decision: reject\n    by: Ada\n    at: \"2024-05-14\"\n"))
    expectSuccess(try Program.run("compare", ".", "-o", "report.md", in: folder))
    let report = try text(folder, "report.md")
    #expect(report.contains("## Rejected") && report.contains("- [x] reject"))
    // Neither file is taken for an account.
    #expect(report.contains("2 accounts"))
    expectSuccess(try review(folder))
    #expect(try text(folder, "review.yaml") == kept)
  }

  @Test("the same edits give the same bytes, by whatever way the report comes")
  func reports() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    expectSuccess(try review(folder))
    let kept = try folder.data("review.yaml")
    for options in [["--report", "report.md"], ["--report", "-"]] {
      try FileManager.default.removeItem(at: folder.place("review.yaml"))
      let answer = try Program.run(
        list: ["review", ".", "--by", "Ada", "--at", "2024-05-14"] + options, in: folder,
        input: try folder.data("report.md"))
      expectSuccess(answer)
      #expect(try folder.data("review.yaml") == kept)
    }
  }

  @Test("a box that is unticked after it was read back withdraws the decision")
  func unticked() throws {
    let folder = try folder()
    let fresh = try text(folder, "report.md")
    try tick("accept", in: folder)
    expectSuccess(try review(folder))
    let read = try text(folder, "report.md")
    try folder.write(read.replacing("- [x] accept", with: "- [ ] accept"), to: "report.md")
    let answer = try review(folder)
    expectSuccess(answer)
    #expect(answer.text == "./review.yaml: 1 decisions: 0 new, 0 changed, 1 withdrawn\n")
    #expect(try text(folder, "review.yaml").contains("decision: open"))
    // All that was written into the report was its mark.
    #expect(try text(folder, "report.md") == fresh)
  }

  @Test("a copy of the report that was never ticked withdraws nothing")
  func copy() throws {
    let folder = try folder()
    try folder.write(try folder.data("report.md"), to: "copy.md")
    try tick("accept", in: folder)
    expectSuccess(try review(folder))
    let answer = try review(folder, "--report", "copy.md")
    expectSuccess(answer)
    #expect(answer.text.hasSuffix("0 new, 0 changed, 0 withdrawn\n"))
  }

  @Test("comments in review.yaml are kept")
  func comments() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    expectSuccess(try review(folder))
    let kept = try text(folder, "review.yaml")
    try folder.write(
      kept.replacing("    decision: accept\n", with: "    decision: accept  # by phone\n"),
      to: "review.yaml")
    try tick("reject", in: folder)
    let read = try text(folder, "report.md")
    try folder.write(read.replacing("- [x] accept", with: "- [ ] accept"), to: "report.md")
    expectSuccess(try review(folder))
    let now = try text(folder, "review.yaml")
    #expect(now.contains("decision: reject") && now.contains("# by phone"))
  }

  @Test("a report in Japanese is read back and keeps its language")
  func japanese() throws {
    let folder = try ScratchFolder()
    for (name, text) in Self.accounts { try folder.write(text, to: name) }
    let options = ["compare", ".", "--report-language", "ja", "-o", "report.md"]
    expectSuccess(try Program.run(list: options, in: folder))
    try tick("不採用", in: folder)
    let answer = try review(folder)
    expectSuccess(answer)
    #expect(try text(folder, "review.yaml").contains("decision: reject"))
    expectSuccess(try Program.run(list: options, in: folder))
    #expect(try text(folder, "report.md").contains("- [x] 不採用"))
  }

  @Test("without options the name comes from the login and the date from the clock")
  func defaults() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    expectSuccess(
      try Program.run("review", ".", in: folder, environment: ["USER": "grace"]))
    let kept = try text(folder, "review.yaml")
    #expect(kept.contains("by: grace"))
    #expect(kept.firstMatch(of: /at: "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"/) != nil)
  }

  @Test("an edit that cannot be read ends with status 65 and its line; the others are kept")
  func unreadable() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    let report = try text(folder, "report.md").replacing("- [x] accept", with: "- [x] acept")
    try folder.write(report, to: "report.md")
    try tick("reject", in: folder)
    let answer = try review(folder)
    #expect(answer.status == 65)
    let line = try #require(
      report.split(separator: "\n", omittingEmptySubsequences: false)
        .firstIndex { $0.contains("acept") })
    #expect(answer.errorLines.count == 1)
    #expect(answer.errors.hasPrefix("crossread: ./report.md: line \(line + 1): "))
    #expect(try text(folder, "review.yaml").contains("decision: reject"))
  }

  @Test("without a report there is a clear error, and nothing is written")
  func noReport() throws {
    let folder = try ScratchFolder.withTwoAccounts()
    expectFailure(
      try review(folder), status: 65, naming: "./report.md: no such report",
      "crossread compare . -o ./report.md")
    expectFailure(
      try review(folder, "--report", "x.md"), status: 65, naming: "x.md: no such file")
    expectFailure(
      try review(folder, "--report", "a.txt"), status: 65, naming: "a.txt: holds no finding")
    expectFailure(
      try Program.run("review", "nowhere", "--report", "a.txt", in: folder), status: 65,
      naming: "a.txt")
    #expect(try folder.names() == ["a.txt", "b.txt"])
  }

  @Test("a review.yaml that cannot be read is reported with its line and stays as it is")
  func brokenReview() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    let broken = "decisions:\n  F-aa1:\n    decision: perhaps\n"
    try folder.write(broken, to: "review.yaml")
    expectFailure(try review(folder), status: 65, naming: "./review.yaml: line 3: ")
    expectFailure(
      try Program.run("compare", ".", in: folder), status: 65, naming: "./review.yaml: line 3: ")
    #expect(try text(folder, "review.yaml") == broken)
  }

  @Test("a report with edits that were not read back is not written over")
  func unread() throws {
    let folder = try folder()
    try tick("accept", in: folder)
    let edited = try folder.data("report.md")
    expectFailure(
      try Program.run("compare", ".", "-o", "report.md", in: folder), status: 65,
      naming: "report.md: 1 of its findings are edited", "crossread review .")
    #expect(try folder.data("report.md") == edited)
    expectSuccess(try review(folder))
    expectSuccess(try Program.run("compare", ".", "-o", "report.md", in: folder))
  }

  @Test("--fail-on unreviewed ends with 1 until every finding is decided")
  func unreviewed() throws {
    let folder = try folder()
    let before = try Program.run("compare", ".", "--fail-on", "unreviewed", in: folder)
    #expect(before.status == 1 && before.errors == "")
    try tickAll("accept", in: folder)
    expectSuccess(try review(folder))
    expectSuccess(try Program.run("compare", ".", "--fail-on", "unreviewed", in: folder))
  }

  @Test("--fail-on difference passes over differences that were rejected")
  func rejectedDifference() throws {
    let folder = try folder()
    try tickAll("reject", in: folder)
    expectSuccess(try review(folder))
    expectSuccess(try Program.run("compare", ".", "--fail-on", "difference", in: folder))
  }

  @Test("--only accepted leaves out all findings until some are accepted")
  func noneAccepted() throws {
    let answer = try Program.run("compare", ".", "--only", "accepted", in: try folder())
    expectSuccess(answer)
    // The title is the name of a folder, in which "F-" may stand.
    #expect(!answer.text.contains("**F-") && answer.text.contains("## Accounts"))
  }

  @Test("--only accepted writes what was accepted", arguments: ["markdown", "json", "csv"])
  func onlyAccepted(format: String) throws {
    let folder = try folder()
    try tickAll("accept", in: folder)
    expectSuccess(try review(folder))
    let answer = try Program.run(
      "compare", ".", "--only", "accepted", "--format", format, in: folder)
    expectSuccess(answer)
    #expect(answer.text.contains(format == "csv" ? "P-" : "F-"))
    #expect(!answer.text.contains("- [x]"))
  }

  @Test("--since tells what was edited since, in Markdown and JSON")
  func since() throws {
    let folder = try folder()
    expectSuccess(
      try Program.run("compare", ".", "--format", "json", "-o", "report.json", in: folder))
    try folder.write("Nine people were injured in the collision.\n", to: "b.txt")
    let answer = try Program.run("compare", ".", "--since", "report.json", in: folder)
    expectSuccess(answer)
    #expect(answer.text.contains("<del>Eleven</del> <ins>Nine</ins>"))
    let json = try Program.run(
      "compare", ".", "--since", "report.json", "--format", "json", in: folder)
    expectSuccess(json)
    #expect(json.text.contains("\"status\" : \"updated\""))
    expectFailure(
      try Program.run("compare", ".", "--since", "none.json", in: folder), status: 65,
      naming: "none.json: no such file")
    expectFailure(
      try Program.run("compare", ".", "--since", "a.txt", in: folder), status: 65,
      naming: "a.txt: is not valid")
  }
}
