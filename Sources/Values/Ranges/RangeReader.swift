/// Two points that mark the beginning and the end of a time.
struct PointRange: Hashable {
  var start: Point
  var end: Point
  /// The TIMEX3 duration between them, where it can be told.
  var duration: String?

  var timex: String {
    "(\(edge(start)),\(edge(end)),\(duration ?? "PXD"))"
  }

  /// A year or month that begins or ends a range is written as its first day.
  private func edge(_ point: Point) -> String {
    guard point.clock == nil else { return point.timex }
    guard !point.date.isWeek, point.date.season == nil else { return point.timex }
    switch point.date.granularity {
    case .year: return point.timex + "-01-01"
    case .month: return point.timex + "-01"
    case .span: return point.date.days?.start.timex ?? point.timex
    default: return point.timex
    }
  }
}

extension PointRange {
  /// Joins two points and what the rule says of both: each gets what only the other gives.
  ///
  /// "From 5 to 6 p.m. of 22 April" begins at 5 p.m. of that day; "18 November to 19 December 2015" begins in
  /// 2015.
  init(start: Point, end: Point, common: Point, reference: Reference?) {
    self.start = start
    self.end = end
    self.start.date.inherit(common.date)
    self.end.date.inherit(common.date)
    if let part = common.clock?.part {
      if self.start.clock?.isOpen == true { self.start.clock?.settle(meridiem: nil, part: part) }
      if self.end.clock?.isOpen == true { self.end.clock?.settle(meridiem: nil, part: part) }
      self.start.clock?.isOpen = false
      self.end.clock?.isOpen = false
    }
    shareDates()
    shareHours()
    shareZones(common)
    duration = length(reference)
  }

  private mutating func shareDates() {
    if start.clock != nil || end.clock != nil {
      if start.date.isEmpty, start.clock?.isPresent != true { start.date = end.date }
      if end.date.isEmpty, end.clock?.isPresent != true { end.date = start.date }
    }
    guard start.date.granularity != .span, end.date.granularity != .span else { return }
    shareMonths()
    if start.date.year == nil, let year = end.date.year, let month = start.date.month {
      start.date.year = month > end.date.month ?? 12 ? year - 1 : year
    } else if end.date.year == nil, let year = start.date.year, let month = end.date.month {
      end.date.year = month < start.date.month ?? 1 ? year + 1 : year
    }
  }

  private mutating func shareMonths() {
    if end.date.month == nil, end.date.day != nil, start.date.day != nil {
      end.date.month = start.date.month
      end.date.year = end.date.year ?? start.date.year
    } else if start.date.month == nil, start.date.day != nil, end.date.day != nil {
      start.date.month = end.date.month
    }
  }

  private mutating func shareHours() {
    guard let first = start.clock?.hour, let last = end.clock?.hour, start.date == end.date else {
      return
    }
    let startMinutes = first * 60 + (start.clock?.minute ?? 0)
    let endMinutes = last * 60 + (end.clock?.minute ?? 0)
    switch (start.clock?.isOpen == true, end.clock?.isOpen == true) {
    case (true, false):
      if last >= 12, first < 12, startMinutes + 720 < endMinutes { start.clock?.hour = first + 12 }
      start.clock?.isOpen = false
    case (false, true):
      if last < 12, endMinutes <= startMinutes { end.clock?.hour = last + 12 }
      end.clock?.isOpen = false
    case (true, true):
      if last < 12, endMinutes <= startMinutes { end.clock?.hour = last + 12 }
    default: break
    }
  }

  private mutating func shareZones(_ common: Point) {
    let zone = end.clock?.zone ?? common.clock?.zone
    let offset = end.clock?.offset ?? common.clock?.offset
    if start.clock?.zone == nil, start.clock?.offset == nil {
      start.clock?.zone = zone
      start.clock?.offset = offset
    }
    if end.clock?.zone == nil, end.clock?.offset == nil {
      end.clock?.zone = zone
      end.clock?.offset = offset
    }
  }

  // MARK: Length

  private func length(_ reference: Reference?) -> String? {
    if start.clock != nil || end.clock != nil { return clockLength(reference) }
    let (first, last) = (start.date, end.date)
    if let from = first.weekday, let to = last.weekday, first.day == nil, last.day == nil {
      return "P\((to - from + 7) % 7)D"
    }
    guard let from = first.firstDay(2001), let to = last.firstDay(2001) else { return nil }
    let isOpen = first.year == nil && to < from
    let (start, end) = (from.parts, isOpen ? to.adding(months: 12).parts : to.parts)
    switch max(first.granularity, last.granularity) {
    case .year where first.granularity == last.granularity: return "P\(end.year - start.year)Y"
    case .month, .year:
      guard first.day == nil, last.day == nil else { break }
      return "P\((end.year - start.year) * 12 + end.month - start.month)M"
    default: break
    }
    return "P\((isOpen ? to.adding(months: 12) : to).number - from.number)D"
  }

  private func clockLength(_ reference: Reference?) -> String? {
    guard let from = start.seconds(reference), let to = end.seconds(reference) else { return nil }
    var length = to - from
    if length < 0, start.date == end.date || start.date.isEmpty { length += 86_400 }
    guard length >= 0 else { return nil }
    return Self.timex(seconds: length)
  }

  /// Hours, minutes and seconds in TIMEX3's form.
  static func timex(seconds: Int) -> String {
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    return "PT" + (text.isEmpty ? "0S" : text)
  }
}

extension Point {
  /// Seconds since 1970 by the clock on the wall; for a time without a date, of the day.
  fileprivate func seconds(_ reference: Reference?) -> Int? {
    if let clock, clock.isPresent {
      guard let reference else { return nil }
      return reference.day.number * 86_400 + (reference.seconds ?? 0)
    }
    guard let time = clock?.seconds else { return nil }
    if date.isEmpty { return time }
    if let weekday = date.weekday, date.day == nil { return weekday * 86_400 + time }
    guard let day = date.firstDay(2001) else { return time }
    return day.number * 86_400 + time
  }
}

extension DateFields {
  /// Takes what it lacks from other fields.
  mutating func inherit(_ other: DateFields) {
    if isEmpty {
      self = other
      return
    }
    guard granularity != .span else { return }
    if day == nil, weekday == nil { day = other.day }
    month = month ?? other.month
    year = year ?? other.year
  }

  /// Its first day, in a given year where the text gives none.
  fileprivate func firstDay(_ otherwise: Int) -> CivilDay? {
    if let interval { return interval.lowerBound }
    guard season == nil, weekday == nil || day != nil, !isWeek else { return nil }
    guard month != nil || year != nil else { return day.map { CivilDay(otherwise, 1, $0) } }
    if let month, let day, day > CivilDay.days(in: month, of: year ?? 2000) { return nil }
    return CivilDay(year ?? otherwise, month ?? 1, day ?? 1)
  }
}
