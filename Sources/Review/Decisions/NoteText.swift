import Foundation

/// The analyst's own words under a finding.
enum NoteText {
  /// A note without blank lines and spaces at its ends and without spaces at the ends of its lines; lines that
  /// are indented are so by spaces.
  static func normalized(_ note: String) -> String {
    let lines = note.replacing("\u{FEFF}", with: "").replacing("\r\n", with: "\n")
      .replacing("\r", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let rest = String(line.dropFirst(indent.count))
        return trimmedEnd(String(indent).replacing("\t", with: "    ") + rest)
      }
    return lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func trimmedEnd(_ line: String) -> String {
    String(line.reversed().drop(while: \.isWhitespace).reversed())
  }
}
