import Source

extension Value {
  /// The value in a normal form, for reports in a language: `about 25 minutes`, 約25分間.
  public func normalizedDescription(in language: ReportLanguage) -> String {
    switch language {
    case .english: normalizedDescription
    case .japanese: japaneseDescription
    }
  }

  private var japaneseDescription: String {
    let core = japaneseCore
    switch hedge {
    case .exact: return core
    case .approximately: return "約\(core)"
    case .atLeast: return quantity == nil ? "\(core)から" : "\(core)以上"
    case .moreThan: return quantity == nil ? "\(core)より後" : "\(core)超"
    case .atMost: return quantity == nil ? "\(core)まで" : "\(core)以下"
    case .lessThan: return quantity == nil ? "\(core)より前" : "\(core)未満"
    }
  }

  private var japaneseCore: String {
    switch kind {
    case .number: return japaneseNumber
    case .ordinal: return "第\(japaneseNumber)"
    case .percentage where unit == "% off":
      return JapaneseFigure.text(quantity?.value ?? 0) + "%引き"
    case .percentage: return japaneseNumber + "%"
    case .currency: return japaneseMoney
    case .age: return japaneseNumber + (Self.japaneseAges[unit ?? ""] ?? "歳")
    case .temperature: return japaneseNumber + (Self.japaneseDegrees[unit ?? ""] ?? "度")
    case .dimension: return japaneseNumber + JapaneseNames.shared.unit(unit ?? "")
    case .duration: return japaneseDuration
    default: return japaneseMoment
    }
  }

  private var japaneseNumber: String {
    guard let value, let number = Double(value), !isPartOfCode else { return text }
    return JapaneseFigure.text(number)
  }

  private var japaneseMoney: String {
    let code = String((unit ?? "").prefix(3))
    guard let quantity, code != "XXX" else { return text }
    return JapaneseFigure.text(quantity.value) + JapaneseNames.shared.currency(code)
  }

  private static let japaneseAges = ["year": "歳", "month": "か月", "week": "週", "day": "日"]
  private static let japaneseDegrees = ["celsius": "℃", "fahrenheit": "℉", "kelvin": "ケルビン"]

  private var japaneseDuration: String {
    guard let seconds = quantity?.value else { return text }
    if let unit, let named = SpanUnit(rawValue: unit) {
      let count = (seconds / named.seconds * 1e6).rounded() / 1e6
      return JapaneseFigure.text(count) + named.japaneseCounter
    }
    guard abs(seconds) < Span.longestCounted else { return text }
    var left = Int(seconds.rounded())
    var pieces: [(count: Int, unit: SpanUnit)] = []
    for unit in [SpanUnit.year, .month, .week, .day, .hour, .minute, .second] {
      let count = left / Int(unit.seconds)
      left -= count * Int(unit.seconds)
      if count > 0 { pieces.append((count, unit)) }
    }
    if pieces.count == 1, let only = pieces.first {
      return "\(only.count)\(only.unit.japaneseCounter)"
    }
    return pieces.prefix(3).map { piece in
      let counter = piece.unit.japaneseCounter
      // 1時間30分, not 1時間30分間.
      return "\(piece.count)" + (piece.unit == .hour ? counter : counter.replacing("間", with: ""))
    }.joined()
  }

  private var japaneseMoment: String {
    guard start != nil || end != nil, start?.date.unplaced == nil else { return text }
    guard let start, let end else { return (start ?? end)?.japaneseDescription ?? text }
    return "\(start.japaneseDescription)〜\(end.japaneseDescription)"
  }
}

extension Value {
  /// The day of the value for a report in a language, completed as it is seen from the date of the text.
  public func dayDescription(
    seenFrom reference: Timestamp?, isToCome: Bool = false, in language: ReportLanguage
  ) -> String {
    guard language == .japanese else {
      return dayDescription(seenFrom: reference, isToCome: isToCome)
    }
    guard let day = day(seenFrom: reference, isToCome: isToCome) else { return japaneseDescription }
    return "\(day.year)年\(day.month)月\(day.day)日"
  }

  /// The time of day of the value for a report in a language, without its date.
  public func clockDescription(in language: ReportLanguage) -> String {
    guard language == .japanese else { return clockDescription }
    let clocks = [start?.clock, end?.clock].compactMap { $0?.japaneseDescription }
    return clocks.isEmpty ? japaneseDescription : clocks.joined(separator: "〜")
  }
}

extension Moment {
  /// The moment as a person writes it in a language, without the year: `1 January, 23:00`, 1月1日23時00分.
  public func description(in language: ReportLanguage) -> String {
    guard language == .japanese else { return description }
    let beginning = beginning
    let day = "\(beginning.month)月\(beginning.day)日"
    guard let time = beginning.time else { return day }
    return "\(day)\(time.hour)時\(padded(time.minute, 2))分"
  }
}

extension Point {
  fileprivate var japaneseDescription: String {
    guard let clock else { return date.japaneseDescription }
    return date.isEmpty || clock.isPresent
      ? clock.japaneseDescription : date.japaneseDescription + clock.japaneseDescription
  }
}

extension ClockFields {
  fileprivate var japaneseDescription: String {
    if isPresent { return "現在" }
    if let part { return Self.japaneseParts[part] ?? part }
    let minutes = minute.map { "\(padded($0, 2))分" } ?? ""
    let seconds = second.map { "\(padded($0, 2))秒" } ?? ""
    let time = "\(hour ?? 0)時\(minutes)\(seconds)"
    guard let offset else { return time }
    let rest = abs(offset) % 60 == 0 ? "" : ":" + padded(abs(offset) % 60, 2)
    return "\(time)（UTC\(offset < 0 ? "-" : "+")\(abs(offset) / 60)\(rest)）"
  }

  private static let japaneseParts = [
    "MO": "朝", "AF": "午後", "EV": "夕方", "NI": "夜", "NT": "夜", "DT": "日中", "MEL": "正午ごろ",
  ]
}

extension DateFields {
  fileprivate var japaneseDescription: String {
    if let days {
      return DateFields(days.start).japaneseDescription + "〜"
        + DateFields(days.end + -1).japaneseDescription
    }
    let years = year.map { "\($0)年" } ?? ""
    let months = month.map { "\($0)月" } ?? ""
    if let nth, let weekday, (1...7).contains(weekday) {
      let place = nth < 0 ? "最終" : "第\(nth)"
      return years + months + place + Self.japaneseWeekdays[weekday - 1] + "曜日"
    }
    if isWeek || isWeekend, let week {
      return years + months + "第\(week)週" + (isWeekend ? "の週末" : "")
    }
    if let season { return years + (Self.japaneseSeasons[season] ?? season) }
    if fiscal != nil { return years + "度" }
    if let range = self.months { return "\(years)\(range.lowerBound)〜\(range.upperBound)月" }
    let parts = years + months + (day.map { "\($0)日" } ?? "")
    guard parts.isEmpty else { return parts }
    return weekday.map { Self.japaneseWeekdays[$0 - 1] + "曜日" } ?? timex
  }

  private static let japaneseWeekdays = ["月", "火", "水", "木", "金", "土", "日"]
  private static let japaneseSeasons = ["SP": "春", "SU": "夏", "FA": "秋", "WI": "冬"]
}

extension SpanUnit {
  /// What stands behind the number of a length of time.
  fileprivate var japaneseCounter: String {
    switch self {
    case .millisecond: "ミリ秒"
    case .second: "秒間"
    case .minute: "分間"
    case .hour: "時間"
    case .day: "日間"
    case .night: "泊"
    case .businessDay: "営業日"
    case .week, .fortnight: "週間"
    case .weekend: "週末"
    case .month: "か月間"
    case .quarter: "四半期"
    case .year: "年間"
    case .decade: "0年間"
    case .century: "世紀"
    }
  }
}

/// Figures as Japanese prose has them: 25, 27,785, 141億, 2兆100億.
enum JapaneseFigure {
  static func text(_ number: Double) -> String {
    guard number.magnitude >= 1e4, number.magnitude < 1e16, number == number.rounded(),
      Int(number.magnitude) % 10_000 == 0
    else { return Value.readable(number, scales: []) }
    var left = Int(number.magnitude)
    var result = number < 0 ? "-" : ""
    for (scale, name) in [(1_000_000_000_000, "兆"), (100_000_000, "億"), (10_000, "万")] {
      let count = left / scale
      left %= scale
      if count > 0 { result += "\(count)\(name)" }
    }
    return result
  }
}

/// The Japanese names of units and currencies: the first by which the tables know each.
struct JapaneseNames: Sendable {
  static let shared = JapaneseNames()

  private let units: [String: [String]]
  private let currencies: [String: [String]]

  private struct Table: Decodable {
    let classes: [String: [String: [String]]]
  }

  private init() {
    units = Self.table("ja/units.yaml")["unit"] ?? [:]
    currencies = Self.table("ja/currencies.yaml")["money-name"] ?? [:]
  }

  private static func table(_ name: String) -> [String: [String: [String]]] {
    (try? ResourceTable.decode(Table.self, from: name, in: .module))?.classes ?? [:]
  }

  func unit(_ name: String) -> String {
    // A sign with an equals mark before it is taken to the letter; it is no name.
    units[name]?.first { !$0.hasPrefix("=") } ?? " " + name.replacing("-", with: " ")
  }

  func currency(_ code: String) -> String {
    code == "JPY" ? "円" : currencies[code]?.first { !$0.hasPrefix("=") } ?? " " + code
  }
}
