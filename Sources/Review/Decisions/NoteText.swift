import Foundation

/// The analyst's own words under a finding.
enum NoteText {
  /// A note without blank lines and spaces at its ends and without spaces at the ends of its lines; lines that
  /// are indented are so by spaces.
  static func normalized(_ note: String) -> String {
    let lines = withUniformLineEnds(note).split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let indent = line.prefix { $0 == " " || $0 == "\t" }
        let rest = String(line.dropFirst(indent.count))
        return trimmedEnd(String(indent).replacing("\t", with: "    ") + rest)
      }
    return lines.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A text with `\n` as its only line end and without byte order marks.
  static func withUniformLineEnds(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
      // Told apart as scalars: to Swift, a carriage return and a line feed are one character.
      if scalar == "\r" { view.append("\n") }
      if scalar != "\r", scalar != "\n" || previous != "\r" { view.append(scalar) }
      previous = scalar
    }
    return String(view)
  }

  private static func trimmedEnd(_ line: String) -> String {
    String(line.reversed().drop(while: \.isWhitespace).reversed())
  }
}
