import Alignment
import Source

extension Point {
  /// The point for a report in a language, in at most 110 columns.
  func shortSummary(in language: ReportLanguage) -> String {
    summary(in: language).shortened(to: 110)
  }
}

extension String {
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
