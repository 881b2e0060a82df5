import Findings
import Ingestion

/// The sections that list the findings of each kind with their evidence.
struct FindingSections {
  let words: ReportWords

  /// One section a kind: agreements, differences, omissions by account, wording, dependence.
  func sections(_ comparison: Comparison) -> [String] {
    Finding.Kind.allCases.map { kind in
      let findings = comparison.findings.filter { $0.kind == kind }
      let title = "## \(words("section.\(kind.rawValue)"))\n\n"
      guard !findings.isEmpty else { return title + words("none.\(kind.rawValue)") }
      guard kind == .omission else {
        return title + findings.map { entry($0, in: comparison) }.joined(separator: "\n\n")
      }
      return title + omissions(findings, in: comparison)
    }
  }

  /// Omissions by account: what only it tells, then what it alone leaves out.
  private func omissions(_ findings: [Finding], in comparison: Comparison) -> String {
    comparison.event.accounts.flatMap { account -> [String] in
      let own = findings.filter { $0.accounts == [account.id] }
      return [
        ("omission.account", own.filter { $0.type != "silence" }),
        ("omission.silence", own.filter { $0.type == "silence" }),
      ]
      .filter { !$0.1.isEmpty }
      .map { key, findings in
        "### \(words(key, ["account": MarkdownText(account.id).description]))\n\n"
          + findings.map { entry($0, in: comparison) }.joined(separator: "\n\n")
      }
    }.joined(separator: "\n\n")
  }

  private func entry(_ finding: Finding, in comparison: Comparison) -> String {
    let title =
      "<a id=\"\(finding.id.lowercased())\"></a>**\(finding.id)** \(MarkdownText(finding.summary))"
    let quotes = finding.evidence.map { "  - \(quote($0, in: comparison))" }
    return (["- " + title] + quotes).joined(separator: "\n")
  }

  private func quote(_ evidence: Evidence, in comparison: Comparison) -> String {
    let account = comparison.event.accounts.first { $0.id == evidence.account }
    let label = account.flatMap { account in
      evidence.paragraph < account.paragraphs.count
        ? account.paragraphs[evidence.paragraph].label : nil
    }
    let place = words("paragraph", ["number": String(evidence.paragraph + 1)])
    // A bullet is no place that could be looked up.
    let isName = label?.contains { $0.isLetter || $0.isNumber } ?? false
    let mark = isName ? " (\(MarkdownText(label ?? "")))" : ""
    return "\(MarkdownText(evidence.account)) \(place)\(mark): “\(MarkdownText(evidence.text))”"
  }
}
