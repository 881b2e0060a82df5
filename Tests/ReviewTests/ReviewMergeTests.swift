import Testing

@testable import Review

@Suite("An edited report is taken into the decisions")
struct ReviewMergeTests {
  private func entry(
    _ id: String, _ verdict: Decision.Verdict? = nil, note: String = "", line: Int = 1,
    shown: Decision.Ruling? = nil, origin: String? = nil
  ) -> ReportEntry {
    var entry = ReportEntry(finding: id, line: line)
    entry.verdict = verdict
    entry.note = note
    entry.isReviewable = true
    entry.mark = FindingMark(
      sort: "wording/term", fingerprint: "01234567", state: shown?.state, origin: origin)
    return entry
  }

  private func merge(
    _ entries: [ReportEntry], into file: ReviewFile = ReviewFile(), by: String = "Ada"
  ) -> ReviewMerge {
    ReviewMerge(entries, into: file, report: "r.md", by: by, at: "2024-05-14")
  }

  private func decided(
    _ id: String, _ verdict: Decision.Verdict, by: String = "Ada", note: String = ""
  ) -> ReviewFile {
    merge([entry(id, verdict, note: note)], by: by).file
  }

  @Test("a tick is a decision with who, when and the fingerprint of the evidence")
  func added() throws {
    let result = merge([entry("F-a", .accept, note: "n"), entry("F-b")])
    let decision = try #require(result.file.decisions["F-a"])
    #expect(result.file.decisions.count == 1)
    #expect(
      decision.ruling == .init(verdict: .accept, note: "n", by: "Ada", at: "2024-05-14"))
    #expect(decision.subject.fingerprint == "01234567")
    #expect(result.changes.map(\.kind) == [.added])
  }

  @Test("a note without a tick is kept as well")
  func note() {
    #expect(merge([entry("F-a", note: "n")]).file.decisions["F-a"]?.ruling.verdict == .open)
  }

  @Test("the same report read twice changes nothing the second time")
  func twice() {
    let entries = [entry("F-a", .accept), entry("F-b", note: "n")]
    let first = merge(entries).file
    let second = ReviewMerge(entries, into: first, report: "r.md", by: "Bo", at: "2030-01-01")
    #expect(second.file == first && second.changes.isEmpty)
  }

  @Test("another decision keeps the one before it")
  func changed() throws {
    let file = decided("F-a", .accept, note: "old")
    let shown = file.decisions["F-a"]?.ruling
    let result = merge([entry("F-a", .reject, note: "old", shown: shown)], into: file, by: "Bo")
    let decision = try #require(result.file.decisions["F-a"])
    #expect(decision.ruling.verdict == .reject && decision.ruling.by == "Bo")
    #expect(decision.earlier == [try #require(shown)])
    #expect(result.changes == [.init(finding: "F-a", kind: .changed, replaced: nil)])
  }

  @Test("a decision that is withdrawn stays as an earlier one, and is withdrawn once")
  func withdrawn() throws {
    let file = decided("F-a", .accept)
    let shown = file.decisions["F-a"]?.ruling
    let result = merge([entry("F-a", shown: shown)], into: file)
    #expect(result.changes.map(\.kind) == [.withdrawn])
    #expect(result.file.decisions["F-a"]?.ruling.verdict == .open)
    #expect(result.file.decisions["F-a"]?.earlier == [try #require(shown)])
    #expect(merge([entry("F-a", shown: shown)], into: result.file).changes.isEmpty)
    #expect(merge([entry("F-a")], into: result.file).changes.isEmpty)
  }

  @Test("two people who edit copies of one report do not undo each other's decisions")
  func copies() {
    let first = merge([entry("F-a", .accept), entry("F-b")], by: "Ada").file
    let second = merge([entry("F-a"), entry("F-b", .reject)], into: first, by: "Bo").file
    #expect(second.decisions["F-a"]?.ruling.by == "Ada")
    #expect(second.decisions["F-b"]?.ruling.by == "Bo")
  }

  @Test("where two people decide the same finding, the last counts and the other is kept and told")
  func conflict() throws {
    let first = decided("F-a", .accept, by: "Ada")
    let result = merge([entry("F-a", .reject)], into: first, by: "Bo")
    #expect(result.file.decisions["F-a"]?.ruling.verdict == .reject)
    #expect(result.file.decisions["F-a"]?.earlier.map(\.by) == ["Ada"])
    #expect(result.changes.first?.replaced?.by == "Ada")
  }

  @Test("a copy that never showed a decision does not withdraw it, whatever it showed before")
  func staleCopy() {
    let old = decided("F-a", .accept)
    let shown = old.decisions["F-a"]?.ruling
    let new = merge([entry("F-a", .reject, shown: shown)], into: old, by: "Bo").file
    #expect(merge([entry("F-a", shown: shown)], into: new).file == new)
  }

  @Test("a finding that stands twice counts by the copy that was edited")
  func duplicate() {
    let result = merge([entry("F-a"), entry("F-a", .accept, line: 9)])
    #expect(result.file.decisions["F-a"]?.ruling.verdict == .accept)
    #expect(result.problems == [])
  }

  @Test("a finding that stands twice and is decided differently is told with both lines")
  func disputed() throws {
    let result = merge([
      entry("F-a", .reject, line: 4), entry("F-b", .accept), entry("F-a", .accept, line: 9),
    ])
    #expect(Array(result.file.decisions.keys) == ["F-b"])
    let problem = try #require(result.problems.first)
    #expect(problem.line == 9 && problem.description.contains("line 4"))
  }

  @Test("a finding that is decided again on other words takes the place of what it follows")
  func followed() throws {
    let old = decided("F-old", .accept)
    let result = merge([entry("F-new", .reject, origin: "F-old")], into: old)
    #expect(Array(result.file.decisions.keys) == ["F-new"])
    #expect(result.file.decisions["F-new"]?.earlier.map(\.verdict) == [.accept])
  }

  @Test("a decision that still holds under another id stays as it is while nobody edits it")
  func held() {
    let old = decided("F-old", .reject)
    let shown = old.decisions["F-old"]?.ruling
    let result = merge([entry("F-new", .reject, shown: shown, origin: "F-old")], into: old)
    #expect(result.file == old && result.changes.isEmpty)
  }

  @Test("findings that are no longer in the report keep their decisions")
  func missing() {
    let file = decided("F-a", .accept)
    #expect(merge([entry("F-b", .reject)], into: file).file.decisions["F-a"] != nil)
  }
}
