import Foundation

/// The analyst's own words under a finding.
enum NoteText {
  /// A note without blank lines and spaces at its ends and without spaces at the ends of its lines.
  static func normalized(_ note: String) -> String {
    let lines = note.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in String(line.reversed().drop(while: \.isWhitespace).reversed()) }
    return lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
