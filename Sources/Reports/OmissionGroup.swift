import Findings

/// Omissions of one account: what only it tells, or what it leaves out.
struct OmissionGroup: Sendable {
  let account: String
  /// The key of its heading among the words of reports.
  let key: String
  let findings: [Finding]

  /// For each account what only it tells, then what it alone leaves out; groups of nothing are left out.
  static func groups(of findings: [Finding], in comparison: Comparison) -> [OmissionGroup] {
    let byAccount = Dictionary(grouping: findings) { $0.accounts.first ?? "" }
    let accounts = comparison.event.accounts.map(\.id)
    return accounts.flatMap { account -> [OmissionGroup] in
      let own = byAccount[account] ?? []
      return [
        OmissionGroup(
          account: account, key: "omission.account", findings: own.filter { $0.type != "silence" }),
        OmissionGroup(
          account: account, key: "omission.silence", findings: own.filter { $0.type == "silence" }),
      ].filter { !$0.findings.isEmpty }
    }
  }
}
