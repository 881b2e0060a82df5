import Findings
import Review

/// The sections that list the findings of each kind with their evidence.
struct FindingSections {
  let words: ReportWords
  let entries: FindingEntries
  let audience: MarkdownReport.Audience
  let limits: ReportLimits

  /// One section a kind: agreements, differences, omissions by account, wording, dependence.
  ///
  /// - Parameter all: the findings to list, of all that the comparison has.
  func sections(_ all: [Finding], of reviewed: ReviewedComparison) -> [String] {
    Finding.Kind.allCases.map { kind in
      let findings = all.filter { $0.kind == kind }
      let title = "## \(words("section.\(kind.rawValue)"))\n\n"
      guard !findings.isEmpty else {
        // That nothing was accepted does not mean that nothing was found.
        if audience == .others { return "" }
        let isRejected = reviewed.comparison.findings.contains { $0.kind == kind }
        return title + words(isRejected ? "none.rejected" : "none.\(kind.rawValue)")
      }
      let shown = listed(findings, kind, reviewed)
      let left = findings.count - shown.count
      let list =
        kind == .omission
        ? omissions(shown, in: reviewed.comparison)
        : shown.map(entries.entry).joined(separator: "\n\n")
      let note = left > 0 ? "\n\n" + words("left.findings", ["count": String(left)]) : ""
      return title + list + note
    }
  }

  /// The findings that matter most, and all on which somebody has decided.
  private func listed(
    _ findings: [Finding], _ kind: Finding.Kind, _ reviewed: ReviewedComparison
  ) -> [Finding] {
    let count = kind == .omission ? limits.findings.multipliedOrMost(by: 2) : limits.findings
    guard findings.count > count else { return findings }
    return findings.enumerated().filter { index, finding in
      index < count || reviewed.standings[finding.id] != nil
    }.map(\.element)
  }

  /// Omissions by account: what only it tells, then what it alone leaves out.
  private func omissions(_ findings: [Finding], in comparison: Comparison) -> String {
    OmissionGroup.groups(of: findings, in: comparison).map { group in
      "### \(words(group.key, ["account": MarkdownText(group.account).description]))\n\n"
        + group.findings.map(entries.entry).joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }
}

extension Int {
  /// The product, or the greatest number where that is too small for it.
  fileprivate func multipliedOrMost(by factor: Int) -> Int {
    let (product, isOverflow) = multipliedReportingOverflow(by: factor)
    return isOverflow ? .max : product
  }
}
