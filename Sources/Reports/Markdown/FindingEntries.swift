import Findings
import Ingestion
import Review

/// The entry of one finding: its sentence, its evidence, and what was decided on it.
struct FindingEntries {
  let words: ReportWords
  /// The boxes to tick; nothing in a report for others.
  let boxes: ReviewBoxes?
  let reviewed: ReviewedComparison
  let changes: ComparisonChanges?
  private let accounts: [String: Account]

  init(
    words: ReportWords, boxes: ReviewBoxes?, reviewed: ReviewedComparison,
    changes: ComparisonChanges?
  ) {
    self.words = words
    self.boxes = boxes
    self.reviewed = reviewed
    self.changes = changes
    accounts = Dictionary(
      reviewed.comparison.event.accounts.map { ($0.id, $0) }
    ) { first, _ in first }
  }

  /// The entry as an item of a list, its parts items below it.
  ///
  /// No line but that of a quote ends in a closing quotation mark: so quotes are known again when the report is
  /// read.
  func entry(_ finding: Finding) -> String {
    let standing = reviewed.standings[finding.id]
    let title =
      "- <a id=\"\(finding.id.lowercased())\"></a>**\(finding.id)** \(MarkdownText(finding.summary))"
    let mark = boxes == nil ? "" : " " + mark(of: finding, standing).comment
    var lines = [title + mark]
    lines += finding.evidence.map { "  - \(quote($0))" }
    lines += [status(of: finding)].compactMap { $0 }.map { "  - \($0)" }
    guard let boxes else { return lines.joined(separator: "\n") }
    lines += [standing.flatMap { decided($0, on: finding) }].compactMap { $0 }.map { "  - \($0)" }
    let ruling = standing.flatMap { $0.holds ? $0.decision.ruling : nil }
    return (lines + boxes.lines(for: ruling)).joined(separator: "\n")
  }

  private func mark(of finding: Finding, _ standing: ReviewedComparison.Standing?) -> FindingMark {
    let origin = standing.map(\.decision.finding)
    return FindingMark(
      sort: "\(finding.kind.rawValue)/\(finding.type)",
      fingerprint: EvidenceFingerprint.of(finding.evidence),
      state: standing.flatMap { $0.holds ? $0.decision.ruling.state : nil },
      origin: origin == finding.id ? nil : origin)
  }

  // MARK: - What was decided

  /// Who decided what and when, and what became of the evidence since.
  private func decided(
    _ standing: ReviewedComparison.Standing, on finding: Finding
  ) -> String? {
    let ruling = standing.decision.ruling
    guard standing.holds else { return outdated(standing, on: finding) }
    guard ruling.state != nil else { return nil }
    let since = words("review.change.\(standing.change.rawValue)")
    return "\(self.ruling(ruling))\(standing.change == .same ? "" : "; \(since)")."
  }

  /// What was decided on other words: which they were, and the note, since neither stands elsewhere.
  private func outdated(
    _ standing: ReviewedComparison.Standing, on finding: Finding
  ) -> String {
    let ruling = standing.decision.ruling
    let now = Set(FindingSummary(finding).quotes)
    let lost = standing.decision.subject.quotes.filter { !now.contains($0) }.prefix(3).map(shown)
    let quotes = lost.isEmpty ? "" : " (\(lost.joined(separator: ", ")))"
    let note = ruling.note.isEmpty ? "" : " \(words("review.note")): \(MarkdownText(ruling.note))."
    return "\(self.ruling(ruling)); \(words("review.outdated"))\(quotes).\(note)"
  }

  func shown(_ quote: Quote) -> String {
    "\(MarkdownText(quote.account)) “\(MarkdownText(quote.text))”"
  }

  /// `accept by ada, 2026-11-25`.
  func ruling(_ ruling: Decision.Ruling) -> String {
    let parts = [
      words("review.verdict.\(ruling.verdict.rawValue)"),
      ruling.by.isEmpty
        ? "" : words("review.by", ["name": MarkdownText(ruling.by).description]),
      ruling.at.isEmpty ? "" : words("review.at", ["date": MarkdownText(ruling.at).description]),
    ]
    return parts.joined()
  }

  /// What the finding is beside an earlier comparison; nothing where it is as it was.
  private func status(of finding: Finding) -> String? {
    switch changes?.statuses[finding.id] {
    case .new: return words("since.new") + "."
    case .updated:
      guard let before = changes?.before[finding.id], before.summary != finding.summary else {
        return words("since.updated") + "."
      }
      return words("since.updated") + " – "
        + words("since.was", ["summary": MarkdownText(before.summary).description])
    case .unchanged, nil: return nil
    }
  }

  // MARK: - Evidence

  private func quote(_ evidence: Evidence) -> String {
    let label = accounts[evidence.account].flatMap { account in
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
