import Source

/// A stretch on the line of time, from a minute to a day long, as a text or the date of an account gives it.
public struct Moment: Sendable, Hashable {
  /// Minutes since 1 January 1970, 00:00, by the clock of the place.
  public let minutes: Range<Int>
  /// The offset of that clock from UTC in minutes, where it is known.
  public let offset: Int?
  /// Whether it is a day of which no time is known.
  public let isWholeDay: Bool

  init(day: CivilDay, minutes: Range<Int>?, offset: Int?) {
    let start = day.number * Self.dayLength
    let own = minutes ?? 0..<Self.dayLength
    self.minutes = start + own.lowerBound..<start + max(own.upperBound, own.lowerBound + 1)
    self.offset = offset
    isWholeDay = minutes == nil
  }

  /// The moment of a timestamp: its minute, or its day where it has no time.
  public init(_ timestamp: Timestamp) {
    let clock = timestamp.time.map { $0.hour * 60 + $0.minute }
    self.init(
      day: CivilDay(timestamp.year, timestamp.month, timestamp.day),
      minutes: clock.map { $0..<$0 + 1 }, offset: timestamp.offset)
  }

  private static let dayLength = 1440

  /// Its beginning: a date alone where it is a whole day.
  public var beginning: Timestamp {
    let day = CivilDay(number: minutes.lowerBound.flooredQuotient(Self.dayLength)).parts
    let clock = minutes.lowerBound.flooredRemainder(Self.dayLength)
    return Timestamp(
      year: day.year, month: day.month, day: day.day,
      time: isWholeDay ? nil : Timestamp.TimeOfDay(hour: clock / 60, minute: clock % 60),
      offset: isWholeDay ? nil : offset)
  }

  /// Minutes from the beginning of this moment to that of another one; by the same clock where the offset of
  /// one is not known.
  public func distance(to other: Moment) -> Int {
    other.minutes.lowerBound - minutes.lowerBound - shift(to: other)
  }

  /// Whether the two have no minute in common.
  public func isApart(from other: Moment) -> Bool {
    let shift = shift(to: other)
    return other.minutes.lowerBound - shift >= minutes.upperBound
      || other.minutes.upperBound - shift <= minutes.lowerBound
  }

  private func shift(to other: Moment) -> Int {
    guard let offset, let there = other.offset else { return 0 }
    return there - offset
  }
}

extension Moment: CustomStringConvertible {
  /// The moment as a person writes it, without the year: `1 January, 23:00`.
  public var description: String {
    var fields = DateFields(CivilDay(number: minutes.lowerBound.flooredQuotient(Self.dayLength)))
    fields.year = nil
    guard !isWholeDay else { return fields.description }
    let clock = minutes.lowerBound.flooredRemainder(Self.dayLength)
    return "\(fields.description), \(padded(clock / 60, 2)):\(padded(clock % 60, 2))"
  }
}

extension Value {
  /// The moment that a date or time names in a text of some date: parts that it leaves out are those that bring
  /// it nearest before that date; nothing where it names no day or time.
  public func moment(before reference: Timestamp) -> Moment? {
    guard let point = start ?? end, point.clock?.isPresent != true else { return nil }
    let written = CivilDay(reference.year, reference.month, reference.day)
    guard var day = point.date.day(before: written) else { return nil }
    let minutes = point.clock?.minutes
    if point.date.isEmpty, let minutes, let time = reference.time,
      minutes.lowerBound > time.hour * 60 + time.minute
    {
      day = day + -1
    }
    return Moment(day: day, minutes: minutes, offset: offset ?? reference.offset)
  }
}

extension DateFields {
  /// The last day up to another one that has these fields.
  fileprivate func day(before limit: CivilDay) -> CivilDay? {
    if isEmpty { return limit }
    if let civilDay { return civilDay }
    guard unplaced == nil, days == nil, !isWeek, !isWeekend, nth == nil else { return nil }
    let (year, month, _) = limit.parts
    if let day, let ownMonth = self.month {
      let this = CivilDay(self.year ?? year, ownMonth, day)
      return this <= limit || self.year != nil ? this : CivilDay(year - 1, ownMonth, day)
    }
    if let day, self.month == nil, self.year == nil {
      let this = CivilDay(year, month, day)
      guard this > limit else { return this }
      let last = CivilDay(year, month, 1).adding(months: -1)
      return last + (day - 1)
    }
    guard let weekday, day == nil, self.month == nil else { return nil }
    let back = limit.weekday - weekday
    return limit + -(back < 0 ? back + 7 : back)
  }
}

extension ClockFields {
  /// The minutes of the day that are meant.
  fileprivate var minutes: Range<Int>? {
    if let seconds { return seconds / 60..<seconds / 60 + 1 }
    let hours: [String: Range<Int>] = [
      "MO": 5..<12, "AF": 12..<18, "EV": 17..<22, "NI": 20..<24, "NT": 20..<24, "DT": 8..<18,
      "MEL": 11..<14,
    ]
    return part.flatMap { hours[$0] }.map { $0.lowerBound * 60..<$0.upperBound * 60 }
  }
}
