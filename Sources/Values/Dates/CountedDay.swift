/// Days and moments that are counted from another: "in two weeks", "three days ago", 明日から3日後.
extension TemporalReader {
  /// "In two weeks", "three days ago", "two days after Christmas".
  func moved(_ span: Span, sign: Int, _ frame: Frame) -> Draft? {
    let bound = Bound(dates.key(frame.first(.bound)))
    let base = frame.inner(.base).flatMap(point)
    if let base, base.clock?.isPresent != true {
      guard base.clock == nil, let day = dayAhead(base.date) else { return unplaced(span) }
      let end = settled(span.moved(day, sign: sign), frame.integer(.weekday), span)
      return around(end, base: day, bound, span)
    }
    guard let reference else { return unplaced(span) }
    guard span.isClock else {
      var day = span.moved(reference.day, sign: sign)
      if let weekday = frame.integer(.weekday) { day = day.monday + (weekday - 1) }
      return around(day, base: reference.day, bound, span)
    }
    let moment = reference.day.number * 86_400 + (reference.seconds ?? 0) + sign * Int(span.seconds)
    let point = Point(wallSeconds: moment)
    guard bound == nil else {
      let now = Point(wallSeconds: reference.day.number * 86_400 + (reference.seconds ?? 0))
      let (start, end) = sign > 0 ? (now, point) : (point, now)
      return Draft(
        kind: .dateTimeRange, timex: "(\(start.timex),\(end.timex),\(span.timex))", start: start,
        end: end)
    }
    return Draft(kind: .dateTime, timex: point.timex, start: point)
  }

  /// "Three weeks after Christmas on Friday": of that week; after months, the next such day.
  func settled(_ day: CivilDay, _ weekday: Int?, _ span: Span) -> CivilDay {
    guard let weekday else { return day }
    let sameWeek = day.monday + (weekday - 1)
    return sameWeek < day && span.parts.last?.unit.months != nil ? sameWeek + 7 : sameWeek
  }

  func around(_ day: CivilDay, base: CivilDay, _ bound: Bound?, _ span: Span) -> Draft {
    let point = Point(date: DateFields(day))
    guard let bound else { return Draft(kind: .date, timex: point.timex, start: point) }
    if bound == .within || bound == .less {
      return day < base ? daysDraft(day, base, span.timex) : daysDraft(base, day, span.timex)
    }
    return draft(of: point, bound: bound, edge: nil)
  }

  /// "Two Sundays from now": the second one that comes.
  func counted(_ count: Int, _ weekday: Int, sign: Int) -> Draft? {
    guard let today = reference?.day else {
      return Draft(kind: .date, timex: "XXXX-WXX-\(weekday)")
    }
    let first = ((weekday - today.weekday) * sign + 6).flooredRemainder(7) + 1
    let point = Point(date: DateFields(today + sign * (first + (count - 1) * 7)))
    return Draft(kind: .date, timex: point.timex, start: point)
  }

  /// Where nothing tells from when it counts.
  func unplaced(_ span: Span) -> Draft {
    Draft(kind: span.isClock ? .dateTime : .date, timex: "XXXX-XX-XX")
  }

  func dayThisYear(_ date: DateFields) -> CivilDay? {
    guard let now = reference?.day, let month = date.month, let day = date.day else {
      return dayAhead(date)
    }
    return CivilDay(now.parts.year, month, day)
  }

  /// The day of a date; without a year, the next one to come.
  func dayAhead(_ date: DateFields) -> CivilDay? {
    if let interval = date.interval { return interval.lowerBound }
    guard let now = reference?.day else { return nil }
    if let weekday = date.weekday, date.day == nil {
      return now + ((weekday - now.weekday + 6) % 7 + 1)
    }
    guard let month = date.month, let day = date.day else { return nil }
    let candidate = CivilDay(now.parts.year, month, day)
    return candidate < now ? CivilDay(now.parts.year + 1, month, day) : candidate
  }
}
