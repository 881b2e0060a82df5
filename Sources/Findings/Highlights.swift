extension [Finding] {
  /// Those of findings in their order that are to be read first: the most salient, at least five where there are
  /// as many, at most ten.
  ///
  /// Ten of one sort would say little: of each sort three at most stand here, four of points that one voice alone tells,
  /// two of agreements, of silences and of the same accounts, and nothing that a finding before it has told already.
  public var highlights: [Finding] {
    var chosen: [Int] = []
    for index in indices where chosen.count < Self.most {
      guard self[index].salience >= Self.leastSalience || chosen.count < Self.fewest else { break }
      if isNew(index, beside: chosen) { chosen.append(index) }
    }
    // Where variety does not give enough, what is left over does.
    for index in indices where chosen.count < Self.fewest && !chosen.contains(index) {
      chosen.append(index)
    }
    return chosen.sorted().map { self[$0] }
  }

  private static var fewest: Int { 5 }
  private static var most: Int { 10 }
  private static var leastSalience: Double { 0.5 }

  private func isNew(_ index: Int, beside chosen: [Int]) -> Bool {
    let finding = self[index]
    let alike = chosen.filter { self[$0].sort == finding.sort }
    guard alike.count < finding.mostOfSort,
      alike.filter({ self[$0].accounts == finding.accounts }).count < 2
    else {
      return false
    }
    return !chosen.contains { self[$0].covers(finding) }
  }
}

extension Finding {
  fileprivate var sort: String { "\(kind.rawValue)/\(type)" }

  /// So many findings of its sort are read first at most.
  fileprivate var mostOfSort: Int {
    switch sort {
    case "agreement/point", "omission/silence": 2
    case "omission/point": 4
    default: 3
    }
  }

  /// Whether it tells of the same accounts the whole of which another finding tells a part, sets the words of another
  /// finding against those of a second account, or has another account leave out the same.
  fileprivate func covers(_ other: Finding) -> Bool {
    if kind == .difference, other.kind == .omission {
      // The other versions of an account's text say it as well.
      let own = other.evidence.filter { accounts.contains($0.account) }
      return !own.isEmpty && Set(own).isSubset(of: evidence)
    }
    if sort == "omission/silence", sort == other.sort { return points == other.points }
    return type == "point" && kind == other.kind && accounts == other.accounts
      && !other.points.isEmpty && !Set(points).isDisjoint(with: other.points)
  }
}
