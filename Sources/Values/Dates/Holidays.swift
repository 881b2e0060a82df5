import Foundation

/// Days of the year that have a name: `12-25`, `11-#4-4` (the fourth Thursday of November), `easter+1`,
/// `islamic-10-01` (the first day of Shawwal).
enum Holiday {
  /// The day in a year.
  static func day(_ rule: String, in year: Int) -> CivilDay? {
    if rule.hasPrefix("easter") {
      return easter(in: year) + (Int(rule.dropFirst(6)) ?? 0)
    }
    let parts = rule.split(separator: "-").map(String.init)
    if parts[0] == "equinox" { return equinox(isSpring: parts.last == "03", in: year) }
    if let calendar = calendar(parts[0]) { return day(parts.dropFirst(), of: calendar, in: year) }
    guard let month = parts.first.flatMap({ Int($0) }), (1...12).contains(month) else { return nil }
    if parts.count == 2, let day = Int(parts[1]) { return CivilDay(year, month, day) }
    guard parts.count >= 3, let nth = Int(parts[1].dropFirst()), let weekday = Int(parts[2]) else {
      return nil
    }
    let shift = parts.count > 3 ? Int(parts[3]) ?? 0 : 0
    return nthWeekday(nth, weekday, month, year) + shift
  }

  /// The day is the same in every year.
  static func isFixed(_ rule: String) -> Bool {
    !rule.contains("#") && rule.first?.isNumber == true
  }

  private static func calendar(_ name: String) -> Calendar? {
    let identifier: Calendar.Identifier
    switch name {
    case "islamic": identifier = .islamicUmmAlQura
    case "chinese": identifier = .chinese
    default: return nil
    }
    var calendar = Calendar(identifier: identifier)
    calendar.timeZone = .gmt
    return calendar
  }

  /// The first day in a Gregorian year that has this month and day in another calendar.
  private static func day(
    _ parts: ArraySlice<String>, of calendar: Calendar, in year: Int
  ) -> CivilDay? {
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    let first = CivilDay(year, 1, 1)
    for day in 0..<366 {
      let date = Date(timeIntervalSince1970: Double((first.number + day) * 86_400 + 43_200))
      let found = calendar.dateComponents([.month, .day], from: date)
      if found.month == numbers[0], found.day == numbers[1], found.isLeapMonth != true {
        return first + day
      }
    }
    return nil
  }

  /// The nth weekday of a month; 9 is the last.
  private static func nthWeekday(_ nth: Int, _ weekday: Int, _ month: Int, _ year: Int) -> CivilDay
  {
    if nth == 9 {
      let last = CivilDay(year, month, CivilDay.days(in: month, of: year))
      return last + -((last.weekday - weekday + 7) % 7)
    }
    let first = CivilDay(year, month, 1)
    return first + ((weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
  }

  /// The day of an equinox in Japan, from 1980 to 2099 (the usual approximation of its almanacs).
  private static func equinox(isSpring: Bool, in year: Int) -> CivilDay {
    let passed = Double(year - 1980)
    let day = (isSpring ? 20.8431 : 23.2488) + 0.242194 * passed - (passed / 4).rounded(.down)
    return CivilDay(year, isSpring ? 3 : 9, Int(day))
  }

  /// Easter Sunday by the anonymous Gregorian algorithm (Meeus, "Astronomical Algorithms", chapter 8).
  private static func easter(in year: Int) -> CivilDay {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let g = (b - (b + 8) / 25 + 1) / 3
    let h = (19 * a + b - b / 4 - g + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return CivilDay(year, sum / 31, sum % 31 + 1)
  }
}

extension DateReader {
  func applyHoliday(_ rule: String, _ frame: Frame, _ fields: inout DateFields) {
    let now = reference?.day
    if let year = fields.year ?? relativeYear(of: rule, frame.integer(.rel)) {
      guard let day = Holiday.day(rule, in: year) else { return }
      fields.fill(day)
      return
    }
    guard let day = Holiday.day(rule, in: now?.parts.year ?? 2000) else { return }
    fields.fill(day)
    fields.year = nil
    guard !fields.isWeekend, Holiday.isFixed(rule) || now != nil else {
      if !fields.isWeekend { (fields.month, fields.day) = (nil, nil) }
      return
    }
  }

  private func relativeYear(of rule: String, _ rel: Int?) -> Int? {
    guard let rel, let now = reference?.day, let day = Holiday.day(rule, in: now.parts.year) else {
      return nil
    }
    switch rel {
    case 0: return now.parts.year
    case 1...: return day > now ? now.parts.year : now.parts.year + 1
    default: return day < now ? now.parts.year : now.parts.year - 1
    }
  }
}

extension DateFields {
  /// Takes a day's parts; a weekend takes its week's.
  fileprivate mutating func fill(_ day: CivilDay) {
    if isWeekend {
      place(week: day.weekday == 1 ? (day + -1).week : day.week)
    } else {
      let parts = day.parts
      (year, month, self.day) = (parts.year, parts.month, parts.day)
    }
  }
}
