import Source

extension Value {
  /// The day that a date without its year ("11 December") or a day of the week ("Saturday") most likely is,
  /// seen from the date of the text; the date itself where it is complete, nothing where it is no day.
  ///
  /// A report looks back: the year is the one that brings the day nearest, and a day of the week is the last
  /// one, the day of the text included. Of what is still to come it is the next one. "An hour later", counted from a time
  /// that is not known, is of no day.
  ///
  /// - Parameter isToCome: whether the text tells of something that has not happened yet.
  public func day(seenFrom reference: Timestamp?, isToCome: Bool = false) -> Timestamp? {
    guard let timex, hasPlace else { return nil }
    let day = timex.prefix { $0 != "T" }
    if let complete = Timestamp(iso8601: day) { return complete }
    guard let reference else { return nil }
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "XXXX" else { return nil }
    let today = CivilDay(reference.year, reference.month, reference.day)
    if parts[1] == "WXX", let weekday = Int(parts[2]) {
      let back = (today.weekday - weekday).flooredRemainder(7)
      let ahead = (weekday - today.weekday).flooredRemainder(7)
      return Timestamp(today + (isToCome ? ahead : 0 - back))
    }
    guard let date = Int(parts[2]) else { return nil }
    guard let month = Int(parts[1]) else {
      return Timestamp(isToCome ? today.nextDay(numbered: date) : today.lastDay(numbered: date))
    }
    let years = [reference.year, reference.year - 1, reference.year + 1]
      .filter { date <= CivilDay.days(in: month, of: $0) }
      .filter { !isToCome || CivilDay($0, month, date).number >= today.number }
    let nearest = years.min { one, other in
      abs(CivilDay(one, month, date).number - today.number)
        < abs(CivilDay(other, month, date).number - today.number)
    }
    return nearest.map { Timestamp(year: $0, month: month, day: date) }
  }
}

extension Timestamp {
  fileprivate init(_ day: CivilDay) {
    let parts = day.parts
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}

extension Value {
  /// The day of the value for a report, completed as it is seen from the date of the text: `11 December 2021`
  /// for "Saturday"; the whole value where no day can be told.
  public func dayDescription(seenFrom reference: Timestamp?, isToCome: Bool = false) -> String {
    guard let day = day(seenFrom: reference, isToCome: isToCome) else {
      return normalizedDescription
    }
    var fields = DateFields()
    fields.year = day.year
    fields.month = day.month
    fields.day = day.day
    return fields.description
  }
}

extension Value {
  /// The time of day of the value for a report, without its date: `12:20 (UTC+0)`; the whole value where it
  /// has none.
  public var clockDescription: String {
    let clocks = [start?.clock, end?.clock].compactMap { $0?.description }
    return clocks.isEmpty ? normalizedDescription : clocks.joined(separator: " to ")
  }
}

extension CivilDay {
  /// The next day of this number, this day included.
  fileprivate func nextDay(numbered day: Int) -> CivilDay {
    let parts = parts
    let month = day >= parts.day ? CivilDay(parts.year, parts.month, 1) : adding(months: 1)
    return CivilDay(month.parts.year, month.parts.month, day)
  }

  /// The last day of this number in its month, this day included: "the 11th".
  fileprivate func lastDay(numbered day: Int) -> CivilDay {
    let parts = parts
    let isThisMonth = day <= parts.day
    let month = isThisMonth ? CivilDay(parts.year, parts.month, 1) : adding(months: -1)
    return CivilDay(month.parts.year, month.parts.month, day)
  }
}
