import Findings
import Review

/// The sections of what was decided and is not to be read again: rejected findings, and decisions whose finding
/// is gone.
struct DecisionSections {
  let words: ReportWords
  let entries: FindingEntries

  /// The rejected findings, closed until somebody opens them; empty where there are none.
  func rejected(_ reviewed: ReviewedComparison) -> String {
    let findings = reviewed.comparison.findings.filter(reviewed.isRejected)
    guard !findings.isEmpty else { return "" }
    let changed = findings.filter { reviewed.standings[$0.id]?.change != .same }.count
    let count = words(
      changed > 0 ? "review.rejected.changed" : "review.rejected",
      ["count": String(findings.count), "changed": String(changed)])
    return """
      ## \(words("section.rejected"))

      <details>
      <summary>\(count)</summary>

      \(findings.map(entries.entry).joined(separator: "\n\n"))

      </details>
      """
  }

  /// The decisions that no finding is left for, with what became of the words; empty where there are none.
  func gone(_ reviewed: ReviewedComparison) -> String {
    guard !reviewed.gone.isEmpty else { return "" }
    return "## \(words("section.gone"))\n\n"
      + reviewed.gone.map(entry).joined(separator: "\n\n")
  }

  /// The id is not bold here, so that the entry is not taken for that of a finding to decide on.
  private func entry(_ gone: ReviewedComparison.Gone) -> String {
    let decision = gone.decision
    let summary =
      decision.subject.summary.isEmpty
      ? "" : words("clause") + MarkdownText(decision.subject.summary).description
    let title = "- \(decision.finding) \(entries.ruling(decision.ruling))\(summary)"
    let note = decision.ruling.note
    let notes = note.isEmpty ? [] : ["  - \(entries.note(note))"]
    let quotes = gone.quotes.map { quote, fate in
      "  - "
        + words("review.fate.\(fate.rawValue)", ["quote": entries.shown(quote)])
    }
    return ([title] + quotes + notes).joined(separator: "\n")
  }
}
