import Values

extension Value {
  /// Whether the value is a time of day or a date.
  var isTime: Bool {
    [.date, .time, .dateTime, .dateRange, .timeRange, .dateTimeRange].contains(kind)
  }
}

extension [Value] {
  /// Whether some of these values can be compared with some of others, and none of them agrees with any: "nine nautical
  /// miles off the coast" and "11 nautical miles off the coast".
  func differ(from others: [Value]) -> Bool {
    let relations = flatMap { one in others.map { one.compared(with: $0).relation } }
    return relations.contains(.different)
      && !relations.contains { [.equal, .compatible].contains($0) }
  }

  /// Whether no time among these values excludes all times among others.
  func timesAgree(with others: [Value]) -> Bool {
    let (here, there) = (filter(\.isTime), others.filter(\.isTime))
    return here.isEmpty || there.isEmpty
      || here.allSatisfy { one in
        there.contains { one.compared(with: $0).relation != .different }
      }
  }
}
