import Findings
import Review

/// The section on what changed since an earlier comparison.
struct ChangeSection {
  let words: ReportWords
  let comparison: Comparison

  /// What is listed of one kind at most; a report is no log.
  private static let maximumCount = 12

  /// The section; it says so where nothing has changed.
  func section(_ changes: ComparisonChanges) -> String {
    let ids = Set(comparison.findings.map(\.id))
    let new = changes.findings(.new, of: comparison).map(link)
    let updated = changes.findings(.updated, of: comparison).map { finding in
      let before = changes.before[finding.id]
      guard let before, before.summary != finding.summary else {
        return "\(link(finding)) – \(words("review.change.surroundings"))"
      }
      let summary = MarkdownText(before.summary).description
      return "\(link(finding)) – \(words("since.was", ["summary": summary]))"
    }
    let absent = changes.absent.filter { !ids.contains($0.id) }
      .map { "\(MarkdownText($0.id)) \(MarkdownText($0.summary))" }
    let parts =
      [changes.accounts.map(account).joined(separator: "\n")]
      + [("new", new), ("updated", updated), ("absent", absent)].map { key, items in
        items.isEmpty
          ? ""
          : words("label", ["name": words("since.findings.\(key)")]) + "\n\n"
            + list(items, indent: "")
      }
    let text = parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    return "## \(words("section.since"))\n\n" + (text.isEmpty ? words("since.nothing") : text)
  }

  private func link(_ finding: Finding) -> String {
    "[\(finding.id)](#\(finding.id.lowercased())) "
      + MarkdownText(finding.summary(in: words.language)).description
  }

  private func list(_ items: [String], indent: String) -> String {
    let shown = items.prefix(Self.maximumCount).map { "\(indent)- \($0)" }
    let rest = items.count - shown.count
    let more = rest > 0 ? ["\(indent)- \(words("since.more", ["count": String(rest)]))"] : []
    return (shown + more).joined(separator: "\n")
  }

  private func account(_ change: ComparisonChanges.AccountChange) -> String {
    let name = "**\(MarkdownText(change.account))**"
    switch change.kind {
    case .added: return "- " + words("since.account.added", ["account": name])
    case .removed: return "- " + words("since.account.removed", ["account": name])
    case .renamed(let old):
      return "- "
        + words(
          "since.account.renamed", ["account": name, "old": MarkdownText(old).description])
    case .edited(let difference, let isSilent):
      let key = isSilent ? "since.account.silent" : "since.account.edited"
      return "- " + words(key, ["account": name]) + "\n"
        + list(difference.changes.map(text), indent: "  ")
    }
  }

  /// A change with the words around it: tags, because marks of Markdown need spaces that not all languages
  /// have.
  private func text(_ change: WordDifference.Change) -> String {
    let isReplaced = !change.removed.isEmpty && !change.added.isEmpty
    let isSpaced = change.before.hasSuffix(" ") || change.after.hasPrefix(" ")
    let passage =
      MarkdownText(change.before).description
      + (change.before.hasSuffix(" ") ? " " : "") + tagged("del", change.removed)
      + (isReplaced && isSpaced ? " " : "") + tagged("ins", change.added)
      + (change.after.hasPrefix(" ") ? " " : "") + MarkdownText(change.after).description
    return words("quote", ["text": passage])
  }

  private func tagged(_ tag: String, _ text: String) -> String {
    text.isEmpty ? "" : "<\(tag)>\(MarkdownText(text))</\(tag)>"
  }
}
