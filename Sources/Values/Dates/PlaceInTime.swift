extension Value {
  /// Whether the value names a day, to which "the same day" may go back.
  public var namesDay: Bool {
    guard let date = start?.date, date.unplaced == nil, date.days == nil else { return false }
    return date.day != nil || date.weekday != nil
  }

  /// Whether it is known where in time the value begins or ends: not of "an hour later".
  public var hasPlace: Bool { start != nil || end != nil }

  /// Whether it is known where in time the value begins and where it ends.
  public var isSpan: Bool { start != nil && end != nil }

  /// Takes the day that was named before, or one so many days behind it; its own number of a day stays: 同11日.
  mutating func place(_ days: Int, daysBehind last: DateFields?) {
    guard var date = last else { return }
    if let own = start?.date.day {
      date.day = own
    } else if days != 0 {
      guard let moved = date.moved(by: days) else { return }
      date = moved
    }
    if date.day != nil { date.weekday = nil }
    start?.date = date
    timex = start?.timex
  }
}
