import Foundation

/// A number in digits.
struct DigitReading {
  var value: Double
  var end: Int
  var precision: Double
  /// One run of digits.
  var isPlain: Bool
  /// It carries a sign such as k or M, or an exponent.
  var isScaled = false
}

extension NumberReader {
  /// A number in digits at a token: grouped, decimal, with exponent, with a sign of scale.
  func digits(at place: Int) -> DigitReading? {
    guard var reading = significand(at: place) else { return nil }
    if let exponent = exponent(at: reading.end) {
      reading.value *= pow(10, Double(exponent.value))
      reading.precision *= pow(10, Double(exponent.value))
      reading.end = exponent.end
      reading.isPlain = false
      reading.isScaled = true
    } else if isJoined(reading.end) || isScaleApart(reading.end),
      let (scale, end) = classes.value(of: classes.suffix, reading.end, self), !isGlued(end)
    {
      reading.value *= scale
      reading.precision *= scale
      reading.end = end
      reading.isPlain = false
      reading.isScaled = true
    }
    return reading
  }

  /// The token follows without a space.
  private func isJoined(_ place: Int) -> Bool {
    place > 0 && place < tokens.count && !tokens[place].isSpaced
  }

  /// Where words are not written apart, a sign of scale may be: 2.5 M.
  private func isScaleApart(_ place: Int) -> Bool {
    guard !classes.isSegmented, place < tokens.count, tokens[place].kind == .word else {
      return false
    }
    return !isJoined(place + 1) || tokens[place + 1].kind == .word
  }

  /// A word or digits follow without a space.
  private func isGlued(_ place: Int) -> Bool {
    isJoined(place) && (tokens[place].kind == .digits || tokens[place].kind == .word)
      && classes.isSegmented
  }

  private func sign(_ place: Int) -> UInt32 {
    guard place >= 0, isJoined(place), tokens[place].kind == .sign else { return 0 }
    return scalars[tokens[place].start].folded
  }

  private func isDigits(_ place: Int, length: ClosedRange<Int> = 1...18) -> Bool {
    place >= 0 && isJoined(place) && tokens[place].kind == .digits
      && length.contains(tokens[place].length)
  }

  private func significand(at place: Int) -> DigitReading? {
    if tokens[place].kind == .sign {
      let mark = scalars[tokens[place].start].folded
      guard mark == 0x2E, !isJoined(place) || tokens[place - 1].kind == .sign,
        isDigits(place + 1), sign(place + 2) != 0x2E || !isDigits(place + 3)
      else {
        return nil
      }
      return decimal(after: 0, at: place)
    }
    guard tokens[place].kind == .digits else { return nil }
    var value = Double(tokens[place].number)
    if tokens[place].length > 18 { value = wide(tokens[place]) }
    let plain = DigitReading(value: value, end: place + 1, precision: 1, isPlain: true)
    if let grouped = grouped(at: place) { return grouped }
    switch sign(place + 1) {
    case 0x2E where isDigits(place + 2):
      if sign(place + 3) == 0x2E, isDigits(place + 4) { return plain }
      return decimal(after: value, at: place + 1) ?? plain
    case 0x2C where isDigits(place + 2, length: 1...2):
      // A decimal comma: not where a list goes on.
      let mark = sign(place + 3)
      if mark == 0x2C || mark == 0x2E, isDigits(place + 4) { return plain }
      // The end of such a list: 22,24,26.
      if sign(place - 1) == 0x2C, isDigits(place - 2), !tokens[place].isSpaced { return plain }
      return decimal(after: value, at: place + 1) ?? plain
    case 0x3001 where isDigits(place + 2, length: 2...2) && isWide(tokens[place + 2]):
      return decimal(after: value, at: place + 1) ?? plain
    default: return plain
    }
  }

  private func wide(_ token: Token) -> Double {
    scalars[token.start..<token.end].reduce(0) { $0 * 10 + Double($1.digit ?? 0) }
  }

  private func decimal(after whole: Double, at point: Int) -> DigitReading? {
    let token = tokens[point + 1]
    let unit = pow(10, -Double(token.length))
    // One division, so that the value is the nearest to what is written.
    let scale = pow(10, Double(token.length))
    let value = token.length <= 15 ? (whole * scale + Double(token.number)) / scale : whole
    return DigitReading(value: value, end: point + 2, precision: unit, isPlain: false)
  }

  /// 2,513,000; 12,34,567; 1 234 567; 1.111,11.
  private func grouped(at place: Int) -> DigitReading? {
    guard tokens[place].length <= 3 else { return nil }
    let separator = separator(after: place)
    guard separator != 0 else { return nil }
    var value = Double(tokens[place].number)
    var at = place + 1
    var lengths: [Int] = []
    while let group = group(at: at, separator: separator) {
      value = value * pow(10, Double(tokens[group].length)) + Double(tokens[group].number)
      lengths.append(tokens[group].length)
      at = group + 1
    }
    let isIndian = lengths.dropLast().allSatisfy { $0 == 2 } && lengths.last == 3
    let isWestern = lengths.allSatisfy { $0 == 3 }
    guard !lengths.isEmpty, isIndian || isWestern else { return nil }
    // One group after a space is as well two numbers; one after a full stop is a decimal.
    if separator == 0x20, lengths.count < 2 { return nil }
    // So it is after an ideographic comma, unless both are typed as wide as it.
    if separator == 0x3001, lengths.count < 2, !isWide(tokens[place + 2]) { return nil }
    let point: UInt32 = separator == 0x2E ? 0x2C : 0x2E
    let hasDecimals =
      sign(at) == point && isDigits(at + 1)
      && !(sign(at + 2) == point && isDigits(at + 3))
    if separator == 0x2E, lengths.count < 2, !hasDecimals { return nil }
    if hasDecimals, let decimal = decimal(after: value, at: at) { return decimal }
    return DigitReading(value: value, end: at, precision: 1, isPlain: false)
  }

  private func isWide(_ token: Token) -> Bool { scalars[token.start].value > 0xFF00 }

  private func separator(after place: Int) -> UInt32 {
    guard place + 1 < tokens.count else { return 0 }
    let next = tokens[place + 1]
    if next.kind == .digits, next.start == tokens[place].end + 1 { return 0x20 }
    let mark = sign(place + 1)
    return mark == 0x2C || mark == 0x2E || mark == 0x3001 ? mark : 0
  }

  private func group(at place: Int, separator: UInt32) -> Int? {
    guard place < tokens.count else { return nil }
    if separator == 0x20 {
      let token = tokens[place]
      let isNext = token.kind == .digits && token.length == 3 && token.isSpaced
      return isNext && token.start == tokens[place - 1].end + 1 ? place : nil
    }
    return sign(place) == separator && isDigits(place + 1, length: 2...3) ? place + 1 : nil
  }

  /// `e13`, `e-1`.
  private func exponent(at place: Int) -> (value: Int, end: Int)? {
    guard isJoined(place), tokens[place].kind == .word, tokens[place].length == 1,
      scalars[tokens[place].start].folded == 0x65
    else { return nil }
    let mark = sign(place + 1)
    let at = mark == 0x2B || mark == 0x2D ? place + 2 : place + 1
    guard isDigits(at, length: 1...2), !isGlued(at + 1) else { return nil }
    return (mark == 0x2D ? -tokens[at].number : tokens[at].number, at + 1)
  }
}
