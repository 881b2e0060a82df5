import Findings

/// What the accounts say of the event itself, in Markdown: a column an account, or of many accounts a row a value.
struct FacetTable {
  let words: ReportWords
  let limits: ReportLimits

  /// The section with the table; empty where no account says anything of the event.
  func section(_ comparison: Comparison) -> String {
    guard !comparison.facets.isEmpty else { return "" }
    let ids = comparison.event.accounts.map(\.id)
    let table =
      ids.count > ReportLimits.mostColumns ? byValue(comparison) : byAccount(comparison, ids)
    return "## \(words("section.facets"))\n\n\(table)"
  }

  private func byAccount(_ comparison: Comparison, _ ids: [String]) -> MarkdownTable {
    let rows = comparison.facets.map { facet in
      [words("facet.\(facet.kind.rawValue)")] + ids.map { cell(facet.statements(of: $0)) }
    }
    return MarkdownTable(
      header: [words("facets.fact")] + ids.map { MarkdownText($0).description },
      alignments: [.leading] + ids.map { _ in .leading }, rows: rows)
  }

  private func cell(_ statements: [FacetStatement]) -> String {
    guard !statements.isEmpty else { return "–" }
    let shown = statements.prefix(limits.values).map { statement in
      let text = MarkdownText(statement.wording.text(in: words.language)).description
      guard !statement.repeats.isEmpty else { return text }
      let sources = words.joined(statement.repeats.map { MarkdownText($0).description })
      return "○ \(text)" + words("brackets", ["text": sources])
    }
    return shown.joined(separator: words("clause"))
      + more(statements.count - shown.count, "left.values")
  }

  private func byValue(_ comparison: Comparison) -> MarkdownTable {
    let rows = comparison.facets.flatMap { facet -> [[String]] in
      let texts = Dictionary(grouping: facet.statements, by: \.text)
      let ranked = texts.sorted { one, other in
        (-one.value.count, one.key) < (-other.value.count, other.key)
      }
      let shown = ranked.prefix(limits.values).compactMap { _, statements -> [String]? in
        statements.first.map { first in
          [
            words("facet.\(facet.kind.rawValue)"),
            MarkdownText(first.wording.text(in: words.language)).description, names(statements),
          ]
        }
      }
      let rest = ranked.count - shown.count
      guard rest > 0 else { return Array(shown) }
      return shown + [
        [
          words("facet.\(facet.kind.rawValue)"), words("left.values", ["count": String(rest)]), "",
        ]
      ]
    }
    return MarkdownTable(
      header: [words("facets.fact"), words("facets.value"), words("page.points.accounts")],
      alignments: [.leading, .leading, .leading], rows: rows)
  }

  /// The accounts that give a value; those that repeat another one are marked.
  private func names(_ statements: [FacetStatement]) -> String {
    let own = statements.filter(\.repeats.isEmpty).map(\.account)
    let repeating = statements.filter { !$0.repeats.isEmpty }.map(\.account)
    return [("", own), ("○ ", repeating)].filter { !$0.1.isEmpty }
      .map { $0 + words.names($1, most: limits.names) }.joined(separator: words("clause"))
  }

  private func more(_ count: Int, _ key: String) -> String {
    count > 0 ? words(key, ["count": String(count)]) : ""
  }
}
