/// A date, or a date with a time, as a source gives it: nothing is filled in that the source leaves out.
public struct Timestamp: Sendable, Hashable {
  /// The year of the Gregorian calendar.
  public var year: Int
  /// The month, from 1.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// The time of the day, where the source gives one.
  public var time: TimeOfDay?
  /// The offset from UTC in minutes, where the source gives one.
  public var offset: Int?

  /// A time of the day.
  public struct TimeOfDay: Sendable, Hashable {
    /// The hour, 0 to 23.
    public var hour: Int
    /// The minute, 0 to 59.
    public var minute: Int
    /// The second, 0 to 60.
    public var second: Int

    /// Makes a time of the day; the parts are taken as they are.
    public init(hour: Int, minute: Int, second: Int = 0) {
      self.hour = hour
      self.minute = minute
      self.second = second
    }
  }

  /// Makes a timestamp; the parts are taken as they are.
  public init(year: Int, month: Int, day: Int, time: TimeOfDay? = nil, offset: Int? = nil) {
    self.year = year
    self.month = month
    self.day = day
    self.time = time
    self.offset = offset
  }

  /// The date alone, as ISO 8601 writes it: `2021-12-11`.
  public var date: String { "\(pad(year, 4))-\(pad(month, 2))-\(pad(day, 2))" }
}

extension Timestamp: CustomStringConvertible {
  /// The timestamp as ISO 8601 writes it, with what is known: `2021-12-11`, `2021-12-11T12:20:00+00:00`.
  public var description: String {
    guard let time else { return date }
    let clock = "\(pad(time.hour, 2)):\(pad(time.minute, 2)):\(pad(time.second, 2))"
    guard let offset else { return "\(date)T\(clock)" }
    let sign = offset < 0 ? "-" : "+"
    return "\(date)T\(clock)\(sign)\(pad(abs(offset) / 60, 2)):\(pad(abs(offset) % 60, 2))"
  }
}

extension Timestamp {
  /// Reads a date or a date-time of ISO 8601 (RFC 3339 and its relaxed forms: basic or extended, with or
  /// without seconds, fractions and zone); nothing for any other text or for a day that does not exist.
  public init?(iso8601 text: some StringProtocol) {
    let pattern =
      #/(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?/#
    let trimmed = String(text).trimmingWhitespace
    guard let match = trimmed.wholeMatch(of: pattern),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      (1...12).contains(month), (1...daysIn(month: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard let hour = match.4.flatMap({ Int($0) }), let minute = match.5.flatMap({ Int($0) }) else {
      return
    }
    let second = match.6.flatMap { Int($0) } ?? 0
    guard hour < 24, minute < 60, second <= 60 else { return nil }
    time = TimeOfDay(hour: hour, minute: minute, second: second)
    guard let zone = match.7 else { return }
    offset = minutes(ofZone: zone)
  }
}

/// The offset of `Z`, `+09`, `+0900` or `+09:00` in minutes.
private func minutes(ofZone zone: Substring) -> Int {
  let digits = zone.filter(\.isNumber)
  let hours = Int(digits.prefix(2)) ?? 0
  let minutes = Int(digits.dropFirst(2)) ?? 0
  return (zone.hasPrefix("-") ? -1 : 1) * (hours * 60 + minutes)
}

private func daysIn(month: Int, of year: Int) -> Int {
  let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
  switch month {
  case 2: return isLeap ? 29 : 28
  case 4, 6, 9, 11: return 30
  default: return 31
  }
}

private func pad(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension String {
  fileprivate var trimmingWhitespace: Substring {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? start
    return self[start..<end]
  }
}
