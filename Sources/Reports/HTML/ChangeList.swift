import Findings
import Review

/// The section on what changed since an earlier comparison.
struct ChangeList {
  let page: Page

  /// What is listed of one kind at most; a report is no log.
  private static let mostItems = 12

  private var words: ReportWords { page.words }

  /// The section; nothing where there is no earlier comparison.
  var section: HTML {
    guard let changes = page.changes else { return "" }
    let ids = Set(page.comparison.findings.map(\.id))
    let new = changes.findings(.new, of: page.comparison).map(entry)
    let updated = changes.findings(.updated, of: page.comparison).map { finding -> HTML in
      guard let before = changes.before[finding.id], before.summary != finding.summary else {
        return "\(entry(finding)) – \(words("review.change.surroundings"))"
      }
      let was = words.html("since.was", ["summary": "\(source: before.summary)"])
      return "\(entry(finding)) – \(was)"
    }
    let absent = changes.absent.filter { !ids.contains($0.id) }
      .map { "\($0.id) \(source: $0.summary)" as HTML }
    let accounts = changes.accounts.map(account)
    let parts =
      [accounts.isEmpty ? "" : list(accounts)]
      + [("new", new), ("updated", updated), ("absent", absent)].map { key, items -> HTML in
        items.isEmpty ? "" : "<h3>\(words("since.findings.\(key)"))</h3>\n\(list(items))"
      }
    let content = parts.joined()
    return page.section(
      "since", content.isEmpty ? "<p>\(words("since.nothing"))</p>\n" : content)
  }

  private func entry(_ finding: Finding) -> HTML {
    "\(page.link(to: finding)) \(source: finding.summary(in: words.language))"
  }

  private func list(_ items: [HTML]) -> HTML {
    let shown = items.prefix(Self.mostItems)
    let rest = items.count - shown.count
    let more = rest > 0 ? [words.html("since.more", ["count": "\(rest)"])] : []
    return "<ul>\n\((shown + more).map { "<li>\($0)</li>\n" as HTML }.joined())</ul>\n"
  }

  private func account(_ change: ComparisonChanges.AccountChange) -> HTML {
    let name: HTML = "<b>\(source: change.account)</b>"
    switch change.kind {
    case .added: return words.html("since.account.added", ["account": name])
    case .removed: return words.html("since.account.removed", ["account": name])
    case .renamed(let old):
      return words.html("since.account.renamed", ["account": name, "old": "\(source: old)"])
    case .edited(let difference, let isSilent):
      let key = isSilent ? "since.account.silent" : "since.account.edited"
      return words.html(key, ["account": name]) + "\n" + list(difference.changes.map(text))
    }
  }

  private func text(_ change: WordDifference.Change) -> HTML {
    let removed: HTML = change.removed.isEmpty ? "" : "<del>\(change.removed)</del>"
    let added: HTML = change.added.isEmpty ? "" : "<ins>\(change.added)</ins>"
    let passage = words.html(
      "quote", ["text": "\(change.before)\(removed)\(added)\(change.after)"])
    return "<bdi>\(passage)</bdi>"
  }
}
