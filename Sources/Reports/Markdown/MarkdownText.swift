/// Text of a source made fit for Markdown: it stays text, whatever it holds.
///
/// Escapes by the GitHub Flavored Markdown specification (version 0.29, sections 2.4, 4.10, 6.9 and 6.10)
/// what could begin emphasis, code, a link, an image, HTML, a table cell, a heading or a list, and breaks
/// what would become a link by itself.
struct MarkdownText: CustomStringConvertible {
  let description: String

  /// Escapes a text and puts it on one line.
  init(_ text: String) {
    var result = ""
    var previous: Unicode.Scalar?
    for scalar in Self.singleLine(text).unicodeScalars {
      defer { previous = scalar }
      if let shown = InvisibleMarks.shown(scalar) {
        result += shown
      } else if Self.special.contains(scalar) {
        result += "\\" + String(scalar)
      } else if scalar == "@" {
        // Only a separate node keeps addresses and mentions from becoming links, and "://" below.
        result += "@<!-- -->"
      } else if scalar == "/", previous == ":" {
        result += "<!-- -->/"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    result = result.replacing("www.", with: "www<!-- -->.").replacing("WWW.", with: "WWW<!-- -->.")
    description = Self.guardingStart(of: result)
  }

  private static let special: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "&", "$",
  ]

  private static func singleLine(_ text: String) -> String {
    text.split { $0.isWhitespace || $0.isNewline }.joined(separator: " ")
      .filter { character in !character.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
      }
  }

  /// A heading, a list or a quote can begin only where a line begins.
  private static func guardingStart(of text: String) -> String {
    guard let first = text.first else { return text }
    if "#+-=".contains(first) { return "\\" + text }
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    // "1.2 m" is no item of a list: its mark has a space behind it, or nothing.
    guard !digits.isEmpty, let mark = rest.first, ".)".contains(mark),
      rest.dropFirst().first?.isWhitespace ?? true
    else { return text }
    return digits + "\\" + text.dropFirst(digits.count)
  }
}
