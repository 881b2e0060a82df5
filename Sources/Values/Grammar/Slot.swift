/// What a piece of a value stands for: the names that patterns use.
enum Slot: String, CaseIterable {
  case none
  // Points and ranges.
  case start, end, base
  // Numbers and quantities.
  case number, percent, discount, unit, per, currency, minor, large, million, temperature, hedge,
    inch, bare
  // The calendar.
  case year, shortYear, hundreds, rest, month, day, weekday, era, week, season, quarter, half,
    yearAway
  case decade, century, weekend, holiday, fiscal, shift, rel, period, nth, edge, bound, business
  case last, present, compact, same, remaining, elapsed, closing
  // Parts of a day that lies a number of days away: tonight, last night.
  case night, morning, evening
  // The clock.
  case military, hour, minute, second, meridiem, part, before, past, clock, zone, region, sign,
    offset, local
  // Durations.
  case count, span, ago, some
}

/// What one piece of a pattern found.
struct Capture {
  var slot: Slot
  /// The points that it lies in, innermost last: two bits each of 1 `start`, 2 `end`, 3 `base`.
  var path: UInt8
  var value: Double
  /// The key of the class, as an index of the lexicon's keys, or -1.
  var key: Int32
  /// The tokens.
  var start: Int
  var end: Int
}

/// What a rule found: the tokens of the value, and the pieces.
struct Match {
  /// The tokens that were read.
  var start: Int
  var end: Int
  /// The tokens that make the value.
  var first: Int
  var limit: Int
  var captures: [Capture]
}

/// The captures of a rule, or of one point in it.
struct Frame {
  let captures: [Capture]

  /// The pieces that stand in no inner point.
  var own: [Capture] { captures.filter { $0.path == 0 } }

  func first(_ slot: Slot) -> Capture? { captures.first { $0.slot == slot && $0.path == 0 } }

  func integer(_ slot: Slot) -> Int? { first(slot).map { Int(exactly: $0.value) ?? 0 } }

  func has(_ slot: Slot) -> Bool { first(slot) != nil }

  /// The pieces of an inner point; nothing where the rule has none.
  func inner(_ slot: Slot) -> Frame? {
    let number: UInt8 = slot == .start ? 1 : slot == .end ? 2 : 3
    var found: [Capture] = []
    for var capture in captures where capture.path & 3 == number {
      capture.path >>= 2
      found.append(capture)
    }
    return found.isEmpty ? nil : Frame(captures: found)
  }
}
