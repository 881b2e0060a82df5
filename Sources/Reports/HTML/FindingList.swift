import Findings
import Review

/// The sections that list findings with their evidence and what was decided on them.
struct FindingList {
  let page: Page
  let audience: MarkdownReport.Audience

  /// So many findings of a section stand open, and so many in all; the machine formats have the others.
  private static let mostOpen = 40
  private var mostListed: Int { page.isFull ? .max : 240 }
  private var mostQuotes: Int { page.isFull ? .max : 8 }

  private var words: ReportWords { page.words }

  /// One section a kind: agreements, differences, omissions by account, wording, dependence.
  var sections: HTML {
    Finding.Kind.allCases.map { kind -> HTML in
      let findings = page.findings.filter { $0.kind == kind }
      guard !findings.isEmpty else {
        // That nothing was accepted does not mean that nothing was found.
        guard audience == .reviewers else { return "" }
        let isRejected = page.comparison.findings.contains { $0.kind == kind }
        let key = isRejected ? "none.rejected" : "none.\(kind.rawValue)"
        return page.section(kind.rawValue, "<p>\(words(key))</p>\n")
      }
      switch kind {
      case .omission: return page.section(kind.rawValue, omissions(findings))
      case .dependence:
        let graph = DependenceGraph(page: page, findings: findings).figure
        return page.section(kind.rawValue, graph + list(findings))
      case .agreement, .difference, .wording:
        return page.section(kind.rawValue, list(findings))
      }
    }.joined()
  }

  private func omissions(_ findings: [Finding]) -> HTML {
    let groups = OmissionGroup.groups(of: findings, in: page.comparison)
    // Of many accounts each has its share of the list.
    let count = max(groups.count, 1)
    let open = max(2, Self.mostOpen / count)
    let listed = max(open, mostListed / count)
    return groups.map { group -> HTML in
      let heading = words.html(group.key, ["account": page.link(toAccount: group.account)])
      let content = list(group.findings, open: open, listed: listed)
      return "<h3>\(heading)</h3>\n\(content)"
    }.joined()
  }

  /// The rejected findings, closed until somebody opens them.
  var rejected: HTML {
    let reviewed = page.reviewed
    let findings = reviewed.comparison.findings.filter(reviewed.isRejected)
    guard !findings.isEmpty else { return "" }
    let changed = findings.count { reviewed.standings[$0.id]?.change != .same }
    let count = words.html(
      changed > 0 ? "review.rejected.changed" : "review.rejected",
      ["count": "\(findings.count)", "changed": "\(changed)"])
    return page.section(
      "rejected",
      "<details><summary>\(count)</summary>\n\(findings.map(entry).joined())</details>\n")
  }

  /// The decisions that no finding is left for, with what became of the words.
  var gone: HTML {
    let items = page.reviewed.gone.map { gone -> HTML in
      let decision = gone.decision
      let quotes = gone.quotes.map { quote, fate -> HTML in
        "<li>\(words.html("review.fate.\(fate.rawValue)", ["quote": shown(quote)]))</li>\n"
      }
      return """
        <article class="finding"><p>\(decision.finding) \(ruling(decision.ruling))\(words("clause"))\
        \(source: decision.subject.summary)</p>
        <ul>\(quotes.joined())</ul>\(note(decision.ruling))</article>

        """
    }
    return page.section("gone", items.joined())
  }

  // MARK: - Entries

  private func list(_ findings: [Finding]) -> HTML {
    list(findings, open: Self.mostOpen, listed: mostListed)
  }

  private func list(_ findings: [Finding], open: Int, listed: Int) -> HTML {
    let first = findings.prefix(open).map(entry).joined()
    let folded = findings.dropFirst(open).prefix(max(0, listed - open))
    let rest = findings.count - min(findings.count, max(open, listed))
    var html = first
    if !folded.isEmpty {
      let count = words.html("page.more.findings", ["count": "\(folded.count)"])
      html += "<details><summary>\(count)</summary>\n\(folded.map(entry).joined())</details>\n"
    }
    if rest > 0 { html += "<p>\(words.html("page.left.findings", ["count": "\(rest)"]))</p>\n" }
    return html
  }

  private func entry(_ finding: Finding) -> HTML {
    let standing = page.reviewed.standings[finding.id]
    let quotes = finding.evidence.prefix(mostQuotes).map { evidence -> HTML in
      let language = page.account(evidence.account)?.language.rawValue ?? ""
      return """
        <li>\(page.link(to: evidence)) <q lang="\(language)" dir="auto">\(evidence.text)</q></li>

        """
    }
    let left = finding.evidence.count - quotes.count
    let more: HTML =
      left > 0 ? "<li>\(words.html("left.quotes", ["count": "\(left)"]))</li>\n" : ""
    let notes = [status(of: finding), audience == .reviewers ? standing.map(decided) : nil]
      .compactMap { $0 }.filter { !$0.isEmpty }.map { "<p class=\"note\">\($0)</p>\n" as HTML }
    return """
      <article class="finding" id="\(finding.id.lowercased())">
      <p><span class="id">\(finding.id)</span> \(source: finding.summary(in: words.language))</p>
      <ul class="quotes">
      \(quotes.joined())\(more)</ul>
      \(notes.joined())</article>

      """
  }

  /// What the finding is beside an earlier comparison; nothing where it is as it was.
  private func status(of finding: Finding) -> HTML? {
    switch page.changes?.statuses[finding.id] {
    case .new: return "\(words("since.new"))\(words("stop"))"
    case .updated:
      guard let before = page.changes?.before[finding.id], before.summary != finding.summary else {
        return "\(words("since.updated"))\(words("stop"))"
      }
      let was = words.html("since.was", ["summary": "\(source: before.summary)"])
      return "\(words("since.updated")) – \(was)"
    case .unchanged, nil: return nil
    }
  }

  // MARK: - Decisions

  private func decided(_ standing: ReviewedComparison.Standing) -> HTML {
    let ruling = standing.decision.ruling
    let parts: [HTML]
    if !standing.holds {
      parts = [self.ruling(ruling), "\(words("review.outdated"))"]
    } else {
      let isSame = standing.change == .same
      parts =
        (ruling.verdict == .open ? [] : [self.ruling(ruling)])
        + (isSame ? [] : ["\(words("review.change.\(standing.change.rawValue)"))"])
    }
    return parts.joined(separator: HTML(text: words("clause"))) + note(ruling)
  }

  /// `accepted by ada, 2026-11-25`.
  private func ruling(_ ruling: Decision.Ruling) -> HTML {
    let verdict: HTML =
      "<b class=\"verdict\">\(words("review.verdict.\(ruling.verdict.rawValue)"))</b>"
    let details = [
      ruling.by.isEmpty ? nil : words.html("review.by", ["name": "\(source: ruling.by)"]),
      ruling.at.isEmpty ? nil : words.html("review.at", ["date": "\(source: ruling.at)"]),
    ].compactMap { $0 }
    guard !details.isEmpty else { return verdict }
    return words.html(
      "review.ruled",
      ["verdict": verdict, "details": details.joined(separator: HTML(text: words("comma")))])
  }

  private func note(_ ruling: Decision.Ruling) -> HTML {
    ruling.note.isEmpty
      ? ""
      : " <span class=\"remark\">\(words("label", ["name": words("review.note")])) \(source: ruling.note)</span>"
  }

  private func shown(_ quote: Quote) -> HTML {
    "\(source: quote.account) <q dir=\"auto\">\(quote.text)</q>"
  }
}
