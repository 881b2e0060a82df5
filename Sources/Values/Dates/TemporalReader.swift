/// Makes dates, times, durations and ranges of what the temporal rules captured.
struct TemporalReader {
  let keys: [String]
  let reference: Reference?

  var dates: DateReader { DateReader(keys: keys, reference: reference) }
  private var clocks: ClockReader { ClockReader(keys: keys) }

  func point(_ frame: Frame) -> Point? {
    guard let date = dates.date(frame) else { return nil }
    let clock = clocks.clock(frame)
    guard !date.isEmpty || clock != nil else { return nil }
    return Point(date: date, clock: clock)
  }

  /// The draft of a match; nothing where the pieces make no possible date or time.
  func draft(_ frame: Frame) -> Draft? {
    if let draft = presentPeriod(frame) { return draft }
    let span = span(frame)
    if frame.inner(.end) != nil { return range(frame) }
    if let span {
      // No calendar reaches so far: it can only be a length.
      guard abs(span.seconds) < Span.longestCounted else { return duration(span, frame) }
      if let sign = frame.integer(.ago) {
        var draft = moved(span, sign: sign.signum(), frame)
        // "An hour later" may count from anything: it stands, but nothing can be held against it.
        if abs(sign) > 1 { draft?.start = nil }
        return draft
      }
      if let start = frame.inner(.start).flatMap(point) { return lasting(start, span, frame) }
      if let rel = frame.integer(.rel) { return period(span, rel, frame) }
      if frame.has(.nth) || frame.has(.last) { return partOf(span, frame) }
      return duration(span, frame)
    }
    return single(frame)
  }

  // MARK: Points

  private func single(_ frame: Frame) -> Draft? {
    if let count = frame.integer(.count), let weekday = frame.integer(.weekday),
      let sign = frame.integer(.ago)
    {
      return counted(count, weekday, sign: sign.signum())
    }
    if let unit = dates.key(frame.first(.period)).flatMap(SpanUnit.init), unit.designator.isClock,
      let rel = frame.integer(.rel)
    {
      return period(Span(parts: [.init(count: 1, unit: unit)]), rel, frame)
    }
    if let base = frame.inner(.base) { return partOf(Span(parts: []), frame, base) }
    guard let point = point(frame) else { return nil }
    let bound = Bound(dates.key(frame.first(.bound)))
    return draft(of: point, bound: bound, edge: dates.key(frame.first(.edge)))
  }

  func draft(of point: Point, bound: Bound?, edge: String?) -> Draft {
    var point = point
    var isRange = bound != nil
    if let edge, point.clock == nil {
      // The end of a day is its last second; other edges are vague.
      if edge == "end", point.date.granularity == .day {
        point.clock = ClockFields(hour: 23, minute: 59, second: 59)
      } else {
        isRange = true
      }
    }
    let hasDate = !point.date.isEmpty && point.clock?.isPresent != true
    let kind: Value.Kind
    switch point.clock {
    case nil:
      let isDay = point.date.granularity == .day
      kind = isRange || !isDay ? (isDay && bound == nil ? .dateTimeRange : .dateRange) : .date
    case .some(let clock):
      if clock.isPresent, isRange {
        kind = .dateRange
      } else if clock.part != nil || isRange {
        kind = hasDate ? .dateTimeRange : .timeRange
      } else {
        kind = hasDate || clock.isPresent ? .dateTime : .time
      }
    }
    var draft = Draft(kind: kind, timex: point.timex, start: point)
    draft.hedge = bound?.hedge ?? .exact
    if let bound, bound.isUpper { (draft.start, draft.end) = (nil, point) }
    return draft
  }

  // MARK: Ranges

  private func range(_ frame: Frame) -> Draft? {
    guard let from = frame.inner(.start), let to = frame.inner(.end),
      let start = edged(point(from), from), let end = edged(point(to), to)
    else { return nil }
    let common = point(Frame(captures: frame.own)) ?? Point()
    var last = placed(end, beside: start)
    if start.clock?.isPresent == true { last.clock?.come(after: reference?.seconds) }
    var first = placed(start, beside: end)
    if to.captures.first?.slot == .shift, first.date.isEmpty, let reference {
      // "From 2 p.m. till tomorrow 4 p.m." begins today; "from 2 to 4 p.m. tomorrow" does not.
      first.date = DateFields(reference.day)
    }
    return range(first, last, common)
  }

  /// The first day, the middle or the end of a month or year that begins or ends a range.
  private func edged(_ point: Point?, _ frame: Frame) -> Point? {
    guard var point, let edge = dates.key(frame.first(.edge)) else { return point }
    point.date.place(at: edge)
    return point
  }

  /// "Now" beside a day is today; a time before "tomorrow at 4" or beside "now" is one of today.
  private func placed(_ point: Point, beside other: Point) -> Point {
    guard let reference else { return point }
    var point = point
    if point.clock?.isPresent == true, other.clock == nil {
      return Point(date: DateFields(reference.day))
    }
    guard point.date.isEmpty, point.clock?.isPresent != true else { return point }
    if other.clock?.isPresent == true {
      point.date = DateFields(reference.day)
    }
    return point
  }

  private func range(_ start: Point, _ end: Point, _ common: Point) -> Draft? {
    let range = PointRange(start: start, end: end, common: common, reference: reference)
    let hasClock = range.start.clock != nil || range.end.clock != nil
    let isPlaced =
      !range.start.date.isEmpty || !range.end.date.isEmpty
      || range.start.clock?.isPresent == true || range.end.clock?.isPresent == true
    if !hasClock, let from = range.start.date.interval, let to = range.end.date.interval,
      to.lowerBound < from.lowerBound
    {
      return nil
    }
    let kind: Value.Kind = !hasClock ? .dateRange : isPlaced ? .dateTimeRange : .timeRange
    return Draft(kind: kind, timex: range.timex, start: range.start, end: range.end)
  }

  private func lasting(_ start: Point, _ span: Span, _ frame: Frame) -> Draft? {
    var end = start
    if let seconds = start.clock?.seconds, span.isClock || !start.date.isEmpty {
      let total = seconds + Int(span.seconds)
      end.clock?.hour = total / 3600 % 24
      end.clock?.minute = total / 60 % 60
      end.clock?.second = total % 60
      if let day = start.date.civilDay { end.date = DateFields(day + total / 86_400) }
    } else if let day = start.date.interval?.lowerBound ?? dayThisYear(start.date) {
      end.date = DateFields(span.moved(day, sign: 1))
      return daysDraft(day, span.moved(day, sign: 1), span.timex)
    } else {
      return nil
    }
    let kind: Value.Kind = start.date.isEmpty ? .timeRange : .dateTimeRange
    let length = span.isClock ? PointRange.timex(seconds: Int(span.seconds)) : span.timex
    let timex = "(\(start.timex),\(end.timex),\(length))"
    return Draft(kind: kind, timex: timex, start: start, end: end)
  }

  func daysDraft(_ from: CivilDay, _ to: CivilDay, _ duration: String) -> Draft {
    var fields = DateFields()
    fields.days = .init(start: from, end: to, duration: duration)
    return Draft(kind: .dateRange, timex: fields.timex, start: Point(date: fields))
  }

  // MARK: Counted periods

  /// "The next three days", "the past two quarters", "within an hour".
  private func period(_ span: Span, _ rel: Int, _ frame: Frame) -> Draft {
    guard let reference else { return Draft(kind: .dateRange, timex: span.timex) }
    if span.isClock {
      let now = Point(wallSeconds: reference.day.number * 86_400 + (reference.seconds ?? 0))
      let other = Point(
        wallSeconds: reference.day.number * 86_400 + (reference.seconds ?? 0)
          + (rel > 0 ? 1 : -1) * Int(span.seconds))
      let (start, end) = rel > 0 ? (now, other) : (other, now)
      return Draft(
        kind: .dateTimeRange, timex: "(\(start.timex),\(end.timex),\(span.timex))", start: start,
        end: end)
    }
    let day = reference.day
    if span.parts.first?.unit == .quarter {
      let quarter = CivilDay(day.parts.year, (day.parts.month - 1) / 3 * 3 + 1, 1)
      let start = rel > 0 ? quarter.adding(months: 3) : span.moved(quarter, sign: -1)
      return daysDraft(start, rel > 0 ? span.moved(start, sign: 1) : quarter, span.timex)
    }
    if rel > 0 {
      let isWithin = rel > 1
      if let part = span.parts.first, part.unit == .businessDay {
        let start = day.adding(businessDays: 1)
        return daysDraft(start, start.adding(businessDays: Int(part.count) - 1) + 1, span.timex)
      }
      let start = isWithin ? day : day + 1
      return daysDraft(start, span.moved(start, sign: 1), span.timex)
    }
    return daysDraft(span.moved(day, sign: -1), day, span.timex)
  }

  /// "The first two weeks of 2021", "the last four months of 2021", "the first quarter of last year".
  private func partOf(_ span: Span, _ frame: Frame, _ inner: Frame? = nil) -> Draft? {
    guard let base = inner ?? frame.inner(.base), let whole = dates.date(base) else { return nil }
    if span.parts.isEmpty {
      guard var fields = dates.date(frame) else { return nil }
      fields.inherit(whole)
      fields.year = fields.year ?? whole.year
      if frame.has(.last) { fields.placeLast(in: whole, now: reference?.day) }
      if let months = fields.months, let year = fields.year {
        let start = CivilDay(year, months.lowerBound, 1)
        return daysDraft(start, start.adding(months: months.count), "P\(months.count)M")
      }
      return draft(of: Point(date: fields, clock: clocks.clock(frame)), bound: nil, edge: nil)
    }
    guard let interval = whole.interval else { return nil }
    let isWeeks = span.parts.first?.unit == .week
    if frame.has(.last) {
      let end = isWeeks ? interval.upperBound.monday : interval.upperBound
      return daysDraft(span.moved(end, sign: -1), end, span.timex)
    }
    let first = interval.lowerBound
    let start = isWeeks && first.weekday > 4 ? first.monday + 7 : isWeeks ? first.monday : first
    return daysDraft(start, span.moved(start, sign: 1), span.timex)
  }
}

extension Point {
  /// A moment by the clock on the wall, in seconds since 1970.
  init(wallSeconds: Int) {
    date = DateFields(CivilDay(number: wallSeconds.flooredQuotient(86_400)))
    let time = wallSeconds.flooredRemainder(86_400)
    clock = ClockFields(hour: time / 3600, minute: time / 60 % 60, second: time % 60)
  }
}

extension ClockFields {
  /// Takes the afternoon where the morning hour is past.
  fileprivate mutating func come(after seconds: Int?) {
    guard isOpen, let seconds, let hour, hour < 12, hour * 3600 + (minute ?? 0) * 60 < seconds
    else {
      return
    }
    self.hour = hour + 12
  }
}

/// Which side of a point or a number is meant.
enum Bound: String {
  case before, until, after, since, more, less, within

  init?(_ key: String?) {
    guard let key, let bound = Bound(rawValue: key) else { return nil }
    self = bound
  }

  var isUpper: Bool { self == .before || self == .until || self == .less || self == .within }

  var hedge: Hedge {
    switch self {
    case .before, .less: .lessThan
    case .until, .within: .atMost
    case .after, .more: .moreThan
    case .since: .atLeast
    }
  }
}
