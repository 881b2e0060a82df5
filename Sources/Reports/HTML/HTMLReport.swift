import Findings
import Review
import Source

/// Writes a comparison as one HTML page (HTML standard, 2026) that needs no network and no script to be read.
///
/// Text of sources is escaped and keeps its own direction; the page's policy (Content Security Policy, Level 3) allows
/// the page's style and its one script, by its digest, and nothing else: no request ever leaves it.
public struct HTMLReport: Sendable {
  private let words: ReportWords
  private let style: PageStyle
  private let audience: MarkdownReport.Audience
  private let isFull: Bool

  /// Reads the words, the style and the script of the page.
  ///
  /// - Parameters:
  ///   - language: the language of all that is no quote.
  ///   - isFull: whether all findings and points of a long event are listed.
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(
    for audience: MarkdownReport.Audience = .reviewers, in language: ReportLanguage = .english,
    isFull: Bool = false
  ) throws {
    words = try ReportWords(in: language)
    self.isFull = isFull
    style = try PageStyle()
    self.audience = audience
  }

  /// The page, ending in a line feed.
  ///
  /// - Parameter changes: what changed since an earlier comparison, where there is one.
  /// - Complexity: linear in the size of the comparison; what is drawn of many accounts and points is bounded.
  public func text(of reviewed: ReviewedComparison, changes: ComparisonChanges? = nil) -> String {
    let page = Page(
      words: words, reviewed: reviewed, audience: audience, changes: changes, isFull: isFull)
    let head = HeadSections(page: page, audience: audience)
    let findings = FindingList(page: page, audience: audience)
    let sections = [
      head.glance, ChangeList(page: page).section, head.accounts, head.facets,
      AccountColumns(page: page).section, MatrixSection(page: page).section,
      TimelineSection(page: page).section,
      findings.sections, audience == .reviewers ? findings.rejected + findings.gone : "",
      head.problems, head.method,
    ]
    let html: HTML = """
      <!DOCTYPE html>
      <html lang="\(words.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(style.policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>\(page.comparison.event.title)</title>
      <style>
      \(style.sheet(choosing: page.points.choosable.map(\.number)))</style>
      </head>
      <body>
      <a class="skip" href="#content">\(words("page.skip"))</a>
      \(head.heading)\
      <main id="content">
      \(sections.joined())</main>
      <script>\(style.script)</script>
      </body>
      </html>

      """
    return html.description
  }
}
