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

  /// Reads the words of the report.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(for audience: Audience = .reviewers) throws {
    words = try ReportWords()
    boxes = try ReviewBoxes()
    self.audience = audience
  }

  /// The report on a comparison on which nobody has decided yet.
  public func text(of comparison: Comparison) -> String {
    text(of: ReviewedComparison(comparison))
  }

  /// The report, ending in a line feed.
  ///
  /// - Parameter changes: what changed since an earlier comparison, where there is one.
  public func text(of reviewed: ReviewedComparison, changes: ComparisonChanges? = nil) -> String {
    let comparison = audience == .others ? reviewed.accepted : reviewed.comparison
    let findings = audience == .others ? comparison.findings : reviewed.open
    let entries = FindingEntries(
      words: words, boxes: audience == .reviewers ? boxes : nil, reviewed: reviewed,
      changes: changes)
    var parts = [
      heading(comparison), accounts(comparison), glance(findings, of: reviewed),
      changes.map { ChangeSection(words: words, comparison: comparison).section($0) } ?? "",
      facets(comparison), PointMatrix(words: words).section(comparison),
    ]
    parts += FindingSections(words: words, entries: entries, audience: audience)
      .sections(findings, of: comparison)
    if audience == .reviewers {
      let decisions = DecisionSections(words: words, entries: entries)
      parts += [decisions.rejected(reviewed), decisions.gone(reviewed)]
    }
    parts += [problems(comparison), method(comparison)]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  // MARK: - What happened

  private func heading(_ comparison: Comparison) -> String {
    let title = "# \(MarkdownText(comparison.event.title))"
    let facts = EventFact.facts(of: comparison).map(fact)
    return facts.isEmpty ? title : title + "\n\n" + facts.joined(separator: " · ")
  }

  private func fact(_ fact: EventFact) -> String {
    let accounts = fact.soleAccounts.joined(separator: ", ")
    let note = accounts.isEmpty ? "" : " (" + words("only", ["accounts": accounts]) + ")"
    return "**\(words(fact.key)):** "
      + fact.names.map { MarkdownText($0).description }.joined(separator: ", ") + note
  }

  // MARK: - Accounts

  private func accounts(_ comparison: Comparison) -> String {
    let header = words.list("accounts.header")
    let voices = comparison.voices
    let rows = comparison.event.accounts.map { account in
      let leader = voices.family(of: account.id).first
      let claims = comparison.claims.filter { $0.account == account.id }
      let sources = Set(claims.compactMap(\.voice.repeatedAccount)).sorted()
      return [
        "**\(MarkdownText(account.id))**", title(of: account), account.kind.rawValue,
        account.language.rawValue, account.published?.date ?? "", String(claims.count),
        leader.flatMap {
          $0 == account.id
            ? nil : words("one_voice", ["account": MarkdownText($0).description])
        }
          ?? sources.map { MarkdownText($0).description }.joined(separator: ", "),
      ].enumerated().map { index, cell in
        [2, 3, 4].contains(index) ? MarkdownText(cell).description : cell
      }
    }
    let alignments = header.indices.map { index in
      index == 5 ? MarkdownTable.Alignment.centre : .leading
    }
    return section("accounts")
      + MarkdownTable(header: header, alignments: alignments, rows: rows).description
  }

  private func title(of account: Account) -> String {
    let publisher = MarkdownText(account.publisher).description
    guard let title = account.title else { return publisher }
    return "\(publisher), “\(MarkdownText(title))”"
  }

  // MARK: - At a glance, and the facets

  private func glance(_ findings: [Finding], of reviewed: ReviewedComparison) -> String {
    let lines = findings.highlights.enumerated().map { index, finding in
      "\(index + 1). \(MarkdownText(finding.summary)) [\(finding.id)](#\(finding.id.lowercased()))"
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

  private func facets(_ comparison: Comparison) -> String {
    guard !comparison.facets.isEmpty else { return "" }
    let ids = comparison.event.accounts.map(\.id)
    let rows = comparison.facets.map { facet in
      [words("facet.\(facet.kind.rawValue)")] + ids.map { cell(facet.statements(of: $0)) }
    }
    let header = [words("facets.fact")] + ids.map { MarkdownText($0).description }
    return section("facets")
      + MarkdownTable(
        header: header, alignments: ids.reduce(into: [.leading]) { all, _ in all.append(.leading) },
        rows: rows
      ).description
  }

  private func cell(_ statements: [FacetStatement]) -> String {
    guard !statements.isEmpty else { return "–" }
    return statements.map { statement in
      let text = MarkdownText(statement.text).description
      guard !statement.repeats.isEmpty else { return text }
      return "○ \(text) (\(statement.repeats.joined(separator: ", ")))"
    }.joined(separator: "; ")
  }

  // MARK: - How it was made

  private func problems(_ comparison: Comparison) -> String {
    guard !comparison.event.problems.isEmpty else { return "" }
    return section("problems")
      + comparison.event.problems.map { "- \(MarkdownText($0.description))" }
      .joined(separator: "\n")
  }

  private func method(_ comparison: Comparison) -> String {
    let files = comparison.event.accounts.map { account in
      "- \(MarkdownText(account.id)): "
        + words(
          "file",
          [
            "file": MarkdownText(account.file).description,
            "sha256": String(account.sha256.prefix(16)) + "…",
          ])
    }
    return section("method")
      + words(
        "method",
        [
          "count": String(comparison.event.accounts.count),
          "claims": String(comparison.claims.count), "points": String(comparison.points.count),
          "provenance": comparison.provenance.joined(separator: ", "),
        ]) + "\n\n" + files.joined(separator: "\n")
  }

  private func section(_ name: String) -> String { "## \(words("section.\(name)"))\n\n" }
}
