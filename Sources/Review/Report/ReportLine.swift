/// What one line of an edited report is, seen by itself.
struct ReportLine {
  enum Content {
    case blank
    /// The beginning of a finding's entry, with its id and what stands behind it.
    case entry(finding: String, rest: String)
    /// A heading, or a tag that opens or closes a section.
    case boundary
    /// A task box with what is in it and its word.
    case box(tick: String, word: String)
    /// The first line of a note.
    case note(String)
    /// Another item of a list.
    case item(String)
    case text
  }

  let indent: Int
  let text: String
  let content: Content
}

/// Tells what the lines of a report are. The expressions are made once for all lines of a report.
///
/// Their repetitions are possessive (`*+`, `++`), so that a line which is none of these, however long a run of
/// spaces it holds, is given up after one look.
struct ReportGrammar {
  let words: ReviewWords

  private let entry =
    #/\s*+[-*+]\s++(?:<a id="[^"]*+"></a>)?\s*+(?:\*\*|__)(F-[0-9a-z]{1,64})(?:\*\*|__)(.*)/#
  private let boundary = #/ {0,3}#{1,6}(?:\s.*)?|\s*+</?(?:details|summary)\b.*|\|.*/#
  private let box = #/\s*+(?:[-*+]|\d++[.)])?\s*+\[([^\]]{0,8})\]\s*+((?>[^(\s].*))?\s*+/#
  private let item = #/\s*+(?:[-*+]|\d++[.)])\s++(.*)/#
  private let note =
    #/\s*+(?:[-*+]\s++)?(?:\*\*|__)?([^:：*_\s]{1,20})(?:\*\*|__)?\s?[:：](?:\*\*|__)?(.*)/#

  init(words: ReviewWords) {
    self.words = words
  }

  /// What a line is.
  func line(_ line: Substring) -> ReportLine {
    ReportLine(
      indent: line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) },
      text: String(line), content: content(of: line))
  }

  private func content(of line: Substring) -> ReportLine.Content {
    if line.allSatisfy(\.isWhitespace) { return .blank }
    if let match = line.wholeMatch(of: entry) {
      return .entry(finding: String(match.1), rest: String(match.2))
    }
    if line.wholeMatch(of: boundary) != nil { return .boundary }
    if let match = line.wholeMatch(of: box) {
      return .box(tick: String(match.1), word: match.2.map(trimmedEnd) ?? "")
    }
    // What stands behind `Note:`, which may be bold and may have a colon of full width.
    if let match = line.wholeMatch(of: note), words.noteWords.contains(match.1.lowercased()) {
      return .note(String(match.2))
    }
    if let match = line.wholeMatch(of: item) { return .item(String(match.1)) }
    return .text
  }

  private func trimmedEnd(_ text: Substring) -> String {
    String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
