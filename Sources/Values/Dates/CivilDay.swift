import Source

/// A day of the Gregorian calendar, as its number since 1 January 1970.
///
/// The conversions are the era-based ones of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct CivilDay: Hashable, Comparable {
  var number: Int

  init(number: Int) { self.number = number }

  /// A day by its parts; a day past the month's end runs on into the next month.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  static func < (left: CivilDay, right: CivilDay) -> Bool { left.number < right.number }

  /// Year, month and day.
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let index = (5 * dayOfYear + 2) / 153
    let month = index < 10 ? index + 3 : index - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * index + 2) / 5 + 1)
  }

  /// The day of the week, Monday 1 to Sunday 7 (ISO 8601).
  var weekday: Int {
    let days = (number + 3) % 7
    return (days < 0 ? days + 7 : days) + 1
  }

  /// The Monday of its week.
  var monday: CivilDay { self + (1 - weekday) }

  /// The ISO 8601 week, with the year that it counts to.
  var week: (year: Int, week: Int) {
    let thursday = monday + 3
    let year = thursday.parts.year
    return (year, (thursday.number - CivilDay(year, 1, 1).number) / 7 + 1)
  }

  /// The Monday of a week of ISO 8601.
  static func monday(ofWeek week: Int, in year: Int) -> CivilDay {
    CivilDay(year, 1, 4).monday + (week - 1) * 7
  }

  static func + (day: CivilDay, days: Int) -> CivilDay { CivilDay(number: day.number + days) }

  /// The same day of another month, or that month's last.
  func adding(months: Int) -> CivilDay {
    let (year, month, day) = parts
    let index = year * 12 + month - 1 + months
    let (newYear, newMonth) = (index.flooredQuotient(12), index.flooredRemainder(12) + 1)
    return CivilDay(newYear, newMonth, min(day, Self.days(in: newMonth, of: newYear)))
  }

  /// The number of days of a month.
  static func days(in month: Int, of year: Int) -> Int {
    let next = month == 12 ? CivilDay(year + 1, 1, 1) : CivilDay(year, month + 1, 1)
    return next.number - CivilDay(year, month, 1).number
  }

  /// The day as ISO 8601 writes it.
  var timex: String {
    let (year, month, day) = parts
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension Int {
  func flooredQuotient(_ divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }

  func flooredRemainder(_ divisor: Int) -> Int { self - flooredQuotient(divisor) * divisor }
}

/// A number with zeros before it; `X` for each digit where it is not known.
func padded(_ number: Int?, _ width: Int) -> String {
  guard let number else { return String(repeating: "X", count: width) }
  let digits = String(abs(number))
  return (number < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count))
    + digits
}

/// When the text was written: what "today" and "next week" count from.
struct Reference {
  var day: CivilDay
  /// Seconds of the day; nothing where the source gives a date alone.
  var seconds: Int?

  init(_ timestamp: Timestamp) {
    day = CivilDay(timestamp.year, timestamp.month, timestamp.day)
    seconds = timestamp.time.map { $0.hour * 3600 + $0.minute * 60 + $0.second }
  }
}
