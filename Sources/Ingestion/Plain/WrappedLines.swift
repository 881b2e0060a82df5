/// Tells lines that were broken to fit a width from lines that their author ended.
enum WrappedLines {
  /// Whether the lines of a block were broken to fit a width.
  ///
  /// Whoever breaks lines to a width breaks where the next word would not have fitted: the width is
  /// that of the longest line, and nearly all breaks must be of that sort. Lines wider than a page
  /// are not broken.
  static func areWrapped(_ lines: [String]) -> Bool {
    let widths = lines.map(columns)
    guard lines.count > 1, let width = widths.max(), width <= 120 else { return false }
    var forced = 0
    for (line, next) in zip(lines.indices, lines.dropFirst()) {
      let word = next.unicodeScalars.prefix { !CharacterTraits.isSpace($0) }
      let needed = min(columns(String(word)), 16)
      // A few columns of grace, since authors' tools count wide and combining characters
      // differently.
      if widths[line] + 1 + needed > width - 4 { forced += 1 }
    }
    return forced * 5 >= (lines.count - 1) * 4
  }

  /// Adds a line to a text, with a space between them unless both sides are written without spaces; in
  /// time linear in the length of the line.
  static func append(_ line: String, to text: inout String) {
    guard let last = text.unicodeScalars.last, let next = line.unicodeScalars.first,
      CharacterTraits.isWrittenWithoutSpaces(last), CharacterTraits.isWrittenWithoutSpaces(next)
    else {
      text += " "
      text += line
      return
    }
    text += line
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + CharacterTraits.columns($1) }
  }
}
