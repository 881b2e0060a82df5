import Review

/// A decision on a finding as the machine formats have it.
struct DecisionRecord: Encodable {
  let decision: String
  let note: String
  let by: String
  let at: String
  /// The id of the finding on which it was made.
  let finding: String
  /// What became of the evidence since.
  let evidence: String
  /// Whether it still counts.
  let holds: Bool

  init(_ standing: ReviewedComparison.Standing) {
    let ruling = standing.decision.ruling
    decision = ruling.verdict.rawValue
    note = ruling.note
    by = ruling.by
    at = ruling.at
    finding = standing.decision.finding
    evidence = standing.change.rawValue
    holds = standing.holds
  }
}

/// A decision whose finding is gone.
struct GoneRecord: Encodable {
  let finding: String
  let decision: String
  let note: String
  let by: String
  let at: String
  let summary: String
  let quotes: [QuoteFate]

  struct QuoteFate: Encodable {
    let account: String
    let text: String
    /// `there`, `gone` or `noAccount`.
    let fate: String
  }

  init(_ gone: ReviewedComparison.Gone) {
    let ruling = gone.decision.ruling
    finding = gone.decision.finding
    decision = ruling.verdict.rawValue
    note = ruling.note
    by = ruling.by
    at = ruling.at
    summary = gone.decision.subject.summary
    quotes = gone.quotes.map { quote, fate in
      QuoteFate(account: quote.account, text: quote.text, fate: fate.rawValue)
    }
  }
}

/// What changed since an earlier comparison.
struct ChangesRecord: Encodable {
  let accounts: [AccountChangeRecord]
  /// For each finding that was updated, its id and sentence in the earlier comparison, by its id now.
  let before: [String: EarlierRecord]
  let absent: [EarlierRecord]

  init(_ changes: ComparisonChanges) {
    accounts = changes.accounts.map(AccountChangeRecord.init)
    before = changes.before.mapValues(EarlierRecord.init)
    absent = changes.absent.map(EarlierRecord.init)
  }

  struct EarlierRecord: Encodable {
    let id: String
    let summary: String

    init(_ earlier: ComparisonChanges.Earlier) {
      id = earlier.id
      summary = earlier.summary
    }
  }
}

/// What happened to an account since an earlier comparison.
struct AccountChangeRecord: Encodable {
  let account: String
  /// `added`, `removed`, `renamed` or `edited`.
  let change: String
  /// The earlier id of an account that was renamed.
  let from: String?
  /// Whether the source gives the same date although its text is another.
  let silent: Bool?
  let words: [WordChangeRecord]?

  struct WordChangeRecord: Encodable {
    let before: String
    let removed: String
    let added: String
    let after: String
  }

  init(_ change: ComparisonChanges.AccountChange) {
    account = change.account
    switch change.kind {
    case .added: (self.change, from, silent, words) = ("added", nil, nil, nil)
    case .removed: (self.change, from, silent, words) = ("removed", nil, nil, nil)
    case .renamed(let old): (self.change, from, silent, words) = ("renamed", old, nil, nil)
    case .edited(let difference, let isSilent):
      (self.change, from, silent) = ("edited", nil, isSilent)
      words = difference.changes.map {
        WordChangeRecord(before: $0.before, removed: $0.removed, added: $0.added, after: $0.after)
      }
    }
  }
}
