/// How much of an event a report tells; what it leaves out it says so.
struct ReportLimits: Sendable {
  /// Rows of the table of accounts, and files.
  let accounts: Int
  /// Points in the matrix, and details of each.
  let points: Int
  let details: Int
  /// Findings of one kind; of omissions, which are most, twice as many.
  let findings: Int
  /// Quotes under a finding.
  let quotes: Int
  /// Values of one fact.
  let values: Int
  /// Accounts that a cell names; more are counted.
  let names: Int

  /// Of a point so many details, the weightiest: more of them hide the points.
  static let mostDetails = 3

  /// A table with a column for each of more accounts than this cannot be read.
  static let mostColumns = 12

  /// For an event of some accounts: what can be read in one go, or everything.
  init(accounts: Int, isFull: Bool) {
    if isFull {
      self.init(
        accounts: .max, points: .max, details: .max, findings: .max, quotes: .max, values: .max,
        names: .max)
    } else if accounts > Self.mostColumns {
      self.init(
        accounts: 24, points: 40, details: 0, findings: 15, quotes: 6, values: 6, names: 4)
    } else {
      self.init(
        accounts: 24, points: 80, details: Self.mostDetails, findings: 40, quotes: 16, values: 6,
        names: 12)
    }
  }

  private init(
    accounts: Int, points: Int, details: Int, findings: Int, quotes: Int, values: Int, names: Int
  ) {
    self.accounts = accounts
    self.points = points
    self.details = details
    self.findings = findings
    self.quotes = quotes
    self.values = values
    self.names = names
  }
}
