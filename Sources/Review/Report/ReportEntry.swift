/// A finding as it stands in an edited report.
public struct ReportEntry: Sendable, Hashable {
  /// The finding's id.
  public var finding: String
  /// The line on which it begins, from 1.
  public var line: Int
  /// What the report says of it; nothing where that was deleted.
  public var mark: FindingMark?
  /// The box that is ticked; nothing where none is.
  public var verdict: Decision.Verdict?
  /// The note.
  public var note = ""
  /// Whether boxes or a note stand there at all.
  public var isReviewable = false
  /// The finding's sentence.
  public var summary = ""
  /// The words that it rests on.
  public var quotes: [Quote] = []

  init(finding: String, line: Int) {
    self.finding = finding
    self.line = line
  }

  /// What boxes and note look like; nothing where they are empty.
  var state: String? { Decision.Ruling.state(verdict ?? .open, note: note) }

  /// Whether boxes or note differ from what was written.
  var isEdited: Bool { isReviewable && state != mark?.state }
}

/// A hand edit of a report that cannot be read, or that contradicts another.
public struct ReportProblem: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with it.
  public enum Trouble: Sendable, Hashable {
    /// A box with something else in it than a space or an x.
    case unknownTick(String)
    /// A box with a word that is none of the known ones.
    case unknownBox(String, suggestion: String?)
    /// More than one box under a finding is ticked.
    case contradictory(finding: String, words: [String])
    /// A finding stands there twice and is decided differently.
    case duplicate(finding: String, otherLine: Int)
    /// Text that belongs to no note.
    case strayText
  }

  /// The file, as messages call it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What is wrong.
  public var trouble: Trouble

  /// One line: the file, the line, the trouble, and what to do.
  public var description: String { "\(file): line \(line): \(message)" }

  private var message: String {
    switch trouble {
    case .unknownTick(let text):
      "a box should hold a space or an x, not \"\(text)\"; write [x] or [ ]"
    case .unknownBox(let word, let suggestion):
      "no box is called \"\(word)\"; "
        + (suggestion.map { "did you mean \"\($0)\"?" } ?? "write a remark behind `Note:`")
    case .contradictory(let finding, let words):
      "\(words.joined(separator: " and ")) of \(finding) are both ticked, and neither is kept; "
        + "leave one ticked"
    case .duplicate(let finding, let otherLine):
      "\(finding) stands on line \(otherLine) too and is decided differently there, and neither is "
        + "kept; make them the same, or delete one"
    case .strayText:
      "this text is not part of a note; write it behind `Note:`, or indent it below that line"
    }
  }
}
