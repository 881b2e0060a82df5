import Alignment
import Claims
import Findings
import Ingestion
import Review
import Source

/// Writes a comparison as Markdown that reads well raw, in a pull request and printed.
public struct MarkdownReport: Sendable {
  /// Whom a report is for.
  public enum Audience: Sendable, Hashable {
    /// Those who decide on findings: all that was found, each finding with boxes to tick and a note.
    case reviewers
    /// Those who read what was decided: the findings that were accepted, without boxes and notes.
    case others
  }

  private let words: ReportWords
  private let boxes: ReviewBoxes
  private let audience: Audience
  private let isFull: Bool

  /// Of so many accounts what matters most stands before the table of accounts, so that it is on the first screen.
  private static let mostBeforeGlance = 8

  /// Reads the words of the report.
  ///
  /// - Parameters:
  ///   - language: the language of all that is no quote.
  ///   - isFull: whether a long event is told in full: all accounts, points, findings and quotes.
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(
    for audience: Audience = .reviewers, in language: ReportLanguage = .english,
    isFull: Bool = false
  ) throws {
    words = try ReportWords(in: language)
    boxes = try ReviewBoxes(language: language)
    self.audience = audience
    self.isFull = isFull
  }

  /// The report on a comparison on which nobody has decided yet.
  public func text(of comparison: Comparison) -> String {
    text(of: ReviewedComparison(comparison))
  }

  /// The report, ending in a line feed.
  ///
  /// - Parameter changes: what changed since an earlier comparison, where there is one.
  /// - Complexity: linear in the size of the comparison.
  public func text(of reviewed: ReviewedComparison, changes: ComparisonChanges? = nil) -> String {
    let comparison = audience == .others ? reviewed.accepted : reviewed.comparison
    let findings = audience == .others ? comparison.findings : reviewed.open
    let limits = ReportLimits(accounts: comparison.event.accounts.count, isFull: isFull)
    let entries = FindingEntries(
      words: words, boxes: audience == .reviewers ? boxes : nil, reviewed: reviewed,
      changes: changes, mostQuotes: limits.quotes)
    let accounts = AccountTable(words: words, limits: limits)
    let glance = glance(findings, of: reviewed)
    let table = accounts.section(comparison)
    var parts = [heading(comparison, most: limits.names)]
    parts +=
      comparison.event.accounts.count > Self.mostBeforeGlance ? [glance, table] : [table, glance]
    parts += [
      changes.map {
        ChangeSection(words: words, comparison: comparison).section($0)
      } ?? "",
      FacetTable(words: words, limits: limits).section(comparison),
      PointMatrix(words: words, limits: limits).section(comparison),
    ]
    parts += FindingSections(words: words, entries: entries, audience: audience, limits: limits)
      .sections(findings, of: reviewed)
    if audience == .reviewers {
      let decisions = DecisionSections(words: words, entries: entries)
      parts += [decisions.rejected(reviewed), decisions.gone(reviewed)]
    }
    parts += [problems(comparison), method(comparison, accounts)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  // MARK: - What happened

  private func heading(_ comparison: Comparison, most: Int) -> String {
    let title = "# \(MarkdownText(comparison.event.title))"
    let facts = EventFact.facts(of: comparison, most: most).map(fact)
    return facts.isEmpty ? title : title + "\n\n" + facts.joined(separator: " · ")
  }

  private func fact(_ fact: EventFact) -> String {
    let accounts = words.joined(fact.soleAccounts.map { MarkdownText($0).description })
    let note =
      accounts.isEmpty
      ? "" : words("brackets", ["text": words("only", ["accounts": accounts])])
    let names = words.joined(
      fact.names.map { MarkdownText($0.text(in: words.language)).description })
    return "**\(words("label", ["name": words(fact.key)]))** \(names)"
      + (fact.left > 0 ? words("left.names", ["count": String(fact.left)]) : "") + note
  }

  // MARK: - At a glance

  private func glance(_ findings: [Finding], of reviewed: ReviewedComparison) -> String {
    let lines = findings.highlights.enumerated().map { index, finding in
      "\(index + 1). \(MarkdownText(finding.summary(in: words.language))) "
        + "[\(finding.id)](#\(finding.id.lowercased()))"
    }
    guard !lines.isEmpty else { return "" }
    return section("glance") + lines.joined(separator: "\n") + progress(of: reviewed)
  }

  /// How much has been decided, once anything has.
  private func progress(of reviewed: ReviewedComparison) -> String {
    let count = reviewed.comparison.findings.count
    guard audience == .reviewers, !reviewed.standings.isEmpty else { return "" }
    return "\n\n"
      + words(
        "review.progress",
        ["reviewed": String(count - reviewed.unreviewed.count), "count": String(count)])
  }

  // MARK: - How it was made

  private func problems(_ comparison: Comparison) -> String {
    guard !comparison.event.problems.isEmpty else { return "" }
    return section("problems")
      + comparison.event.problems.map { "- \(MarkdownText(words.problem($0)))" }
      .joined(separator: "\n")
  }

  private func method(_ comparison: Comparison, _ accounts: AccountTable) -> String {
    section("method")
      + words(
        "method",
        [
          "count": String(comparison.event.accounts.count),
          "claims": String(comparison.claims.count), "points": String(comparison.points.count),
          "provenance": words.joined(comparison.provenance),
        ]) + "\n\n" + accounts.files(comparison.event.accounts)
  }

  private func section(_ name: String) -> String { "## \(words("section.\(name)"))\n\n" }
}
