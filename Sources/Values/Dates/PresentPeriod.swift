/// What is left and what is past of the day, week, month or year in which the text was written.
extension TemporalReader {
  /// "The rest of the week", "year to date", "EOY"; nothing where the frame says no such thing.
  func presentPeriod(_ frame: Frame) -> Draft? {
    if frame.has(.remaining), let unit = unit(frame.first(.period)) { return remaining(of: unit) }
    if let unit = unit(frame.first(.elapsed)) { return elapsed(of: unit) }
    if let unit = unit(frame.first(.closing)) { return end(of: unit) }
    return nil
  }

  private func unit(_ capture: Capture?) -> SpanUnit? {
    guard let capture, capture.key >= 0 else { return nil }
    return SpanUnit(rawValue: keys[Int(capture.key)])
  }

  private func remaining(of unit: SpanUnit) -> Draft? {
    guard let now = reference else { return Draft(kind: .dateRange, timex: "XXXX-XX-XX") }
    guard unit != .day else { return remainingDay(now) }
    guard let last = unit.days(around: now.day).map({ $0.upperBound + -1 }) else { return nil }
    return days(now.day, last)
  }

  private func remainingDay(_ now: Reference) -> Draft {
    let from = now.day.number * 86_400 + (now.seconds ?? 0)
    let start = Point(wallSeconds: from)
    let end = Point(wallSeconds: now.day.number * 86_400 + 86_399)
    let length = 86_399 - (now.seconds ?? 0)
    return Draft(
      kind: .dateTimeRange, timex: "(\(start.timex),\(end.timex),PT\(length)S)", start: start,
      end: end)
  }

  private func elapsed(of unit: SpanUnit) -> Draft? {
    guard let now = reference else { return Draft(kind: .dateRange, timex: "XXXX-XX-XX") }
    return unit.days(around: now.day).map { days($0.lowerBound, now.day) }
  }

  private func end(of unit: SpanUnit) -> Draft? {
    guard let now = reference?.day else { return Draft(kind: .dateRange, timex: "XXXX") }
    var fields = DateFields(now)
    if unit == .day {
      let clock = ClockFields(hour: 23, minute: 59, second: 59)
      let point = Point(date: fields, clock: clock)
      return Draft(kind: .dateTime, timex: point.timex, start: point)
    }
    fields.day = nil
    if unit == .year { fields.month = nil }
    return Draft(kind: .dateRange, timex: fields.timex, start: Point(date: fields))
  }

  private func days(_ from: CivilDay, _ to: CivilDay) -> Draft {
    var fields = DateFields()
    fields.days = .init(start: from, end: to, duration: "P\(to.number - from.number)D")
    return Draft(kind: .dateRange, timex: fields.timex, start: Point(date: fields))
  }
}

extension SpanUnit {
  /// The week, month, quarter, year or decade that a day lies in.
  fileprivate func days(around day: CivilDay) -> Range<CivilDay>? {
    let parts = day.parts
    switch self {
    case .week: return day.monday..<day.monday + 7
    case .month:
      let first = CivilDay(parts.year, parts.month, 1)
      return first..<first.adding(months: 1)
    case .quarter:
      let first = CivilDay(parts.year, (parts.month - 1) / 3 * 3 + 1, 1)
      return first..<first.adding(months: 3)
    case .year: return CivilDay(parts.year, 1, 1)..<CivilDay(parts.year + 1, 1, 1)
    case .decade:
      let first = parts.year / 10 * 10
      return CivilDay(first, 1, 1)..<CivilDay(first + 10, 1, 1)
    default: return nil
    }
  }
}
