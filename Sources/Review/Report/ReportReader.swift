import Ingestion

/// Reads the decisions out of a report in Markdown that has been edited by hand.
///
/// Only what stands under a finding counts, whatever the headings say and wherever the finding was moved.
/// Text of sources cannot be taken for a decision: a report shows it on one line, behind the name of its
/// account, with its brackets escaped.
public struct ReportReader: Sendable {
  /// What a report says.
  public struct Reading: Sendable {
    /// The findings in it, in their order.
    public var entries: [ReportEntry] = []
    /// The edits that cannot be read, in the order of their lines.
    public var problems: [ReportProblem] = []
  }

  private let words: ReviewWords

  /// - Throws: `ResourceError` when the table of words cannot be read.
  public init() throws {
    words = try ReviewWords()
  }

  /// Reads the text of a report.
  ///
  /// - Parameter file: what messages call it.
  /// - Complexity: linear in the length of the text.
  public func reading(of text: String, file: String) -> Reading {
    let lines = NoteText.withUniformLineEnds(text)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let grammar = ReportGrammar(words: words)
    var parsing = ReportParsing(file: file, words: words)
    for (index, line) in lines.enumerated() {
      parsing.take(grammar.line(line), number: index + 1)
    }
    parsing.endEntry()
    return Reading(
      entries: parsing.entries, problems: parsing.problems.sorted { $0.line < $1.line })
  }
}

/// A report that is being read, line by line.
private struct ReportParsing {
  let file: String
  let words: ReviewWords
  var entries: [ReportEntry] = []
  var problems: [ReportProblem] = []

  private var entry: ReportEntry?
  private var body = ""
  private var ticked: [(verdict: Decision.Verdict, line: Int)] = []
  private var note: Note?
  private var notes: [String] = []

  /// A note that may go on.
  private struct Note {
    let indent: Int
    var lines: [(indent: Int, text: String)]
    var endsBlank = false
  }

  init(file: String, words: ReviewWords) {
    self.file = file
    self.words = words
  }

  mutating func take(_ line: ReportLine, number: Int) {
    if takeIntoNote(line) { return }
    endNote()
    switch line.content {
    case .entry(let finding, let rest):
      endEntry()
      entry = ReportEntry(finding: finding, line: number)
      body = rest
    case .boundary: endEntry()
    case .blank: break
    case .box(let tick, let word): takeBox(tick, word, line, number: number)
    case .note(let text):
      guard entry != nil else { return }
      entry?.isReviewable = true
      note = Note(indent: line.indent, lines: [(0, text)])
    case .item(let text):
      if let quote = MarkdownQuote(text, words: words).quote, entry?.isReviewable == false {
        entry?.quotes.append(quote)
      } else {
        takeOther(number: number)
      }
    case .text:
      if entry?.isReviewable == false, entry?.quotes.isEmpty == true { body += " " + line.text }
      takeOther(number: number)
    }
  }

  /// Behind the boxes nothing of ours stands: what does was written by hand.
  private mutating func takeOther(number: Int) {
    guard entry?.isReviewable == true else { return }
    problems.append(ReportProblem(file: file, line: number, trouble: .strayText))
  }

  // MARK: - Boxes

  private mutating func takeBox(_ tick: String, _ word: String, _ line: ReportLine, number: Int) {
    guard entry != nil else { return }
    let tick = tick.filter { !$0.isWhitespace }
    let name = word.trimmingPunctuation
    guard let verdict = words.verdict(of: name) else {
      let suggestion = NearestName.suggestion(for: name.lowercased(), among: words.boxWords)
      problems.append(
        ReportProblem(
          file: file, line: number, trouble: .unknownBox(word, suggestion: suggestion)))
      return
    }
    entry?.isReviewable = true
    guard tick.isEmpty || tick.lowercased() == "x" else {
      problems.append(ReportProblem(file: file, line: number, trouble: .unknownTick(tick)))
      return
    }
    if !tick.isEmpty { ticked.append((verdict, number)) }
  }

  // MARK: - Notes

  /// A note goes on with what is indented deeper, and with the next line of a paragraph.
  private mutating func takeIntoNote(_ line: ReportLine) -> Bool {
    guard let indent = note?.indent, let endsBlank = note?.endsBlank else { return false }
    switch line.content {
    case .blank:
      note?.lines.append((0, ""))
      note?.endsBlank = true
    case _ where line.indent > indent, .text where !endsBlank:
      let text = line.text.drop { $0 == " " || $0 == "\t" }
      note?.lines.append((line.indent, String(text)))
      note?.endsBlank = false
    default: return false
    }
    return true
  }

  private mutating func endNote() {
    guard let note else { return }
    // The indent that the list asks for is the report's, what a line has more is the note's.
    let deeper = note.lines.dropFirst().filter { !$0.text.isEmpty && $0.indent > note.indent }
    let margin = min(deeper.map(\.indent).min() ?? 0, note.indent + 2)
    let lines = note.lines.enumerated().map { index, line in
      index == 0
        ? line.text
        : String(repeating: " ", count: max(0, line.indent - margin)) + line.text
    }
    let text = NoteText.normalized(lines.joined(separator: "\n"))
    if !text.isEmpty { notes.append(text) }
    self.note = nil
  }

  // MARK: - Entries

  mutating func endEntry() {
    endNote()
    defer {
      entry = nil
      ticked = []
      notes = []
    }
    guard var entry else { return }
    entry.mark = FindingMark(in: body)
    entry.summary = MarkdownQuote.plain(body.replacing(#/<!-- [a-z]++/[^<>]*-->/#, with: ""))
    entry.note = notes.joined(separator: "\n")
    if Set(ticked.map(\.verdict)).count > 1, let last = ticked.last {
      problems.append(
        ReportProblem(
          file: file, line: last.line,
          trouble: .contradictory(
            finding: entry.finding, words: ticked.map(\.verdict.rawValue))))
      // What is not clear changes nothing.
      entry.isReviewable = false
    }
    entry.verdict = ticked.first?.verdict
    entries.append(entry)
  }
}

extension String {
  /// The text without emphasis, punctuation and spaces around it.
  fileprivate var trimmingPunctuation: String {
    let isTrimmed: (Character) -> Bool = { $0.isWhitespace || $0.isPunctuation || $0 == "*" }
    return String(drop(while: isTrimmed).reversed().drop(while: isTrimmed).reversed())
  }
}
