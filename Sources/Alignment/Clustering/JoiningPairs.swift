extension [LikePair] {
  /// Two claims of one account count as like where they are so much so, and as unlike below: then they are two things that it
  /// tells of one matter, and what others say of the one is seldom what they say of the other. (Not to count such pairs at
  /// all joined more than was right.)
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
