import Foundation
import SeededRandomness
import Testing

@testable import Review

@Suite("Decisions in an edited report")
struct ReportReaderTests {
  private func reading(_ text: String) throws -> ReportReader.Reading {
    try ReportReader().reading(of: text, file: "r.md")
  }

  /// A report with two findings, the first with these lines in place of its boxes.
  private func report(_ lines: String...) -> String {
    let boxes = ["  - [ ] accept", "  - [ ] reject", "  - [ ] follow up", "  - Note:"]
    let parts =
      [
        "# T", "", "## Differences", "",
        "- <a id=\"f-aa1\"></a>**F-aa1** A has “4”. <!-- difference/value evidence=01234567 -->",
        "  - A ¶1: “Four boats sank”",
      ] + lines + [
        "", "- <a id=\"f-bb2\"></a>**F-bb2** B. <!-- wording/term evidence=76543210 -->",
        "  - B ¶2 (3): “It rained”",
      ] + boxes + ["", "## How it was made", "", "2 accounts"]
    return parts.joined(separator: "\n") + "\n"
  }

  private func first(_ lines: String...) throws -> ReportEntry {
    let text = report(lines.joined(separator: "\n"))
    let reading = try reading(text)
    #expect(reading.problems == [])
    return try #require(reading.entries.first)
  }

  @Test("an untouched report decides nothing")
  func untouched() throws {
    let entry = try first("  - [ ] accept", "  - [ ] reject", "  - [ ] follow up", "  - Note:")
    #expect(!entry.isEdited && entry.isReviewable)
    #expect(entry.verdict == nil && entry.note == "")
  }

  @Test("a finding is read with its mark, its sentence and its quotes")
  func finding() throws {
    let entry = try first("  - [x] accept", "  - Note:")
    #expect(entry.finding == "F-aa1" && entry.line == 5)
    #expect(entry.mark == FindingMark(sort: "difference/value", fingerprint: "01234567"))
    #expect(entry.summary == "A has “4”.")
    #expect(entry.quotes == [Quote(account: "A", text: "Four boats sank")])
  }

  @Test(
    "a ticked box decides, however it is ticked",
    arguments: [
      ("  - [x] accept", Decision.Verdict.accept), ("  - [X] reject", .reject),
      ("    * [ x ] Follow up", .followUp), ("- [x] **reject**.", .reject),
      ("  - [x] 採用", .accept), ("\t- [x] 不採用", .reject), ("  [x] follow up", .followUp),
    ])
  func ticks(line: String, verdict: Decision.Verdict) throws {
    #expect(try first(line, "  - [ ] accept").verdict == verdict)
  }

  @Test(
    "a note is what stands behind its word",
    arguments: [
      ("  - Note: by phone", "by phone"), ("  - **Note:** by phone", "by phone"),
      ("  - note : by phone  ", "by phone"), ("  Note: by phone", "by phone"),
      ("  - Note： 電話で確認", "電話で確認"), ("  - メモ：電話で確認。", "電話で確認。"),
      ("  - Note: see [x] https://a.example *now*", "see [x] https://a.example *now*"),
      ("  - Note: one\n    two\n\n    - three\n      four", "one\ntwo\n\n- three\n  four"),
      ("  - Note:\n    one\n    - [x] accept", "one\n- [x] accept"),
      ("  - Note: one\ntwo", "one\ntwo"),
      ("  - Note: one\n  - Note: two", "one\ntwo"),
      ("  - Note:\n\n    # one", "# one"),
    ])
  func notes(lines: String, note: String) throws {
    let entry = try first("  - [ ] accept", lines)
    #expect(entry.note == note)
    #expect(entry.verdict == nil && entry.isEdited)
  }

  @Test("a byte order mark and line ends of Windows change nothing")
  func windows() throws {
    let text = report("  - [x] accept", "  - Note: one", "    two")
    let plain = try reading(text)
    let other = try reading("\u{FEFF}" + text.replacing("\n", with: "\r\n"))
    #expect(plain.entries == other.entries && plain.problems == other.problems)
    #expect(other.entries.first?.note == "one\ntwo")
  }

  @Test("edited headings, moved and deleted sections leave each decision with its finding")
  func moved() throws {
    let parts = report("  - [x] reject", "  - Note: n").components(separatedBy: "\n\n")
    let text = ["# Other", "## What we think", parts[3], "### Old stuff", parts[2]]
      .joined(separator: "\n\n")
    let found = try reading(text)
    #expect(found.problems == [])
    #expect(found.entries.map(\.finding) == ["F-bb2", "F-aa1"])
    #expect(found.entries.map(\.verdict) == [nil, .reject])
  }

  @Test("two boxes that are ticked contradict each other: neither counts, and the line is told")
  func contradictory() throws {
    let found = try reading(report("  - [x] accept", "  - [x] reject", "  - Note: n"))
    let entry = try #require(found.entries.first)
    #expect(!entry.isEdited)
    #expect(found.problems.map(\.line) == [8])
    #expect(found.problems.first?.description.contains("F-aa1") == true)
  }

  @Test(
    "an edit that cannot be read is told with its line, and the rest is read",
    arguments: [
      ("  - [x] acept", "did you mean \"accept\"?"), ("  - [y] accept", "write [x] or [ ]"),
      ("  - [x] maybe", "no box is called"), ("  - I doubt it", "write it behind `Note:`"),
      ("\nI doubt it", "write it behind `Note:`"),
    ])
  func unreadable(line: String, message: String) throws {
    let found = try reading(
      report("  - [x] follow up", "  - Note:", line))
    #expect(found.entries.count == 2)
    #expect(found.entries.first?.verdict == .followUp)
    let problem = try #require(found.problems.first)
    #expect(found.problems.count == 1)
    #expect(problem.description.hasPrefix("r.md: line \(line.hasPrefix("\n") ? 10 : 9): "))
    #expect(problem.description.contains(message), "\(problem)")
  }

  @Test("a finding whose boxes were deleted decides nothing")
  func withoutBoxes() throws {
    #expect(try first("").isEdited == false)
  }

  @Test("a finding whose mark was deleted is known by its id")
  func withoutMark() throws {
    let text = report("  - [x] accept").replacing(#/ <!--.*?-->/#, with: "")
    let entry = try #require(try reading(text).entries.first)
    #expect(entry.mark == nil && entry.verdict == .accept && entry.isEdited)
  }

  @Test("boxes and notes that are no finding's are passed over")
  func outside() throws {
    let text = "- [x] accept\n- Note: n\n\n" + report("  - [ ] accept")
    let found = try reading(text)
    #expect(found.problems == [])
    #expect(found.entries.allSatisfy { !$0.isEdited })
  }

  @Test("what is written for a decision is read as that decision, whatever the note")
  func roundTrip() throws {
    let alphabet = Array("ab \n\t-[]x*:#`>|~0.あ。\r".unicodeScalars)
    let boxes = try ReviewBoxes()
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<1500 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        view.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
      let verdict = Decision.Verdict.allCases[Int.random(in: 0..<4, using: &generator)]
      let note = NoteText.normalized(String(view))
      let ruling = Decision.Ruling(verdict: verdict, note: note, by: "a", at: "b")
      let found = try reading(report(boxes.lines(for: ruling).joined(separator: "\n")))
      let entry = try #require(found.entries.first)
      #expect(
        entry.state == ruling.state, "\(note.debugDescription) \(entry.note.debugDescription)")
      #expect(found.problems == [] && found.entries.count == 2)
    }
  }

  @Test(
    "lines of many spaces, marks without end and long notes take linear time",
    .timeLimit(.minutes(10)),
    arguments: [
      String(repeating: " ", count: 200_000) + "a",
      "- " + String(repeating: " ", count: 200_000) + "a",
      "  - [x]" + String(repeating: " ", count: 200_000) + "accept",
      "  - [x] accept" + String(repeating: " ", count: 200_000),
      String(repeating: "<!-- a/", count: 100_000),
      "  - Note: a" + String(repeating: "\n    b", count: 50_000),
    ])
  func endless(line: String) throws {
    #expect(try reading(report(line)).entries.count == 2)
  }

  @Test("what is noted in a report stands under its own finding, whatever marks the id")
  func notedAnywhere() throws {
    let text = report("  - [x] accept").replacing("**F-aa1**", with: "__F-aa1__")
    let found = try reading(text)
    let merge = ReviewMerge(
      found.entries, into: ReviewFile(), report: "r.md", by: "Ada", at: "2024-05-14")
    let again = try reading(found.text(text, noting: merge.file))
    #expect(again.entries.map(\.isEdited) == [false, false])
    #expect(again.entries[0].mark?.state == again.entries[0].state)
  }
}
