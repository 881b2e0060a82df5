/// What a text says of a day, a month, a week …: the parts it gives, and no others.
struct DateFields: Hashable {
  /// A span of days with its length in TIMEX3's form: quarters, decades, "the next three days".
  struct Days: Hashable {
    var start: CivilDay
    var end: CivilDay
    var duration: String
  }

  /// How much time the fields cover.
  enum Granularity: Int, Comparable {
    case day, week, month, year, span
    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var year: Int?
  var month: Int?
  var day: Int?
  /// Monday 1 to Sunday 7.
  var weekday: Int?
  /// The week of the year, or of the month.
  var week: Int?
  /// Which of the weekdays of a month: 1 the first, -1 the last.
  var nth: Int?
  var isWeek = false
  var isWeekend = false
  /// `SP`, `SU`, `FA`, `WI`.
  var season: String?
  /// `FY` or `SY`: the year is not the calendar's.
  var fiscal: String?
  var days: Days?
  /// A quarter or half of an unknown year: the months that it covers.
  var months: ClosedRange<Int>?
  /// It counts from a day that is not known: "today" in a text without a date.
  var unplaced: Granularity?
  /// The year has two digits of which the century is not known.
  var hasOpenCentury = false

  var isEmpty: Bool { self == DateFields() }

  var granularity: Granularity {
    if let unplaced, month == nil, day == nil { return unplaced }
    if days != nil || months != nil || season != nil { return .span }
    if isWeek || isWeekend { return .week }
    if day != nil || weekday != nil { return .day }
    return month != nil ? .month : .year
  }

  /// The TIMEX3 value.
  var timex: String {
    if let days { return "(\(days.start.timex),\(days.end.timex),\(days.duration))" }
    if let months {
      let (first, last) = (months.lowerBound, months.upperBound)
      let end =
        last == 12
        ? "\(padded(year.map { $0 + 1 }, 4))-01-01" : "\(padded(year, 4))-\(padded(last + 1, 2))-01"
      return "(\(padded(year, 4))-\(padded(first, 2))-01,\(end),P\(months.count)M)"
    }
    if let season { return (year.map { padded($0, 4) + "-" } ?? "") + season }
    if let fiscal { return fiscal + padded(year, 4) }
    if isWeek || isWeekend { return weekTimex }
    if unplaced != nil, granularity != .year, month == nil, day == nil {
      return granularity == .day ? "XXXX-XX-XX" : "XXXX-XX"
    }
    if let weekday, day == nil { return weekdayTimex(weekday) }
    let years = hasOpenCentury ? "XX" + padded(year, 2) : padded(year, 4)
    if day != nil { return "\(years)-\(padded(month, 2))-\(padded(day, 2))" }
    return month == nil ? years : "\(years)-\(padded(month, 2))"
  }

  private var weekTimex: String {
    // A week that a day names, as in "the week of 10 April", is written as that day.
    if day != nil { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }
    let base = month == nil ? padded(year, 4) : "\(padded(year, 4))-\(padded(month, 2))"
    return "\(base)-W\(padded(week, 2))\(isWeekend ? "-WE" : "")"
  }

  private func weekdayTimex(_ weekday: Int) -> String {
    guard let nth else { return "XXXX-WXX-\(weekday)" }
    return "\(padded(year, 4))-\(padded(month, 2))-WXX-\(weekday)-#\(nth)"
  }

  /// The first day and the day after the last, where the text gives enough to know them.
  var interval: Range<CivilDay>? {
    if let days { return days.start < days.end ? days.start..<days.end : nil }
    guard let year, !hasOpenCentury, fiscal == nil, season == nil else { return nil }
    if let months {
      let start = CivilDay(year, months.lowerBound, 1)
      return start..<start.adding(months: months.count)
    }
    if isWeek || isWeekend { return weekInterval(year) }
    guard let month else {
      return weekday == nil ? CivilDay(year, 1, 1)..<CivilDay(year + 1, 1, 1) : nil
    }
    guard let day else {
      let start = CivilDay(year, month, 1)
      return weekday == nil ? start..<start.adding(months: 1) : nil
    }
    guard day <= CivilDay.days(in: month, of: year) else { return nil }
    let start = CivilDay(year, month, day)
    return start..<start + 1
  }

  private func weekInterval(_ year: Int) -> Range<CivilDay>? {
    guard let week, month == nil, day == nil else { return nil }
    let monday = CivilDay.monday(ofWeek: week, in: year)
    return isWeekend ? monday + 5..<monday + 7 : monday..<monday + 7
  }

  /// The one day that is meant, where it is known.
  var civilDay: CivilDay? {
    guard granularity == .day, let interval else { return nil }
    return interval.lowerBound
  }

  /// The fields of a day so many days behind; nothing where that cannot be told.
  func moved(by days: Int) -> DateFields? {
    if let civilDay { return DateFields(civilDay + days) }
    var moved = DateFields()
    switch (month, day, weekday) {
    case (let month?, let day?, _):
      // No year has its months longer but February, whose last day is rarely meant.
      let parts = (CivilDay(2001, month, day) + days).parts
      (moved.month, moved.day) = (parts.month, parts.day)
    case (nil, let day?, _):
      guard (1...28).contains(day + days) else { return nil }
      moved.day = day + days
    case (_, nil, let weekday?): moved.weekday = (weekday - 1 + days).flooredRemainder(7) + 1
    default: return nil
    }
    return moved
  }

  /// The fields of a day.
  init(_ day: CivilDay) {
    let parts = day.parts
    (year, month, self.day) = (parts.year, parts.month, parts.day)
  }

  init() {}
}
