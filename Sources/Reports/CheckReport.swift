import Alignment
import Ingestion
import Source

/// Writes what accounts do with one claim.
public struct CheckReport: Sendable {
  private let claim: String
  private let rows: [(account: Account, answer: CheckAnswer)]
  private let words: ReportWords

  /// Makes a report on answers, given in the order of the accounts.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(
    claim: String, accounts: [Account], answers: [CheckAnswer],
    in language: ReportLanguage = .english
  ) throws {
    self.claim = claim
    rows = zip(accounts, answers).map { ($0, $1) }
    words = try ReportWords(in: language)
  }

  /// A table in Markdown: account, verdict, the words that show it, and why.
  public var markdown: String {
    let table = MarkdownTable(
      header: words.list("check.header"), alignments: [.leading, .leading, .leading, .leading],
      rows: rows.map { account, answer in
        [
          "**\(MarkdownText(account.id))** \(MarkdownText(account.publisher))",
          words("verdict.\(answer.verdict.rawValue)"), quote(answer),
          answer.reasons.map { MarkdownText($0.text(in: words.language)).description }
            .joined(separator: words("clause")),
        ]
      })
    return "**\(MarkdownText(claim))**\n\n\(table)\n"
  }

  private func quote(_ answer: CheckAnswer) -> String {
    guard answer.verdict != .absent, let evidence = answer.evidence.first else { return "–" }
    return words("quote", ["text": MarkdownText(evidence.text).description])
  }

  /// The answers as JSON lines, the account's id in each.
  public var json: String {
    rows.map { account, answer in
      answer.line(id: (try? MachineFormat.line(account.id)).map { String($0.dropLast()) } ?? "null")
    }.joined()
  }
}
