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

  init(_ line: Substring, words: ReviewWords) {
    indent = line.prefix { $0 == " " || $0 == "\t" }.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    text = String(line)
    content = Self.content(of: text, words: words)
  }

  private static func content(of line: String, words: ReviewWords) -> Content {
    let entry = #/\s*[-*+]\s+(?:<a id="[^"]*"></a>)?\s*(?:\*\*|__)(F-[0-9a-z]+)(?:\*\*|__)(.*)/#
    let boundary = #/ {0,3}#{1,6}(?:\s.*)?|\s*</?(?:details|summary)\b.*|\|.*/#
    let box = #/\s*(?:[-*+]|\d+[.)])?\s*\[([^\]]{0,8})\]\s*([^(\s].*?)?\s*/#
    let item = #/\s*(?:[-*+]|\d+[.)])\s+(.*)/#
    if line.allSatisfy(\.isWhitespace) { return .blank }
    if let match = line.wholeMatch(of: entry) {
      return .entry(finding: String(match.1), rest: String(match.2))
    }
    if line.wholeMatch(of: boundary) != nil { return .boundary }
    if let match = line.wholeMatch(of: box) {
      return .box(tick: String(match.1), word: match.2.map(String.init) ?? "")
    }
    if let note = note(in: line, words: words) { return .note(note) }
    if let match = line.wholeMatch(of: item) { return .item(String(match.1)) }
    return .text
  }

  /// What stands behind `Note:`, which may be bold and may have a colon of full width.
  private static func note(in line: String, words: ReviewWords) -> String? {
    let pattern = #/\s*(?:[-*+]\s+)?(?:\*\*|__)?([^:：*_\s]+)(?:\*\*|__)?\s?[:：](?:\*\*|__)?(.*)/#
    guard let match = line.wholeMatch(of: pattern),
      words.noteWords.contains(match.1.lowercased())
    else { return nil }
    return String(match.2)
  }
}
