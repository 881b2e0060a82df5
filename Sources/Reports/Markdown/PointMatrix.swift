import Alignment
import Findings

/// The matrix of points by accounts.
struct PointMatrix {
  let words: ReportWords
  let limits: ReportLimits

  /// The section with the matrix; empty where there are no points.
  func section(_ comparison: Comparison) -> String {
    guard !comparison.points.isEmpty else { return "" }
    let ids = comparison.event.accounts.map(\.id)
    let isWide = ids.count > ReportLimits.mostColumns
    let points = Self.mostTold(comparison.points, limits.points)
    let rows = points.flatMap { point in
      [row(point, ids: ids, isWide: isWide)]
        + point.details(in: words.language, most: limits.details)
        .map { row($0, ids: ids, isWide: isWide, mark: "↳ ") }
    }
    let columns =
      isWide ? [words("page.points.accounts")] : ids.map { MarkdownText($0).description }
    let alignments =
      [MarkdownTable.Alignment.leading] + columns.map { _ in isWide ? .leading : .centre }
    let notes = [
      ("left.points", comparison.points.count - points.count),
      ("left.details", points.map(leftDetails).reduce(0, +)),
    ].filter { $0.1 > 0 }.map { "\n\n" + words($0.0, ["count": String($0.1)]) }
    return "## \(words("section.points"))\n\n" + words("points.legend") + "\n\n"
      + MarkdownTable(
        header: [words("points.point")] + columns, alignments: alignments, rows: rows
      ).description + notes.joined()
  }

  private func leftDetails(of point: Point) -> Int {
    point.details(in: words.language, most: .max).count
      - point.details(in: words.language, most: limits.details).count
  }

  /// The points that most accounts tell, in their order.
  private static func mostTold(_ points: [Point], _ count: Int) -> [Point] {
    guard points.count > count else { return points }
    let ranked = points.indices.sorted { one, other in
      (-points[one].statingAccounts.count, one) < (-points[other].statingAccounts.count, other)
    }
    return ranked.prefix(count).sorted().map { points[$0] }
  }

  /// The row of a point; that of a detail is marked, and stands below that of its point.
  private func row(_ point: Point, ids: [String], isWide: Bool, mark: String = "") -> [String] {
    let cells = isWide ? [names(point)] : ids.map { id in point.stances[id].map(symbol) ?? "–" }
    return [mark + MarkdownText(point.shortSummary(in: words.language)).description] + cells
  }

  private func symbol(_ stance: Stance) -> String {
    let source = words.joined(stance.repeats.map { MarkdownText($0).description })
    return stance.verdict == .stated && !stance.repeats.isEmpty
      ? "○ \(source)" : MatrixSymbol(stance).sign
  }

  /// The accounts that tell a point, by what each does with it.
  private func names(_ point: Point) -> String {
    let byName = Dictionary(grouping: point.stances.filter { $0.value.verdict != .absent }) {
      MatrixSymbol($0.value)
    }
    return MatrixSymbol.allCases.compactMap { symbol -> String? in
      guard let ids = byName[symbol]?.map(\.key).sorted() else { return nil }
      return "\(symbol.sign) \(words.names(ids, most: limits.names))"
    }.joined(separator: words("clause"))
  }
}
