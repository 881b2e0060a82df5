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
    var scan = Scan(text)
    guard let year = scan.number(4) else { return nil }
    scan.skip("-")
    guard let month = scan.number(2) else { return nil }
    scan.skip("-")
    guard let day = scan.number(2), (1...12).contains(month),
      (1...daysIn(month: month, of: year)).contains(day)
    else { return nil }
    self.init(year: year, month: month, day: day)
    guard !scan.isAtEnd else { return }
    guard scan.skip("T") || scan.skip("t") || scan.skip(" "), let hour = scan.number(2) else {
      return nil
    }
    scan.skip(":")
    guard let minute = scan.number(2), let second = scan.second(), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    time = TimeOfDay(hour: hour, minute: minute, second: second)
    scan.skipSpace()
    guard !scan.isAtEnd else { return }
    guard let zone = scan.zone(), scan.isAtEnd else { return nil }
    offset = zone
  }
}

/// Walks over the scalars of a text, white space at its ends left out. Not a regular expression, because pages
/// have many dates and each costs more than reading a paragraph.
private struct Scan {
  private let scalars: [Unicode.Scalar]
  private var at = 0

  init(_ text: some StringProtocol) {
    let scalars = text.unicodeScalars.drop(while: \.properties.isWhitespace)
    self.scalars = scalars.reversed().drop(while: \.properties.isWhitespace).reversed()
  }

  var isAtEnd: Bool { at == scalars.count }

  /// A number of exactly so many digits.
  mutating func number(_ digits: Int) -> Int? {
    guard at + digits <= scalars.count else { return nil }
    var number = 0
    for scalar in scalars[at..<(at + digits)] {
      guard ("0"..."9").contains(scalar) else { return nil }
      number = number * 10 + Int(scalar.value - 0x30)
    }
    at += digits
    return number
  }

  @discardableResult
  mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
    guard at < scalars.count, scalars[at] == scalar else { return false }
    at += 1
    return true
  }

  mutating func skipSpace() {
    if at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
  }

  /// The second that a minute may have, with its fraction; 0 where there is none.
  mutating func second() -> Int? {
    let hasColon = skip(":")
    guard let second = number(2) else { return hasColon ? nil : 0 }
    guard skip(".") || skip(",") else { return second }
    guard number(1) != nil else { return nil }
    while number(1) != nil {}
    return second
  }

  /// `Z`, `+09`, `+0900` or `+09:00` in minutes.
  mutating func zone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let isWest = skip("-")
    guard isWest || skip("+"), let hours = number(2) else { return nil }
    let hasColon = skip(":")
    let minutes = number(2)
    guard minutes != nil || !hasColon else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + (minutes ?? 0))
  }
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
