import Testing

@testable import Review

@Suite("Comments in the file of decisions")
struct ReviewFileCommentsTests {
  private static let old = """
    # Talk to Bo before you change this.
    schema: crossread-review/1
    decisions:  # by desk two
      # The harbour master called twice.
      F-aa1:
        decision: accept  # agreed on Monday
        note: |-
          # not a comment
          two lines
        by: "Ada # 1"
        at: "2024-05-14"

      F-bb2:
        # to be asked again
        decision: follow up
        by: Bo
        at: "2024-05-14"
    # the end

    """

  private func file() throws -> ReviewFile { try ReviewFile(Self.old, file: "review.yaml") }

  private func changed(_ id: String, _ verdict: Decision.Verdict) throws -> ReviewFile {
    var file = try file()
    file.decisions[id]?.ruling.verdict = verdict
    return file
  }

  @Test("a file in which nothing has changed stays as it is")
  func unchanged() throws {
    #expect(try file().text(replacing: Self.old) == Self.old)
  }

  @Test("all comments are kept where decisions change", arguments: ["F-aa1", "F-bb2"])
  func kept(id: String) throws {
    let file = try changed(id, .reject)
    let text = file.text(replacing: Self.old)
    #expect(try ReviewFile(text, file: "review.yaml") == file)
    for comment in [
      "# Talk to Bo before you change this.", "# by desk two", "# The harbour master called twice.",
      "# agreed on Monday", "# to be asked again", "# the end",
    ] {
      #expect(text.components(separatedBy: comment).count == 2, "\(comment)")
    }
  }

  @Test("what looks like a comment inside of a note stays a note")
  func note() throws {
    let text = try changed("F-aa1", .reject).text(replacing: Self.old)
    let read = try ReviewFile(text, file: "review.yaml")
    #expect(read.decisions["F-aa1"]?.ruling.note == "# not a comment\ntwo lines")
    #expect(read.decisions["F-aa1"]?.ruling.by == "Ada # 1")
  }

  @Test("a new decision stands in its place, and the blocks of the others stay")
  func added() throws {
    var file = try file()
    file.decisions["F-ab1"] = Decision(
      finding: "F-ab1", ruling: .init(verdict: .accept, by: "Cy", at: "2024-05-15"),
      subject: FindingSummary(sort: "", summary: "", fingerprint: nil, quotes: []))
    let text = file.text(replacing: Self.old)
    #expect(try ReviewFile(text, file: "review.yaml") == file)
    let new = "  F-ab1:\n    decision: accept\n    by: Cy\n    at: \"2024-05-15\"\n"
    #expect(text.replacing(new, with: "") == Self.old)
  }

  @Test("the comments of a decision that is gone are kept")
  func gone() throws {
    var file = try file()
    file.decisions["F-bb2"] = nil
    let text = file.text(replacing: Self.old)
    #expect(try ReviewFile(text, file: "review.yaml") == file)
    #expect(text.contains("# to be asked again"))
  }

  @Test("a file laid out in another way keeps its comments at the top")
  func flow() throws {
    let old =
      "{decisions: {F-aa1: {decision: accept, by: Ada, at: \"2024-05-14\"}}}  # all in one\n"
    var file = try ReviewFile(old, file: "review.yaml")
    file.decisions["F-aa1"]?.ruling.verdict = .reject
    let text = file.text(replacing: old)
    #expect(try ReviewFile(text, file: "review.yaml") == file)
    #expect(text.hasPrefix("# all in one\n"))
  }

  @Test("10,000 comments in another layout take linear time", .timeLimit(.minutes(10)))
  func manyComments() throws {
    let comments = (0..<10_000).map { "# \($0)\n" }.joined()
    let old = "{decisions: {F-aa1: {decision: accept}}}\n\(comments)"
    var file = try ReviewFile(old, file: "review.yaml")
    file.decisions["F-aa1"]?.ruling.note = String(repeating: "a", count: 100_000)
    let text = file.text(replacing: old)
    #expect(text.hasPrefix("# 0\n# 1\n"))
  }
}
