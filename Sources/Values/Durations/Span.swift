import Foundation
/// The units that time is counted in.
enum SpanUnit: String, CaseIterable {
  case millisecond, second, minute, hour, day, night, week, weekend, fortnight, month, quarter, year
  case decade, century
  case businessDay = "business-day"

  /// The letter of ISO 8601 and how many of it the unit is.
  var designator: (letter: String, factor: Double, isClock: Bool) {
    switch self {
    case .millisecond: ("S", 0.001, true)
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day, .night: ("D", 1, false)
    case .businessDay: ("BD", 1, false)
    case .week: ("W", 1, false)
    case .weekend: ("WE", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("M", 3, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    }
  }

  /// Its length in seconds; months and years are the means of the Gregorian calendar.
  var seconds: Double {
    switch self {
    case .millisecond: 0.001
    case .second: 1
    case .minute: 60
    case .hour: 3600
    case .day, .night, .businessDay: 86_400
    case .weekend: 2 * 86_400
    case .week: 7 * 86_400
    case .fortnight: 14 * 86_400
    case .month: 30.436875 * 86_400
    case .quarter: 91.310625 * 86_400
    case .year: 365.2425 * 86_400
    case .decade: 3652.425 * 86_400
    case .century: 36_524.25 * 86_400
    }
  }

  /// Months are counted by the calendar, shorter units by days or seconds.
  var months: Int? {
    switch self {
    case .month: 1
    case .quarter: 3
    case .year: 12
    case .decade: 120
    case .century: 1200
    default: nil
    }
  }
}

/// A length of time: counts of units, as the text gives them.
struct Span: Hashable {
  struct Part: Hashable {
    var count: Double
    var unit: SpanUnit
  }

  var parts: [Part]

  /// The longest span that is counted from a day, in seconds: three hundred centuries.
  static let longestCounted = 1e12

  /// The duration in ISO 8601's form, as TIMEX3 takes it: `PT25M`, `P1Y3M`, `PT1.5H`.
  var timex: String {
    var date = ""
    var clock = ""
    for part in parts {
      let (letter, factor, isClock) = part.unit.designator
      let piece = decimalText(part.count * factor) + letter
      if isClock { clock += piece } else { date += piece }
    }
    return "P" + date + (clock.isEmpty ? "" : "T" + clock)
  }

  var seconds: Double { parts.reduce(0) { $0 + $1.count * $1.unit.seconds } }

  /// It counts hours, minutes or seconds.
  var isClock: Bool { parts.contains { $0.unit.designator.isClock } }

  /// The day that lies this far after another one (or before it, by sign -1).
  func moved(_ day: CivilDay, sign: Int) -> CivilDay {
    parts.reduce(day) { day, part in
      if let months = part.unit.months {
        return day.adding(months: sign * Int(part.count * Double(months)))
      }
      if part.unit == .businessDay { return day.adding(businessDays: sign * Int(part.count)) }
      return day + sign * Int(part.count * part.unit.seconds / 86_400)
    }
  }

  /// The length of the last part's unit in seconds: how exact it is. Halves and quarters are counted in
  /// quarters: "half an hour" is not 25.0 minutes, and not far from it.
  var precision: Double {
    guard let last = parts.last else { return 1 }
    let quarters = last.count * 4
    guard quarters == quarters.rounded() else { return last.unit.seconds / 10 }
    return last.unit.seconds * (last.count == last.count.rounded() ? 1 : 0.25)
  }
}

extension CivilDay {
  func adding(businessDays: Int) -> CivilDay {
    var day = self
    var left = min(abs(businessDays), 10_000)
    while left > 0 {
      day = day + businessDays.signum()
      if day.weekday < 6 { left -= 1 }
    }
    return day
  }
}

/// A number as people and machines read it: no point where it is whole, no exponent where it is short, and
/// no more than the 15 digits that every number written in decimals keeps.
func decimalText(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
  return String(format: "%.15g", value)
}
