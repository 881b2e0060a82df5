import Alignment
import Findings

/// The matrix of points by accounts.
struct PointMatrix {
  let words: ReportWords

  /// So many details of a point are told, the weightiest; the others stand among the omissions and in the JSON.
  private static let mostDetails = 3

  /// The section with the matrix; empty where there are no points.
  func section(_ comparison: Comparison) -> String {
    guard !comparison.points.isEmpty else { return "" }
    let ids = comparison.event.accounts.map(\.id)
    let rows = comparison.points.flatMap { point in
      [row(point, ids: ids)]
        + point.details.prefix(Self.mostDetails).map { row($0, ids: ids, mark: "↳ ") }
    }
    let header = [words("points.point")] + ids.map { MarkdownText($0).description }
    let alignments = [MarkdownTable.Alignment.leading] + ids.map { _ in .centre }
    return "## \(words("section.points"))\n\n" + words("points.legend") + "\n\n"
      + MarkdownTable(header: header, alignments: alignments, rows: rows).description
  }

  /// The row of a point; that of a detail is marked, and stands below that of its point.
  private func row(_ point: Point, ids: [String], mark: String = "") -> [String] {
    [mark + MarkdownText(point.shortSummary).description]
      + ids.map { id in point.stances[id].map(symbol) ?? "–" }
  }

  private func symbol(_ stance: Stance) -> String {
    let source = stance.repeats.map { MarkdownText($0).description }.joined(separator: ", ")
    switch stance.verdict {
    case .stated: return stance.repeats.isEmpty ? "●" : "○ \(source)"
    case .partly: return "◐"
    case .contradicted: return "✕"
    case .absent: return "–"
    }
  }
}
