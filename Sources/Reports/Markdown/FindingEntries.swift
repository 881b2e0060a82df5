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
  let mostQuotes: Int
  private let accounts: [String: Account]

  init(
    words: ReportWords, boxes: ReviewBoxes?, reviewed: ReviewedComparison,
    changes: ComparisonChanges?, mostQuotes: Int
  ) {
    self.words = words
    self.boxes = boxes
    self.reviewed = reviewed
    self.changes = changes
    self.mostQuotes = mostQuotes
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
    let summary = MarkdownText(finding.summary(in: words.language))
    let title = "- <a id=\"\(finding.id.lowercased())\"></a>**\(finding.id)** \(summary)"
    let mark = boxes == nil ? "" : " " + mark(of: finding, standing).comment
    var lines = [title + mark]
    lines += finding.evidence.prefix(mostQuotes).map { "  - \(quote($0))" }
    let left = finding.evidence.count - mostQuotes
    if left > 0 { lines.append("  - " + words("left.quotes", ["count": String(left)])) }
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
    return self.ruling(ruling) + (standing.change == .same ? "" : words("clause") + since)
      + words("stop")
  }

  /// What was decided on other words: which they were, and the note, since neither stands elsewhere.
  private func outdated(
    _ standing: ReviewedComparison.Standing, on finding: Finding
  ) -> String {
    let ruling = standing.decision.ruling
    let now = Set(FindingSummary(finding).quotes)
    let lost = standing.decision.subject.quotes.filter { !now.contains($0) }.prefix(3).map(shown)
    let quotes = lost.isEmpty ? "" : words("brackets", ["text": words.joined(lost)])
    let note = ruling.note.isEmpty ? "" : " " + self.note(ruling.note) + words("stop")
    return self.ruling(ruling) + words("clause") + words("review.outdated") + quotes
      + words("stop") + note
  }

  func shown(_ quote: Quote) -> String {
    MarkdownText(quote.account).description + " "
      + words("quote", ["text": MarkdownText(quote.text).description])
  }

  /// An analyst's note with the word before it.
  func note(_ note: String) -> String {
    words("label", ["name": words("review.note")]) + " \(MarkdownText(note))"
  }

  /// `accept by ada, 2026-11-25`.
  func ruling(_ ruling: Decision.Ruling) -> String {
    let verdict = words("review.verdict.\(ruling.verdict.rawValue)")
    let details = [
      ruling.by.isEmpty
        ? nil : words("review.by", ["name": MarkdownText(ruling.by).description]),
      ruling.at.isEmpty
        ? nil : words("review.at", ["date": MarkdownText(ruling.at).description]),
    ].compactMap { $0 }
    guard !details.isEmpty else { return verdict }
    return words("review.ruled", ["verdict": verdict, "details": words.joined(details)])
  }

  /// What the finding is beside an earlier comparison; nothing where it is as it was.
  private func status(of finding: Finding) -> String? {
    switch changes?.statuses[finding.id] {
    case .new: return words("since.new") + words("stop")
    case .updated:
      guard let before = changes?.before[finding.id], before.summary != finding.summary else {
        return words("since.updated") + words("stop")
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
    let place = words.paragraph(evidence.paragraph)
    // A bullet is no place that could be looked up.
    let isName = label?.contains { $0.isLetter || $0.isNumber } ?? false
    let marked =
      isName
      ? words(
        "paragraph.label", ["place": place, "label": MarkdownText(label ?? "").description])
      : place
    return words("label", ["name": "\(MarkdownText(evidence.account)) \(marked)"])
      + (words.language == .japanese ? "" : " ")
      + words("quote", ["text": MarkdownText(evidence.text).description])
  }
}
