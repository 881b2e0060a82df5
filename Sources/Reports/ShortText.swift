import Alignment
import Source

extension Point {
  /// The point for a report in a language, in at most 110 columns.
  func shortSummary(in language: ReportLanguage) -> String {
    summary(in: language).shortened(to: 110)
  }

  /// Its details for a report in a language, the weightiest first and so many at most. Some need all words of their claim
  /// to be read by themselves, and would tell the same twice: the machine formats have them.
  func details(in language: ReportLanguage, most: Int) -> [Point] {
    var seen = Set(claims.map(\.text.lettersAndDigits))
    return Array(
      details.filter { seen.insert($0.summary(in: language).lettersAndDigits).inserted }
        .prefix(most))
  }
}

extension String {
  /// What is left of the text without spaces, punctuation and case.
  fileprivate var lettersAndDigits: String {
    lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The text in at most so many columns, two for each wide letter of East Asia, cut between words where it has any.
  func shortened(to columns: Int) -> String {
    guard MarkdownTable.width(of: self) > columns else { return self }
    var width = 1
    let head = prefix { character in
      width += MarkdownTable.width(of: String(character))
      return width <= columns
    }
    // Text that is written without spaces has hardly any: it is cut where it is too long.
    let space = head.lastIndex(of: " ").flatMap { space in
      head.distance(from: space, to: head.endIndex) <= 24 ? space : nil
    }
    return head[..<(space ?? head.endIndex)] + "…"
  }
}
