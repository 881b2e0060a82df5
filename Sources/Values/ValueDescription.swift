extension Value {
  /// The value in a normal form, for reports: `25 minutes`, `11 December 2021`, `12:20 (UTC+0)`, `$2.5 million`.
  public var normalizedDescription: String {
    let core = coreDescription
    switch hedge {
    case .exact: return core
    case .approximately: return "about \(core)"
    case .atLeast where quantity == nil: return "from \(core)"
    case .moreThan where quantity == nil: return "after \(core)"
    case .atMost where quantity == nil: return "until \(core)"
    case .lessThan where quantity == nil: return "before \(core)"
    case .atLeast, .moreThan, .atMost, .lessThan: return "\(hedge.rawValue) \(core)"
    }
  }

  private var coreDescription: String {
    switch kind {
    case .number: return number
    case .ordinal: return number + ordinalEnding
    case .percentage where unit == "% off":
      return Self.readable(quantity?.value ?? 0) + "% off"
    case .percentage: return number + "%"
    case .currency: return money
    case .age: return "\(number) \(counted(unit)) old"
    case .dimension, .temperature: return "\(number) \(counted(unit))"
    case .duration: return duration
    default: return moment
    }
  }

  // MARK: Numbers

  private var number: String {
    guard let value, let number = Double(value), !isPartOfCode else { return text }
    return Self.readable(number)
  }

  /// Groups of three digits; millions and more by their names where that is shorter.
  static func readable(
    _ number: Double,
    scales: [(Double, String)] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")]
  ) -> String {
    for (scale, name) in scales where abs(number) >= scale {
      let hundredths = number / scale * 100
      // Exact figures such as 2,513,000 say more in full.
      if hundredths == hundredths.rounded() { return "\(decimalText(hundredths / 100)) \(name)" }
    }
    let text = decimalText(number)
    guard !text.contains("e") else { return text }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = Array(parts[0])
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      let left = digits.count - index
      if index > 0, left % 3 == 0, digits[index - 1] != "-" { grouped += "," }
      grouped.append(digit)
    }
    return parts.count > 1 ? grouped + "." + parts[1] : grouped
  }

  private var ordinalEnding: String {
    guard let value = Int(value ?? "") else { return "" }
    if (11...13).contains(value % 100) { return "th" }
    return [1: "st", 2: "nd", 3: "rd"][value % 10] ?? "th"
  }

  private var money: String {
    let code = String((unit ?? "").prefix(3))
    guard let quantity, code != "XXX" else { return text }
    let amount = Self.readable(quantity.value)
    let signs = ["USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"]
    return signs[code].map { $0 + amount } ?? "\(code) \(amount)"
  }

  private func counted(_ unit: String?) -> String {
    let name = (unit ?? "").replacing("-", with: " ")
    if value == "1", kind != .temperature { return name }
    let plurals = ["foot": "feet", "inch": "inches", "century": "centuries", "hertz": "hertz"]
    if let plural = plurals[name] { return plural }
    if kind == .temperature {
      let signs = ["celsius": "°C", "fahrenheit": "°F", "rankine": "°R", "kelvin": "kelvins"]
      return signs[name] ?? "degrees"
    }
    return name.contains(" per ") ? name.replacing(" per", with: "s per") : name + "s"
  }

  private var duration: String {
    guard let seconds = quantity?.value else { return text }
    if let unit, let named = SpanUnit(rawValue: unit) {
      let count = decimalText((seconds / named.seconds * 1e6).rounded() / 1e6)
      let name = unit.replacing("-", with: " ")
      return count == "1" ? "1 \(name)" : "\(count) \(name == "century" ? "centurie" : name)s"
    }
    guard abs(seconds) < Span.longestCounted else { return text }
    var left = Int(seconds.rounded())
    var pieces: [String] = []
    for unit in [SpanUnit.year, .month, .week, .day, .hour, .minute, .second] {
      let count = left / Int(unit.seconds)
      left -= count * Int(unit.seconds)
      if count > 0 { pieces.append("\(count) \(unit.rawValue)\(count == 1 ? "" : "s")") }
    }
    return pieces.prefix(3).joined(separator: " ")
  }

  // MARK: Dates and times

  private var moment: String {
    guard start != nil || end != nil, start?.date.unplaced == nil else { return text }
    guard let start, let end else { return (start ?? end)?.description ?? text }
    return "\(start.description) to \(end.description)"
  }
}

extension Point: CustomStringConvertible {
  /// The point as a person writes it: `11 December 2021, 12:20 (UTC+0)`.
  var description: String {
    guard let clock else { return date.description }
    return date.isEmpty || clock.isPresent
      ? clock.description : "\(date.description), \(clock.description)"
  }
}

extension ClockFields: CustomStringConvertible {
  var description: String {
    if isPresent { return "now" }
    if let part {
      return DayPartName.names[part] ?? part
    }
    let seconds = second.map { ":" + padded($0, 2) } ?? ""
    let time = "\(padded(hour ?? 0, 2)):\(padded(minute ?? 0, 2))\(seconds)"
    guard let offset else { return time }
    let minutes = abs(offset) % 60 == 0 ? "" : ":" + padded(abs(offset) % 60, 2)
    return "\(time) (UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 60)\(minutes))"
  }
}

/// The parts of the day by their TIMEX3 codes.
enum DayPartName {
  static let names = [
    "MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night", "NT": "night",
    "DT": "daytime", "MEL": "midday",
  ]
}

extension DateFields: CustomStringConvertible {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  var description: String {
    if let days {
      return "\(DateFields(days.start).description) to \(DateFields(days.end + -1).description)"
    }
    if let period = periodDescription { return period }
    let month = month.flatMap { (1...12).contains($0) ? Self.months[$0 - 1] : nil }
    let parts = [day.map(String.init), month, year.map(String.init)].compactMap { $0 }
    if parts.isEmpty { return weekday.map { Self.weekdays[$0 - 1] } ?? timex }
    return day != nil && month == nil
      ? "day \(parts.joined(separator: " "))" : parts.joined(separator: " ")
  }

  /// Weeks, seasons, business years, quarters and days such as the first Friday of July, in words.
  private var periodDescription: String? {
    let years = year.map { " \($0)" } ?? ""
    let month = month.flatMap { (1...12).contains($0) ? Self.months[$0 - 1] : nil }
    if let nth, let weekday, (1...7).contains(weekday) {
      let place = ["last", "", "first", "second", "third", "fourth", "fifth"]
      let name = place.indices.contains(nth + 1) ? place[nth + 1] : "\(nth)."
      return "\(name) \(Self.weekdays[weekday - 1])" + (month.map { " of \($0)\(years)" } ?? "")
    }
    if isWeek || isWeekend {
      guard let week else { return day == nil ? timex : nil }
      let whole = month.map { " of \($0)\(years)" } ?? (year.map { " of \($0)" } ?? "")
      return (isWeekend ? "weekend of week \(week)" : "week \(week)") + whole
    }
    if let season {
      let names = ["SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"]
      return (names[season] ?? season) + years
    }
    if let fiscal { return (fiscal == "SY" ? "school year" : "fiscal year") + years }
    guard let months else { return nil }
    return "\(Self.months[months.lowerBound - 1]) to \(Self.months[months.upperBound - 1])\(years)"
  }
}
