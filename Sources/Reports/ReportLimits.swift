/// How much of a long event a report tells; what it leaves out it says so.
struct ReportLimits: Sendable {
  /// Rows of the table of accounts, and files.
  let accounts: Int
  /// Columns of a table that has one an account; of more accounts a column names them.
  let columns: Int
  /// Points in the matrix, and details of each.
  let points: Int
  let details: Int
  /// Findings of one kind; of omissions, which are most, twice as many.
  let findings: Int
  /// Quotes under a finding.
  let quotes: Int
  /// Values of one fact, and accounts that a cell names.
  let values: Int
  let names: Int

  /// What can be read in one go.
  static let standard = ReportLimits(
    accounts: 24, columns: 12, points: 40, details: 3, findings: 30, quotes: 8, values: 6,
    names: 12)
  /// Everything; only the width of tables stays bounded.
  static let full = ReportLimits(
    accounts: .max, columns: 12, points: .max, details: .max, findings: .max, quotes: .max,
    values: .max, names: .max)

  static func limits(isFull: Bool) -> ReportLimits { isFull ? full : standard }
}
