import Ingestion
import SeededRandomness
import Testing

@testable import Review

@Suite("The file of decisions")
struct ReviewFileTests {
  private func read(_ text: String) throws -> ReviewFile {
    try ReviewFile(text, file: "x/review.yaml")
  }

  private func failure(of text: String) -> IngestionError? {
    do throws(IngestionError) {
      _ = try ReviewFile(text, file: "x/review.yaml")
      return nil
    } catch {
      return error
    }
  }

  private static let full = ReviewFile(decisions: [
    "F-b2": Decision(
      finding: "F-b2",
      ruling: .init(
        verdict: .followUp, note: "Ask them.\n\n  - twice\n*really* [x]", by: "Ada: B",
        at: "2024-05-14"),
      earlier: [.init(verdict: .accept, note: "賛成", by: "花子", at: "2024-05-13T08:00:00Z")],
      subject: FindingSummary(
        sort: "difference/value", summary: "A has “4” against B “5”: \"x\" \\ #y.",
        fingerprint: "0123abcd",
        quotes: [Quote(account: "A b", text: "- [x] accept"), Quote(account: "yes", text: "null")])
    ),
    "F-a1": Decision(
      finding: "F-a1", ruling: .init(verdict: .open, note: "n", by: "", at: ""),
      subject: FindingSummary(sort: "", summary: "", fingerprint: nil, quotes: [])),
  ])

  @Test("what is written is read again as it was")
  func roundTrip() throws {
    #expect(try read(Self.full.text) == Self.full)
  }

  @Test("decisions are written in the order of the findings' ids, the same bytes every time")
  func order() throws {
    let text = Self.full.text
    #expect(text == Self.full.text)
    let first = try #require(text.firstRange(of: "F-a1")).lowerBound
    #expect(first < (try #require(text.firstRange(of: "F-b2")).lowerBound))
  }

  @Test(
    "a file without decisions is written and read",
    arguments: ["", "\n# nothing\n", "decisions:\n"])
  func empty(text: String) throws {
    #expect(try read(text) == ReviewFile())
    #expect(try read(ReviewFile().text) == ReviewFile())
  }

  @Test("notes and quotes of any characters come back as they were")
  func anyText() throws {
    let alphabet = Array(
      "ab \n\t-[]{}*&!|>'\"%@`#:,?\\éあ。🚀\u{202E}\u{2028}\u{85}\u{FEFF}\u{FFFE}\u{7}".unicodeScalars)
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1500 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        view.append(alphabet[Int.random(in: alphabet.indices, using: &generator)])
      }
      let note = NoteText.normalized(String(view))
      let file = ReviewFile(decisions: [
        "F-a": Decision(
          finding: "F-a", ruling: .init(verdict: .open, note: note, by: note, at: ""),
          earlier: [.init(verdict: .accept, note: note, by: "", at: "")],
          subject: FindingSummary(
            sort: "", summary: note, fingerprint: nil,
            quotes: [Quote(account: "x", text: String(view))]))
      ])
      #expect(try read(file.text) == file, "\(String(view).debugDescription)")
    }
  }

  @Test("an accent behind white space stays in a quote, however often it is written and read")
  func accentBehindSpace() throws {
    let quote = Quote(account: "A", text: "one\u{2028}\u{0740}two")
    #expect(quote.text.unicodeScalars.elementsEqual("one \u{0740}two".unicodeScalars))
    #expect(Quote(account: "A", text: quote.text) == quote)
  }

  @Test("a decision written by hand needs no more than its word")
  func byHand() throws {
    let file = try read("decisions:\n  F-x1: {decision: follow up}\n")
    #expect(file.decisions["F-x1"]?.ruling.verdict == .followUp)
  }

  @Test("a note may hold more brackets and asterisks than any file is nested deep")
  func brackets() throws {
    let note = String(repeating: "[{ *a\n", count: 200)
    var file = Self.full
    file.decisions["F-a1"]?.ruling.note = NoteText.normalized(note)
    #expect(try read(file.text) == file)
  }

  @Test(
    "what cannot be read is reported with its line, and nothing is passed over",
    arguments: [
      ("decisions:\n  F-x1:\n    decision: acept\n", 3),
      ("decisions:\n  F-x1:\n    decision: accept\n    nore: x\n", 4),
      ("decisions:\n  F-x1:\n    note: x\n", 3),
      ("decisions:\n  F-x1: accept\n", 2),
      ("decisions:\n  x1: {decision: accept}\n", 2),
      ("decisions:\n  - F-x1\n", 2),
      ("decision: {}\n", 1),
      ("schema: crossread-review/2\n", 1),
      ("decisions:\n  F-x1:\n    decision: accept\n    earlier: [{by: me}]\n", 4),
      ("decisions:\n  F-x1:\n    decision: [\n", 4),
    ])
  func unreadable(text: String, line: Int) throws {
    let error = try #require(failure(of: text))
    #expect(error.line == line, "\(error)")
    #expect(error.description.hasPrefix("x/review.yaml: line \(line): "))
  }

  @Test("a finding that is decided twice is an error")
  func twice() throws {
    let text = "decisions:\n  F-x1: {decision: accept}\n  F-x1: {decision: reject}\n"
    #expect(try #require(failure(of: text)).description.contains("twice"))
  }

  @Test("brackets without end are refused, not followed", arguments: ["[", "{a: ", "- "])
  func deep(part: String) throws {
    let text = "decisions: " + String(repeating: part, count: 100_000)
    #expect(failure(of: text) != nil)
  }

  @Test("the quotes of an account with a long name are read again")
  func longAccount() throws {
    var file = Self.full
    let name = String(repeating: "wires/", count: 300)
    file.decisions["F-b2"]?.subject.quotes.append(Quote(account: name, text: "words"))
    #expect(try read(file.text) == file)
  }
}
