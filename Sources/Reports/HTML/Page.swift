import Alignment
import Findings
import Ingestion
import Review

/// What all sections of a page share: what they tell of, and how they point to each other.
struct Page: Sendable {
  let words: ReportWords
  let reviewed: ReviewedComparison
  /// What is shown of the comparison: all of it, or what was accepted.
  let comparison: Comparison
  /// The findings that were not rejected, those that matter most first.
  let findings: [Finding]
  let changes: ComparisonChanges?
  let points: NumberedPoints
  /// Whether a long event is told in full.
  let isFull: Bool
  private let places: [String: Int]

  init(
    words: ReportWords, reviewed: ReviewedComparison, audience: MarkdownReport.Audience,
    changes: ComparisonChanges?, isFull: Bool = false
  ) {
    self.isFull = isFull
    self.words = words
    self.reviewed = reviewed
    self.changes = changes
    comparison = audience == .others ? reviewed.accepted : reviewed.comparison
    findings = audience == .others ? comparison.findings : reviewed.open
    points = NumberedPoints(
      comparison.points, in: words.language, mostDetails: isFull ? .max : ReportLimits.mostDetails)
    places = Dictionary(
      comparison.event.accounts.enumerated().map { ($1.id, $0) }
    ) { first, _ in first }
  }

  var accounts: [Account] { comparison.event.accounts }

  func account(_ id: String) -> Account? { places[id].map { accounts[$0] } }

  /// The id of the element with an account's text: from its place among the accounts, since its own id can be any text.
  func anchor(ofAccount id: String) -> String { "a\((places[id] ?? 0) + 1)" }

  /// The name of an account, which leads to its text.
  func link(toAccount id: String) -> HTML {
    "<a href=\"#\(anchor(ofAccount: id))\">\(source: id)</a>"
  }

  /// The names of accounts, with commas between them.
  func links(toAccounts ids: [String]) -> HTML {
    ids.map(link(toAccount:)).joined(separator: HTML(text: words("comma")))
  }

  /// A place in an account, which leads to the paragraph: `J ¶3 (2)`.
  func link(to evidence: Evidence) -> HTML {
    let label = account(evidence.account).flatMap { account in
      evidence.paragraph < account.paragraphs.count
        ? account.paragraphs[evidence.paragraph].label : nil
    }
    // A bullet is no place that could be looked up.
    let isName = label?.contains { $0.isLetter || $0.isNumber } ?? false
    let number = words.paragraph(evidence.paragraph)
    let place =
      isName ? words("paragraph.label", ["place": number, "label": label ?? ""]) : number
    return """
      <a href="#\(anchor(ofAccount: evidence.account))p\(evidence.paragraph + 1)">\
      \(source: evidence.account) \(place)</a>
      """
  }

  func link(to finding: Finding) -> HTML {
    "<a class=\"id\" href=\"#\(finding.id.lowercased())\">\(finding.id)</a>"
  }

  /// Markup of a section with its heading; nothing where it would be empty.
  func section(_ name: String, _ content: HTML, heading: String? = nil) -> HTML {
    guard !content.isEmpty else { return "" }
    return """
      <section id="\(name)" aria-labelledby="\(name)-heading">
      <h2 id="\(name)-heading">\(heading ?? words("section.\(name)"))</h2>
      \(content)
      </section>

      """
  }
}
