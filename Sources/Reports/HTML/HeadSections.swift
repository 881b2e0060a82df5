import Findings
import Ingestion

/// The head of a page and its tables: what happened, what matters most, the accounts, the facts, how it was made.
struct HeadSections {
  let page: Page
  let audience: MarkdownReport.Audience

  private var words: ReportWords { page.words }
  private var comparison: Comparison { page.comparison }

  /// The title, and when, where, how long and who.
  var heading: HTML {
    let facts = EventFact.facts(of: comparison, most: 12).map { fact -> HTML in
      let names = fact.names.map { "\(source: $0.text(in: words.language))" as HTML }
        .joined(separator: HTML(text: words("comma")))
      let left: HTML =
        fact.left > 0 ? words.html("left.names", ["count": "\(fact.left)"]) : ""
      let note: HTML =
        fact.soleAccounts.isEmpty
        ? ""
        : "<small>\(words.html("brackets", ["text": words.html("only", ["accounts": page.links(toAccounts: fact.soleAccounts)])]))</small>"
      return "<div><dt>\(words(fact.key))</dt><dd>\(names)\(left)\(note)</dd></div>\n"
    }
    let list: HTML = facts.isEmpty ? "" : "<dl class=\"facts\">\n\(facts.joined())</dl>\n"
    return """
      <header>
      <h1>\(source: comparison.event.title)</h1>
      \(list)</header>

      """
  }

  /// The findings to read first.
  var glance: HTML {
    let items = page.findings.highlights.map { finding -> HTML in
      "<li>\(source: finding.summary(in: words.language)) \(page.link(to: finding))</li>\n"
    }
    guard !items.isEmpty else { return "" }
    return page.section("glance", "<ol class=\"glance\">\n\(items.joined())</ol>\n\(progress)")
  }

  /// How much has been decided, once anything has.
  private var progress: HTML {
    let count = page.reviewed.comparison.findings.count
    guard audience == .reviewers, !page.reviewed.standings.isEmpty else { return "" }
    let reviewed = count - page.reviewed.unreviewed.count
    let sentence = words.html(
      "review.progress", ["reviewed": "\(reviewed)", "count": "\(count)"])
    return "<p>\(sentence)</p>\n"
  }

  /// The accounts, one row each, with what each draws on.
  var accounts: HTML {
    let counts = Dictionary(grouping: comparison.claims, by: \.account)
    let rows = page.accounts.map { account -> HTML in
      let claims = counts[account.id] ?? []
      let leader = comparison.voices.family(of: account.id).first ?? account.id
      let sources = Set(claims.compactMap(\.voice.repeatedAccount)).sorted()
      let draws =
        leader == account.id
        ? page.links(toAccounts: sources)
        : words.html("one_voice", ["account": page.link(toAccount: leader)])
      let title: HTML =
        account.title.map { title in
          HTML(text: words("comma")) + words.html("quote", ["text": "\(source: title)"])
        } ?? ""
      return """
        <tr><th scope="row">\(page.link(toAccount: account.id))</th>\
        <td>\(source: account.publisher)\(title)</td><td class="short">\(source: words.name(of: account.kind))</td>\
        <td class="short">\(source: words.name(of: account.language))</td><td class="short">\(account.published?.date ?? "")</td>\
        <td class="number">\(claims.count)</td><td>\(draws)</td></tr>

        """
    }
    let header = words.list("accounts.header").map { "<th scope=\"col\">\($0)</th>" as HTML }
    return page.section("accounts", table(header: header.joined(), rows: rows, named: "accounts"))
  }

  /// What each account says of the event itself.
  var facets: HTML {
    guard !comparison.facets.isEmpty else { return "" }
    let rows = comparison.facets.map { facet -> HTML in
      let byAccount = Dictionary(grouping: facet.statements, by: \.account)
      let cells = shownAccounts.map { "<td>\(cell(byAccount[$0.id] ?? []))</td>" as HTML }
      return
        "<tr><th scope=\"row\">\(words("facet.\(facet.kind.rawValue)"))</th>\(cells.joined())</tr>\n"
    }
    let ids = shownAccounts.map { account -> HTML in
      "<th scope=\"col\">\(page.link(toAccount: account.id))</th>"
    }
    let header: HTML = "<th scope=\"col\">\(words("facets.fact"))</th>\(ids.joined())"
    let left = page.accounts.count - shownAccounts.count
    let note: HTML =
      left > 0 ? "<p>\(words.html("page.more.accounts", ["count": "\(left)"]))</p>\n" : ""
    return page.section("facets", table(header: header, rows: rows, named: "facets") + note)
  }

  /// Those that say anything of the event; a table of more columns cannot be read.
  private var shownAccounts: [Account] {
    let telling = Set(comparison.facets.flatMap(\.statements).map(\.account))
    return Array(page.accounts.filter { telling.contains($0.id) }.prefix(Self.mostColumns))
  }

  private static let mostColumns = 16
  private static let mostStatements = 6

  private func cell(_ statements: [FacetStatement]) -> HTML {
    guard !statements.isEmpty else { return "–" }
    let shown = statements.prefix(Self.mostStatements).map { statement -> HTML in
      let isOwn = statement.repeats.isEmpty
      let text: HTML = "\(source: statement.wording.text(in: words.language))"
      guard !isOwn else { return text }
      let sources = words.joined(statement.repeats)
      return "○ \(text)\(words.html("brackets", ["text": "\(source: sources)"]))"
    }
    return shown.joined(separator: HTML(text: words("clause")))
      + (statements.count > shown.count ? " …" : "")
  }

  private func table(header: HTML, rows: [HTML], named name: String) -> HTML {
    """
    <div class="wide" role="region" aria-labelledby="\(name)-heading" tabindex="0"><table>
    <thead><tr>\(header)</tr></thead>
    <tbody>
    \(rows.joined())</tbody>
    </table></div>

    """
  }

  /// The files that were left out.
  var problems: HTML {
    let items = comparison.event.problems.map { "<li>\(source: words.problem($0))</li>\n" as HTML }
    return items.isEmpty ? "" : page.section("problems", "<ul>\n\(items.joined())</ul>\n")
  }

  /// How it was made, and of which files.
  var method: HTML {
    let sentence = words.html(
      "method",
      [
        "count": "\(page.accounts.count)", "claims": "\(comparison.claims.count)",
        "points": "\(comparison.points.count)",
        "provenance": HTML(text: words.joined(comparison.provenance)),
      ])
    let files = page.accounts.map { account -> HTML in
      let file = words.html(
        "file",
        ["file": "\(source: account.file)", "sha256": "\(account.sha256.prefix(16) + "…")"])
      return "<li>\(words.html("label", ["name": page.link(toAccount: account.id)])) \(file)</li>\n"
    }
    return page.section(
      "method",
      "<p>\(sentence)</p>\n<details><summary>\(words("page.files"))</summary><ul>\n\(files.joined())</ul></details>\n"
    )
  }
}
