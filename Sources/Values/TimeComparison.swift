/// The comparison of two dates, times or ranges: what both give must agree.
struct TimeComparison {
  let one: Value
  let two: Value

  private enum Verdict {
    case same, open, apart, unknown
  }

  var result: ValueComparison { comparison(verdict) }

  /// Whether both can be true of one thing.
  var agrees: Bool { [.same, .open].contains(verdict) }

  private var verdict: Verdict {
    guard one.start != nil || one.end != nil, two.start != nil || two.end != nil else {
      return .unknown
    }
    guard isRange(one) == isRange(two) else { return pointInRange }
    let starts = compare(one.start, two.start)
    let ends = compare(one.end, two.end)
    switch (starts, ends) {
    case (.apart, _), (_, .apart): return .apart
    case (.unknown, _), (_, .unknown): return .unknown
    case (.same, .same): return .same
    default: return .open
    }
  }

  private func isRange(_ value: Value) -> Bool { value.start != nil && value.end != nil }

  /// A point against a range that has two ends: it lies within, or it is the beginning.
  private var pointInRange: Verdict {
    let (point, range) = isRange(one) ? (two, one) : (one, two)
    let start = compare(point.start ?? point.end, range.start)
    if start == .same || start == .open { return .open }
    guard let day = point.start?.date.civilDay, let from = range.start?.date.interval?.lowerBound,
      let to = range.end?.date.interval?.upperBound
    else { return start == .apart ? .apart : .unknown }
    return day >= from && day < to ? .open : .apart
  }

  private func comparison(_ verdict: Verdict) -> ValueComparison {
    switch verdict {
    case .same where one.hedge == two.hedge:
      return ValueComparison(.equal, isWordedAlike ? .same : .is, one, two)
    case .same, .open:
      return ValueComparison(.compatible, isWordedAlike ? .same : .agrees, one, two)
    case .apart where (one.hedge != .exact || two.hedge != .exact) && !areTwoEnds:
      return ValueComparison(.incomparable, .beside, one, two)
    case .apart: return ValueComparison(.different, .against, one, two)
    case .unknown: return ValueComparison(.incomparable, .unknown, one, two)
    }
  }

  /// "Until 5 p.m." and "until 7 p.m.", "from 1 July" and "from 1 October": what lasts begins and ends once. "Before" and
  /// "after" only tell on which side something is.
  private var areTwoEnds: Bool {
    one.hedge == two.hedge && (one.hedge == .atMost || one.hedge == .atLeast)
  }

  private var isWordedAlike: Bool { one.normalizedDescription == two.normalizedDescription }

  // MARK: Points

  private func compare(_ one: Point?, _ two: Point?) -> Verdict {
    guard let one, let two else { return one == nil && two == nil ? .same : .open }
    if one.clock?.isPresent == true || two.clock?.isPresent == true { return .unknown }
    let dates = compare(one.date, two.date)
    guard let clock = one.clock, let other = two.clock else {
      // A time of day against a date tells nothing; a date against a date with a time may.
      if one.date.isEmpty || two.date.isEmpty { return .unknown }
      return dates == .same && (one.clock != nil || two.clock != nil) ? .open : dates
    }
    let clocks = compare(clock, on: one.date, other, on: two.date)
    if clocks.isAcrossZones { return clocks.verdict }
    switch (dates, clocks.verdict) {
    case (.apart, _), (_, .apart): return .apart
    case (.unknown, _), (_, .unknown): return .unknown
    case (.same, .same): return .same
    default: return .open
    }
  }

  private func compare(_ one: DateFields, _ two: DateFields) -> Verdict {
    if one == two { return one.unplaced != nil ? .unknown : .same }
    if one.isEmpty || two.isEmpty { return .open }
    if one.unplaced != nil || two.unplaced != nil { return .unknown }
    if let here = one.interval, let there = two.interval {
      if here == there { return .same }
      return here.overlaps(there) ? .open : .apart
    }
    if one.fiscal != two.fiscal || one.season != two.season { return .unknown }
    let pairs = [(one.year, two.year), (one.month, two.month), (one.day, two.day)]
    let shared = pairs.compactMap { pair in pair.0.flatMap { a in pair.1.map { a == $0 } } }
    if shared.contains(false) { return .apart }
    if let weekday = one.weekday ?? one.civilDay?.weekday,
      let other = two.weekday ?? two.civilDay?.weekday
    {
      return weekday == other ? .open : .apart
    }
    return shared.isEmpty ? .unknown : .open
  }

  private func compare(
    _ one: ClockFields, on day: DateFields, _ two: ClockFields, on otherDay: DateFields
  ) -> (verdict: Verdict, isAcrossZones: Bool) {
    if one.part != nil || two.part != nil {
      return (one.part == two.part ? .same : .unknown, false)
    }
    guard let here = one.seconds, let there = two.seconds else { return (.unknown, false) }
    if let offset = one.offset, let other = two.offset, offset != other {
      return (acrossZones(here - offset * 60, day, there - other * 60, otherDay), true)
    }
    let isSameZone = one.offset == two.offset && one.zone == two.zone
    if here == there { return (isSameZone ? .same : .open, false) }
    if one.minute == nil || two.minute == nil, here / 3600 == there / 3600 { return (.open, false) }
    if one.isOpen || two.isOpen, abs(here - there) == 43_200 { return (.open, false) }
    // Whole hours apart with an unknown zone: it may be the zone.
    let isWholeHours = (here - there) % 3600 == 0
    return (!isSameZone && isWholeHours ? .unknown : .apart, false)
  }

  private func acrossZones(
    _ here: Int, _ day: DateFields, _ there: Int, _ otherDay: DateFields
  ) -> Verdict {
    let difference: Int
    if let one = day.civilDay, let two = otherDay.civilDay {
      difference = here - there + (one.number - two.number) * 86_400
    } else {
      difference = (here - there) % 86_400
    }
    return difference == 0 ? .same : .apart
  }
}
