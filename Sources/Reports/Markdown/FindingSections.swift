import Findings

/// The sections that list the findings of each kind with their evidence.
struct FindingSections {
  let words: ReportWords
  let entries: FindingEntries
  let audience: MarkdownReport.Audience

  /// One section a kind: agreements, differences, omissions by account, wording, dependence.
  ///
  /// - Parameter findings: those to list, of all that the comparison has.
  func sections(_ all: [Finding], of comparison: Comparison) -> [String] {
    Finding.Kind.allCases.map { kind in
      let findings = all.filter { $0.kind == kind }
      let title = "## \(words("section.\(kind.rawValue)"))\n\n"
      guard !findings.isEmpty else {
        // That nothing was accepted does not mean that nothing was found.
        if audience == .others { return "" }
        let isRejected = comparison.findings.contains { $0.kind == kind }
        return title + words(isRejected ? "none.rejected" : "none.\(kind.rawValue)")
      }
      guard kind == .omission else {
        return title + findings.map(entries.entry).joined(separator: "\n\n")
      }
      return title + omissions(findings, in: comparison)
    }
  }

  /// Omissions by account: what only it tells, then what it alone leaves out.
  private func omissions(_ findings: [Finding], in comparison: Comparison) -> String {
    OmissionGroup.groups(of: findings, in: comparison).map { group in
      "### \(words(group.key, ["account": MarkdownText(group.account).description]))\n\n"
        + group.findings.map(entries.entry).joined(separator: "\n\n")
    }.joined(separator: "\n\n")
  }
}
