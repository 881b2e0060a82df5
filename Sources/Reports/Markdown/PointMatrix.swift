import Alignment
import Findings

/// The matrix of points by accounts.
struct PointMatrix {
  let words: ReportWords

  /// The section with the matrix; empty where there are no points.
  func section(_ comparison: Comparison) -> String {
    guard !comparison.points.isEmpty else { return "" }
    let ids = comparison.event.accounts.map(\.id)
    let rows = comparison.points.map { point in
      [MarkdownText(shortened(point.summary)).description]
        + ids.map { id in point.stances[id].map(symbol) ?? "–" }
    }
    let header = [words("points.point")] + ids.map { MarkdownText($0).description }
    let alignments = [MarkdownTable.Alignment.leading] + ids.map { _ in .centre }
    return "## \(words("section.points"))\n\n" + words("points.legend") + "\n\n"
      + MarkdownTable(header: header, alignments: alignments, rows: rows).description
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

  /// A point in at most 110 characters, cut between words.
  private func shortened(_ text: String) -> String {
    guard text.count > 110 else { return text }
    let head = text.prefix(109)
    let cut = head.lastIndex(of: " ") ?? head.endIndex
    return head[..<cut] + "…"
  }
}
