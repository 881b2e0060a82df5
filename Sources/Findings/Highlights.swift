extension [Finding] {
  /// Those of findings in their order that are to be read first: the most salient, at least five where there are
  /// as many, at most ten.
  ///
  /// Ten of one sort would say little: of each sort three at most stand here, two of agreements, of silences and of
  /// the same accounts, and no addition to a point that a finding before it tells.
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
    let most = finding.kind == .agreement || finding.type == "silence" ? 2 : 3
    guard alike.count < most, alike.filter({ self[$0].accounts == finding.accounts }).count < 2
    else {
      return false
    }
    return !chosen.contains { self[$0].covers(finding) }
  }
}

extension Finding {
  fileprivate var sort: String { "\(kind.rawValue)/\(type)" }

  /// Whether it tells of the same accounts the whole of which another finding tells a part.
  fileprivate func covers(_ other: Finding) -> Bool {
    type == "point" && kind == other.kind && accounts == other.accounts && !other.points.isEmpty
      && !Set(points).isDisjoint(with: other.points)
  }
}
