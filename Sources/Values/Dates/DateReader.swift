/// Makes date fields of what a rule captured, with "today" and "next week" counted from a reference.
struct DateReader {
  /// The value of "past", which is "last" but for days of the week, where it is the nearest.
  private static let past = -9

  let keys: [String]
  let reference: Reference?

  /// The key of a capture: `week`, `SU`, `12-25`.
  func key(_ capture: Capture?) -> String? {
    guard let capture, capture.key >= 0 else { return nil }
    return keys[Int(capture.key)]
  }

  /// The date of a frame; empty fields where it has none, nothing where it is no possible date.
  func date(_ frame: Frame) -> DateFields? {
    var fields = DateFields()
    let away =
      frame.first(.shift) ?? frame.first(.night) ?? frame.first(.morning) ?? frame.first(.evening)
    if let shift = away.map({ Int($0.value) }) { fields = shifted(by: shift) }
    if frame.has(.same) { fields.unplaced = .day }
    // A date in full counts for itself: "this Friday, 15 June", 今週の金曜日6月15日.
    let isFull = frame.has(.month) && frame.has(.day) && frame.has(.weekday)
    let period = isFull ? nil : key(frame.first(.period)).flatMap(SpanUnit.init)
    if let rel = frame.integer(.rel), period == nil, frame.has(.part), !frame.has(.weekday) {
      fields = shifted(by: steps(rel))
    }
    if let period {
      guard applyPeriod(period, frame, &fields) else { return nil }
    }
    applyYear(frame, &fields)
    if let compact = frame.integer(.compact) {
      (fields.year, fields.month, fields.day) = (
        compact / 10_000, compact / 100 % 100, compact % 100
      )
    }
    if let fiscal = key(frame.first(.fiscal)) {
      fields.fiscal = fiscal
      if let rel = frame.integer(.rel), fields.year == nil {
        fields.year = reference.map { $0.day.parts.year + steps(rel) }
      }
    }
    if let month = frame.integer(.month) { fields.month = month }
    if let day = frame.integer(.day) {
      fields.day = day
      fields.isWeek = period == .week && !frame.has(.rel)
    }
    if let rel = frame.integer(.rel), period == nil, fields.day != nil, fields.month == nil,
      !frame.has(.weekday) || frame.captures.first?.slot == .rel, let reference
    {
      // 本11日 is a day of this month.
      let first = CivilDay(reference.day.parts.year, reference.day.parts.month, 1)
      let month = first.adding(months: rel).parts
      (fields.year, fields.month) = (month.year, month.month)
    }
    applyWeekday(frame, period, &fields)
    if fields.nth != nil, period == .month { fields.year = nil }
    applyRelativeMonth(frame, period, &fields)
    applySeason(frame, &fields)
    applyParts(frame, &fields)
    if let holiday = key(frame.first(.holiday)) { applyHoliday(holiday, frame, &fields) }
    if let count = frame.integer(.nth), let period { applyNth(count, period, &fields) }
    return isPossible(fields) ? fields : nil
  }

  private func isPossible(_ fields: DateFields) -> Bool {
    guard let month = fields.month, let day = fields.day else { return true }
    // 29, 30 and 31 February are kept as they stand: the text says so.
    return (1...12).contains(month) && (1...31).contains(day)
      && (day < 31 || ![4, 6, 9, 11].contains(month))
  }

  private func shifted(by days: Int) -> DateFields {
    if let reference { return DateFields(reference.day + days) }
    var fields = DateFields()
    fields.unplaced = .day
    return fields
  }

  private func applyYear(_ frame: Frame, _ fields: inout DateFields) {
    if let away = frame.integer(.yearAway) {
      fields.year = reference.map { $0.day.parts.year + away }
      if reference == nil { fields.unplaced = .year }
    }
    if let year = frame.integer(.year) {
      fields.year = year + (frame.integer(.era) ?? 0)
    } else if let hundreds = frame.integer(.hundreds) {
      fields.year = hundreds * 100 + (frame.integer(.rest) ?? 0)
    } else if let short = frame.integer(.shortYear) {
      switch short {
      case ..<30: fields.year = 2000 + short
      case ..<40: (fields.year, fields.hasOpenCentury) = (short, true)
      default: fields.year = 1900 + short
      }
    }
  }

  // MARK: This, next and last

  /// How many days, weeks, months … "last", "next" and 再来 lie away.
  func steps(_ rel: Int) -> Int { rel == Self.past ? -1 : rel }

  private func applyPeriod(
    _ period: SpanUnit, _ frame: Frame, _ fields: inout DateFields
  ) -> Bool {
    let isOfPresent =
      (period == .year || period == .month) && fields.isEmpty && !frame.has(.month)
      && !frame.has(.year) && (frame.has(.edge) || frame.has(.half))
    guard let rel = frame.integer(.rel) ?? (isOfPresent ? 0 : nil) else {
      fields.isWeek = period == .week
      fields.isWeekend = period == .weekend
      if period == .week, let week = frame.integer(.week) {
        fields.week = week
        fields.year = fields.year ?? reference?.day.parts.year
      }
      if period == .week, frame.has(.edge), fields.week == nil, fields.day == nil {
        fields.place(week: reference.map { $0.day.week })
      }
      if period == .weekend, fields.isEmpty || !frame.has(.year), !frame.has(.nth) {
        fields.place(week: reference.map { $0.day.week })
      }
      return true
    }
    guard let reference else {
      fields.isWeek = period == .week
      fields.isWeekend = period == .weekend
      fields.unplaced = period.granularity
      return true
    }
    let day = reference.day
    let parts = day.parts
    // "The past week" is the last one; of days of the week, "past" tells the two apart.
    let shift = steps(rel)
    switch period {
    case .day, .night: fields = DateFields(day + shift)
    case .week, .weekend:
      fields.isWeek = period == .week
      fields.isWeekend = period == .weekend
      fields.place(week: (day + 7 * shift).week)
    case .month:
      let moved = CivilDay(parts.year, parts.month, 1).adding(months: shift).parts
      (fields.year, fields.month) = (moved.year, moved.month)
    case .year: fields.year = parts.year + shift
    case .quarter:
      let start = CivilDay(parts.year, (parts.month - 1) / 3 * 3 + 1, 1).adding(months: 3 * shift)
      fields.days = .init(start: start, end: start.adding(months: 3), duration: "P3M")
    case .decade, .century:
      let length = period == .decade ? 10 : 100
      let year = (parts.year / length + shift) * length
      fields.days = .init(
        start: CivilDay(year, 1, 1), end: CivilDay(year + length, 1, 1), duration: "P\(length)Y")
    case .fortnight:
      let start = shift > 0 ? day + 1 : day + 14 * shift
      fields.days = .init(start: start, end: start + 14, duration: "P2W")
    default: return false
    }
    return true
  }

  private func applyWeekday(_ frame: Frame, _ period: SpanUnit?, _ fields: inout DateFields) {
    guard let weekday = frame.integer(.weekday) else { return }
    fields.nth = frame.integer(.nth) ?? (frame.has(.last) ? -1 : nil)
    if let day = fields.day {
      fields.weekday = weekday
      if fields.month == nil { resolve(day: day, weekday: weekday, &fields) }
      return
    }
    guard let reference, period == .week || (frame.has(.rel) && fields.nth == nil) else {
      fields.weekday = weekday
      fields.unplaced = nil
      return
    }
    let rel = frame.integer(.rel) ?? 0
    if rel == Self.past {
      // "Past Wednesday": the last one before today.
      let back = (reference.day.weekday - weekday + 6) % 7 + 1
      fields = DateFields(reference.day + -back)
    } else {
      fields = DateFields(reference.day.monday + (7 * rel + weekday - 1))
    }
  }

  /// "Wednesday the 31st" is a day of this month where the two agree.
  private func resolve(day: Int, weekday: Int, _ fields: inout DateFields) {
    guard let reference else { return }
    let parts = reference.day.parts
    guard day <= CivilDay.days(in: parts.month, of: parts.year) else { return }
    let candidate = CivilDay(parts.year, parts.month, day)
    if candidate.weekday == weekday {
      fields = DateFields(candidate)
    } else {
      fields.day = nil
    }
  }

  /// "This August", "next May", "last December".
  private func applyRelativeMonth(
    _ frame: Frame, _ period: SpanUnit?, _ fields: inout DateFields
  ) {
    guard let rel = frame.integer(.rel), period == nil, let month = fields.month,
      fields.day == nil, fields.year == nil, let reference, !frame.has(.weekday)
    else { return }
    let now = reference.day.parts
    switch rel {
    case 0: fields.year = now.year
    case 1...: fields.year = month > now.month ? now.year : now.year + 1
    default: fields.year = month < now.month ? now.year : now.year - 1
    }
  }

  private func applySeason(_ frame: Frame, _ fields: inout DateFields) {
    guard let season = key(frame.first(.season)) else { return }
    fields.season = season
    if let rel = frame.integer(.rel), fields.year == nil, let reference {
      fields.year = reference.day.parts.year + steps(rel)
    }
  }
}

extension DateFields {
  /// Puts the fields into a week of ISO 8601.
  mutating func place(week: (year: Int, week: Int)?) {
    guard let week else { return }
    (year, self.week) = (week.year, week.week)
  }
}

extension SpanUnit {
  fileprivate var granularity: DateFields.Granularity {
    switch self {
    case .week, .weekend, .fortnight: .week
    case .month: .month
    case .year, .decade, .century: .year
    case .quarter: .span
    default: .day
    }
  }
}
