import Findings
import Ingestion

/// The accounts in Markdown, one row each, and the files that they are of.
struct AccountTable {
  let words: ReportWords
  let limits: ReportLimits

  /// The section with the table.
  func section(_ comparison: Comparison) -> String {
    let header = words.list("accounts.header")
    let claims = Dictionary(grouping: comparison.claims, by: \.account)
    let shown = comparison.event.accounts.prefix(limits.accounts)
    let rows = shown.map { account in
      let claims = claims[account.id] ?? []
      let leader = comparison.voices.family(of: account.id).first ?? account.id
      let sources = Set(claims.compactMap(\.voice.repeatedAccount)).sorted()
        .map { MarkdownText($0).description }
      return [
        "**\(MarkdownText(account.id))**", title(of: account),
        MarkdownText(words.name(of: account.kind)).description,
        MarkdownText(words.name(of: account.language)).description,
        MarkdownText(account.published?.date ?? "").description, String(claims.count),
        leader == account.id
          ? words.joined(sources)
          : words("one_voice", ["account": MarkdownText(leader).description]),
      ]
    }
    let alignments = header.indices.map { index in
      index == 5 ? MarkdownTable.Alignment.centre : .leading
    }
    return "## \(words("section.accounts"))\n\n"
      + MarkdownTable(header: header, alignments: alignments, rows: rows).description
      + left(comparison.event.accounts.count - shown.count)
  }

  /// The files of the accounts with their checksums, as a list.
  func files(_ accounts: [Account]) -> String {
    let shown = accounts.prefix(limits.accounts).map { account in
      "- " + words("label", ["name": MarkdownText(account.id).description]) + " "
        + words(
          "file",
          [
            "file": MarkdownText(account.file).description,
            "sha256": String(account.sha256.prefix(16)) + "…",
          ])
    }
    return shown.joined(separator: "\n") + left(accounts.count - shown.count)
  }

  private func left(_ count: Int) -> String {
    count > 0 ? "\n\n" + words("left.accounts", ["count": String(count)]) : ""
  }

  private func title(of account: Account) -> String {
    let publisher = MarkdownText(account.publisher).description
    guard let title = account.title else { return publisher }
    return words.joined([
      publisher, words("quote", ["text": MarkdownText(title.shortened(to: 90)).description]),
    ])
  }
}
