/// What a text says of the time of day.
struct ClockFields: Hashable {
  /// 0 to 24.
  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Hours 1 to 12 without morning or afternoon.
  var isOpen = false
  /// `MO`, `AF`, `EV`, `NI`, `DT`, `MEL`: a part of the day instead of an hour.
  var part: String?
  /// It is the moment of speaking.
  var isPresent = false
  /// The offset from UTC in minutes.
  var offset: Int?
  /// The IANA name of a time zone that the text names.
  var zone: String?

  /// The TIMEX3 value with its `T`, or `PRESENT_REF`.
  var timex: String {
    if isPresent { return "PRESENT_REF" }
    if let part { return "T" + part }
    var text = "T" + padded(hour ?? 0, 2)
    if minute != nil || second != nil { text += ":" + padded(minute ?? 0, 2) }
    if let second { text += ":" + padded(second, 2) }
    return text
  }

  /// Seconds of the day.
  var seconds: Int? {
    guard let hour, part == nil else { return nil }
    return hour * 3600 + (minute ?? 0) * 60 + (second ?? 0)
  }
}

/// A date, a time of day, or both.
struct Point: Hashable {
  var date = DateFields()
  var clock: ClockFields?

  var timex: String {
    guard let clock else { return date.timex }
    if clock.isPresent || date.isEmpty { return clock.timex }
    return date.timex + clock.timex
  }
}
