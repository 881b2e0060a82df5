import Source

/// Finds dates as people write them: `December 11, 2021`, `11 Dec. 2021 12:20 GMT`, `令和3年12月11日`.
struct DateText: Sendable, Decodable {
  private var months: [Int: [String]]
  private var eras: [String: Int]
  private var zones: [String: Int]
  private var publicationWords: [String]

  private static let loaded = Resource.decode(DateText.self, from: "dates")

  /// The words of dates, read once.
  static func shared() throws(IngestionError) -> DateText { try loaded.get() }

  /// A date and the places it takes among the tokens of a text.
  private struct Found {
    var timestamp: Timestamp
    var tokens: Range<Int>
  }

  /// A timestamp that a text is: ISO 8601, or a date in words with nothing but a time beside it.
  func timestamp(of text: String) -> Timestamp? {
    let digits = text.utf8.drop { $0 == 0x20 }.prefix { (0x30...0x39).contains($0) }.count
    if digits == 4 || digits == 8, let timestamp = Timestamp(iso8601: text) { return timestamp }
    return first(in: DateTokens.of(text))?.timestamp
  }

  /// The date of a line that says little more than when something was published.
  ///
  /// - Parameter others: how many words may stand beside the date.
  func publicationDate(ofLine text: String, others: Int = 6) -> Timestamp? {
    guard text.unicodeScalars.count <= 120 else { return nil }
    let tokens = DateTokens.of(text)
    guard let found = first(in: tokens) else { return nil }
    let beside = tokens.indices.filter { !found.tokens.contains($0) && !tokens[$0].isMark }
    let words = beside.filter { !publicationWords.contains(tokens[$0].word) }
    return words.count <= others ? found.timestamp : nil
  }

  private func first(in tokens: [DateTokens.Token]) -> Found? {
    for start in tokens.indices {
      if let found = date(in: tokens, from: start) { return withTime(found, tokens) }
    }
    return nil
  }

  private func date(in tokens: [DateTokens.Token], from start: Int) -> Found? {
    japanese(tokens, start) ?? monthFirst(tokens, start) ?? dayFirst(tokens, start)
      ?? yearFirst(tokens, start)
  }

  /// `2021年12月11日`, with an era before it or none.
  private func japanese(_ tokens: [DateTokens.Token], _ start: Int) -> Found? {
    var at = start
    let era = at < tokens.count ? eras[tokens[at].word] : nil
    if era != nil { at += 1 }
    guard at + 5 < tokens.count, tokens[at + 1].word == "年", tokens[at + 3].word == "月",
      tokens[at + 5].word == "日", let month = tokens[at + 2].number, let day = tokens[at + 4].number
    else { return nil }
    let isFirstYear = tokens[at].word == "元"
    guard let year = isFirstYear ? 1 : tokens[at].number else { return nil }
    return found((era ?? 0) + year, month, day, start..<(at + 6))
  }

  /// `December 11, 2021`, `Dec. 11th 2021`.
  private func monthFirst(_ tokens: [DateTokens.Token], _ start: Int) -> Found? {
    guard let month = month(tokens[start]) else { return nil }
    var at = skippingMarks(tokens, start + 1)
    guard at < tokens.count, let day = tokens[at].number else { return nil }
    at = skippingSuffix(tokens, at + 1)
    at = skippingMarks(tokens, at)
    guard at < tokens.count, let year = tokens[at].number else { return nil }
    return found(year, month, day, start..<(at + 1))
  }

  /// `11 December 2021`, `11th of Dec., 2021`.
  private func dayFirst(_ tokens: [DateTokens.Token], _ start: Int) -> Found? {
    guard let day = tokens[start].number else { return nil }
    var at = skippingSuffix(tokens, start + 1)
    if at < tokens.count, tokens[at].word == "of" || tokens[at].word == "-" { at += 1 }
    guard at < tokens.count, let month = month(tokens[at]) else { return nil }
    at = skippingMarks(tokens, at + 1)
    if at < tokens.count, tokens[at].word == "-" { at += 1 }
    guard at < tokens.count, let year = tokens[at].number else { return nil }
    return found(year, month, day, start..<(at + 1))
  }

  /// `2021-12-11`, `2021/12/11`, `2021.12.11`.
  private func yearFirst(_ tokens: [DateTokens.Token], _ start: Int) -> Found? {
    guard start + 4 < tokens.count, let year = tokens[start].number,
      ["-", "/", "."].contains(tokens[start + 1].word), tokens[start + 1] == tokens[start + 3],
      let month = tokens[start + 2].number, let day = tokens[start + 4].number
    else { return nil }
    return found(year, month, day, start..<(start + 5))
  }

  private func found(_ year: Int, _ month: Int, _ day: Int, _ tokens: Range<Int>) -> Found? {
    guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    return Found(timestamp: Timestamp(year: year, month: month, day: day), tokens: tokens)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    switch month {
    case 2: return isLeap ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  /// Adds the time of day that stands behind a date: `12:20`, `at 12:20 p.m. EST`,
  /// `T12:20:00+09:00`.
  private func withTime(_ found: Found, _ tokens: [DateTokens.Token]) -> Found {
    var result = found
    var at = found.tokens.upperBound
    while at < tokens.count, tokens[at].isMark || ["at", "t"].contains(tokens[at].word) { at += 1 }
    if let japanese = japaneseTime(tokens, at) {
      result.timestamp.time = japanese.time
      result.tokens = found.tokens.lowerBound..<japanese.end
      return result
    }
    guard at + 2 < tokens.count, var hour = tokens[at].number, tokens[at + 1].word == ":",
      let minute = tokens[at + 2].number, hour < 24, minute < 60
    else { return result }
    at += 3
    var second = 0
    if at + 1 < tokens.count, tokens[at].word == ":", let number = tokens[at + 1].number {
      second = min(number, 60)
      at += 2
    }
    if at < tokens.count, let half = ["am", "pm", "a", "p"].firstIndex(of: tokens[at].word) {
      hour = hour % 12 + (half % 2 == 1 ? 12 : 0)
      at += 1
      while at < tokens.count, tokens[at].word == "m" || tokens[at].word == "." { at += 1 }
    }
    result.timestamp.time = .init(hour: hour, minute: minute, second: second)
    result.timestamp.offset = offset(in: tokens, from: &at)
    result.tokens = found.tokens.lowerBound..<min(at, tokens.count)
    return result
  }

  /// `午後3時20分`, `21時00分`, `12時`.
  private func japaneseTime(_ tokens: [DateTokens.Token], _ start: Int)
    -> (time: Timestamp.TimeOfDay, end: Int)?
  {
    let half = start < tokens.count ? ["午前", "午後"].firstIndex(of: tokens[start].word) : nil
    let at = half == nil ? start : start + 1
    guard at + 1 < tokens.count, let hour = tokens[at].number, tokens[at + 1].word == "時",
      hour <= 24
    else { return nil }
    let hasMinute = at + 3 < tokens.count && tokens[at + 3].word == "分"
    let minute = hasMinute ? tokens[at + 2].number ?? 0 : 0
    guard minute < 60 else { return nil }
    let hours = half == 1 && hour < 12 ? hour + 12 : hour % 24
    return (.init(hour: hours, minute: minute), at + (hasMinute ? 4 : 2))
  }

  private func offset(in tokens: [DateTokens.Token], from at: inout Int) -> Int? {
    guard at < tokens.count else { return nil }
    if let zone = zones[tokens[at].word] {
      at += 1
      return zone
    }
    let sign = tokens[at].word
    guard sign == "+" || sign == "-", at + 1 < tokens.count, let number = tokens[at + 1].number,
      tokens[at + 1].digits == 4, number / 100 <= 14
    else { return nil }
    at += 2
    return (sign == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
  }

  private func month(_ token: DateTokens.Token) -> Int? {
    guard token.number == nil, token.word.utf8.count >= 3 else { return nil }
    return months.first { $0.value.contains(token.word) }?.key
  }

  private func skippingMarks(_ tokens: [DateTokens.Token], _ start: Int) -> Int {
    var at = start
    while at < tokens.count, tokens[at].word == "," || tokens[at].word == "." { at += 1 }
    return at
  }

  private func skippingSuffix(_ tokens: [DateTokens.Token], _ start: Int) -> Int {
    guard start < tokens.count else { return start }
    return ["st", "nd", "rd", "th"].contains(tokens[start].word) ? start + 1 : start
  }
}
