/// Quarters, halves, decades, centuries, and the nth or last part of a longer period.
extension DateReader {
  func applyParts(_ frame: Frame, _ fields: inout DateFields) {
    if let quarter = frame.integer(.quarter) {
      fields.months = (quarter * 3 - 2)...(quarter * 3)
      fields.week = nil
    }
    if let half = frame.integer(.half), half == 0 {
      applyHalfYear(frame, &fields)
    } else if let half = frame.integer(.half), let month = fields.month {
      fields.take(half: half, of: month, in: fields.year ?? reference?.day.parts.year)
    } else if let half = frame.integer(.half) {
      fields.months = (half * 6 - 5)...(half * 6)
    }
    if let decade = frame.integer(.decade) {
      let start = decade < 100 ? 1900 + decade : decade
      fields.days = .init(
        start: CivilDay(start, 1, 1), end: CivilDay(start + 10, 1, 1), duration: "P10Y")
    }
    if let century = frame.integer(.century) {
      let start = (century - 1) * 100
      fields.days = .init(
        start: CivilDay(start, 1, 1), end: CivilDay(start + 100, 1, 1), duration: "P100Y")
    }
    if let months = fields.months, let year = fields.year {
      let start = CivilDay(year, months.lowerBound, 1)
      fields.days = .init(
        start: start, end: start.adding(months: months.count), duration: "P\(months.count)M")
      fields.months = nil
    }
  }

  /// 前の半年: the half of a calendar year before the present one.
  func applyHalfYear(_ frame: Frame, _ fields: inout DateFields) {
    guard let now = reference?.day.parts, let rel = frame.integer(.rel) else { return }
    let start = CivilDay(now.year, now.month < 7 ? 1 : 7, 1).adding(months: 6 * steps(rel))
    fields.days = .init(start: start, end: start.adding(months: 6), duration: "P6M")
  }

  /// "The first week of 2015", "the third month of 2021".
  func applyNth(_ count: Int, _ period: SpanUnit, _ fields: inout DateFields) {
    switch period {
    case .week, .weekend:
      fields.isWeek = period == .week
      fields.isWeekend = period == .weekend
      fields.week = count
    case .month where fields.month == nil: fields.month = count
    case .day where fields.day == nil: fields.day = count
    case .quarter: fields.months = (count * 3 - 2)...(count * 3)
    default: break
    }
  }
}

extension DateFields {
  /// The first fifteen days of a month, or the rest of it.
  fileprivate mutating func take(half: Int, of month: Int, in year: Int?) {
    guard let year else { return }
    let middle = CivilDay(year, month, 16)
    let first = half == 1 ? CivilDay(year, month, 1) : middle
    let end = half == 1 ? middle : CivilDay(year, month, 1).adding(months: 1)
    days = .init(start: first, end: end, duration: "P\(end.number - first.number)D")
  }

  /// The last week or month of a longer period; a week counts to the month that its Thursday lies in.
  mutating func placeLast(in whole: DateFields, now: CivilDay?) {
    if !isWeek, whole.month == nil {
      month = 12
      return
    }
    let year = whole.year ?? now?.parts.year ?? 2000
    let month = whole.month ?? 12
    let last = CivilDay(year, month, CivilDay.days(in: month, of: year))
    let thursday = last + -((last.weekday + 3) % 7)
    week = whole.month == nil ? thursday.week.week : (thursday.parts.day - 1) / 7 + 1
  }

  /// The day on which a month or year begins, is half over or has ended.
  mutating func place(at edge: String) {
    guard granularity == .month || granularity == .year, !hasOpenCentury else { return }
    switch edge {
    case "start": (month, day) = (month ?? 1, 1)
    case "mid": (month, day) = (month ?? 7, month == nil ? 1 : 16)
    case "end":
      if let current = month, current < 12 {
        (month, day) = (current + 1, 1)
      } else {
        (year, month, day) = (year.map { $0 + 1 }, 1, 1)
      }
    default: break
    }
  }
}
