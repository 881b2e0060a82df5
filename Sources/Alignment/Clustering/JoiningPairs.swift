extension [LikePair] {
  /// Two claims of one account count as like where they are so much so: less like, they are two things that it tells of one
  /// matter, and would keep what other accounts say of one of them away from it.
  private static let repeatedFrom = 0.9

  /// The pairs by which claims are joined to points.
  ///
  /// - Parameter accounts: the account of each claim.
  func joining(accounts: [String]) -> [LikePair] {
    filter {
      accounts[$0.first] != accounts[$0.second] || $0.likeness >= Self.repeatedFrom
    }
  }
}
