import Findings
import Ingestion

/// What changed since an earlier comparison of the same event.
public struct ComparisonChanges: Sendable {
  /// What a finding is beside those of the earlier comparison.
  public enum Status: String, Sendable, Hashable {
    case new, unchanged, updated
  }

  /// A finding of the earlier comparison.
  public struct Earlier: Sendable, Hashable {
    /// Its id then.
    public let id: String
    /// Its sentence then.
    public let summary: String
  }

  /// What happened to an account.
  public struct AccountChange: Sendable, Hashable {
    /// What happened.
    public enum Kind: Sendable, Hashable {
      case added, removed
      /// The text is the same under another id.
      case renamed(from: String)
      /// The text is another. It was edited silently where the source gives the same date as before.
      case edited(WordDifference, isSilent: Bool)
    }

    /// The account's id; that of the earlier comparison where it is gone.
    public let account: String
    /// What happened.
    public let kind: Kind
  }

  /// The accounts to which something happened, by id.
  public let accounts: [AccountChange]
  /// What each finding is, by its id.
  public let statuses: [String: Status]
  /// For each finding that was updated, what it was.
  public let before: [String: Earlier]
  /// The findings that are gone, in their earlier order.
  public let absent: [Earlier]

  /// Compares two comparisons.
  ///
  /// - Complexity: linear in the size of both, and in what `WordDifference` takes for each edited account.
  public init(from earlier: EarlierComparison, to comparison: Comparison) {
    accounts = Self.accountChanges(from: earlier, to: comparison.event.accounts)
    var statuses: [String: Status] = [:]
    var before: [String: Earlier] = [:]
    let old = Dictionary(earlier.findings.map { ($0.id, $0.subject) }) { first, _ in first }
    let current = comparison.findings.map { (id: $0.id, subject: FindingSummary(inParts: $0)) }
    for (id, subject) in current {
      guard let previous = old[id] else { continue }
      let isSame =
        previous.summary == subject.summary && previous.fingerprint == subject.fingerprint
      statuses[id] = isSame ? .unchanged : .updated
      if !isSame { before[id] = Earlier(id: id, summary: previous.summary) }
    }
    let left = earlier.findings.filter { statuses[$0.id] == nil }
    let successors = FindingMatcher.successors(
      of: left, among: current.filter { statuses[$0.id] == nil })
    for finding in left {
      guard let id = successors[finding.id] else { continue }
      statuses[id] = .updated
      before[id] = Earlier(id: finding.id, summary: finding.subject.summary)
    }
    for (id, _) in current where statuses[id] == nil { statuses[id] = .new }
    self.statuses = statuses
    self.before = before
    absent = left.filter { successors[$0.id] == nil }
      .map { Earlier(id: $0.id, summary: $0.subject.summary) }
  }

  private static func accountChanges(
    from earlier: EarlierComparison, to accounts: [Account]
  ) -> [AccountChange] {
    let ids = Set(accounts.map(\.id))
    var left = earlier.accounts.filter { !ids.contains($0.key) }
    var changes: [AccountChange] = []
    for account in accounts {
      if let old = earlier.accounts[account.id] {
        let difference = WordDifference(from: old.text, to: account.text.string)
        if difference.changes.isEmpty { continue }
        let isSilent = old.published == account.published?.description
        changes.append(
          AccountChange(account: account.id, kind: .edited(difference, isSilent: isSilent)))
      } else if let old = left.values.filter({ $0.text == account.text.string }).map(\.id).min() {
        left[old] = nil
        changes.append(AccountChange(account: account.id, kind: .renamed(from: old)))
      } else {
        changes.append(AccountChange(account: account.id, kind: .added))
      }
    }
    changes += left.keys.map { AccountChange(account: $0, kind: .removed) }
    return changes.sorted { $0.account < $1.account }
  }

  /// The findings of one status, in the order of a comparison.
  public func findings(_ status: Status, of comparison: Comparison) -> [Finding] {
    comparison.findings.filter { statuses[$0.id] == status }
  }
}
