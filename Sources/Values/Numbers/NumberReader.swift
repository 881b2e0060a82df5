import Foundation

/// Reads numbers, in digits, in words and mixed, by the words that a language's tables give.
///
/// One algorithm serves both languages. A number is a sum of scales (thousand, million; 万, 億) in falling
/// order; the part before a scale is a sum of multipliers (hundred; 十, 百, 千), again falling; what
/// stands before a multiplier is digits, or tens and units.
struct NumberReader {
  /// A number that was read.
  struct Reading {
    var value: Double
    /// The token after it.
    var end: Int
    /// What the last digit given is worth: 2.5 million is given to 100,000.
    var precision: Double
    /// It is one run of digits and nothing else.
    var isPlain = false
    /// Some of it is words.
    var hasWords = false
    /// It is a fraction.
    var isFraction = false
    /// The scale that it ends with, or 1.
    var endsInScale = 1.0
    /// What stands before an `and` in it, and the scale that this ends with.
    var lead: (value: Double, scale: Double)?
  }

  /// The classes whose words can begin a number.
  static let beginnings = [
    "cardinal", "multiplier", "scale", "fraction", "negative", "article", "glyph",
    "decimal-mark", "kana-digit", "kana-unit",
  ]
  /// The classes whose words can begin a number in hiragana.
  static let kanaBeginnings = ["kana-digit", "kana-unit"]
  /// The classes whose words can begin an ordinal.
  static let ordinalBeginnings = ["ordinal", "ordinal-prefix"]

  let lexicon: Lexicon
  let scalars: [Unicode.Scalar]
  let tokens: [Token]
  let classes: NumberClasses
  private var known: [(place: Int, reading: Reading?)]

  init(lexicon: Lexicon, scalars: [Unicode.Scalar], tokens: [Token]) {
    self.lexicon = lexicon
    self.scalars = scalars
    self.tokens = tokens
    classes = NumberClasses(lexicon)
    known = Array(repeating: (-1, nil), count: 16)
  }

  /// The longest cardinal number, fraction or decimal at a token.
  mutating func cardinal(at place: Int) -> Reading? {
    guard isBeginning(place, classes.beginnings) else { return nil }
    let slot = place & 15
    if known[slot].place == place { return known[slot].reading }
    let reading = signed(at: place)
    known[slot] = (place, reading)
    return reading
  }

  /// An integer in a given form.
  mutating func integer(_ form: IntegerForm, at place: Int) -> (value: Int, end: Int)? {
    switch form {
    case .d, .dd, .ddd, .dddd, .dddddddd, .digits:
      guard tokens[place].kind == .digits else { return nil }
      let length = tokens[place].length
      let isFitting =
        switch form {
        case .d: length <= 2
        case .dd: length == 2
        case .ddd: length == 3
        case .dddd: length == 4
        case .digits: true
        default: length == 8
        }
      return isFitting ? (tokens[place].number, place + 1) : nil
    case .words, .num:
      guard form == .num || tokens[place].kind == .word, isBeginning(place, classes.beginnings),
        let reading = integerReading(at: place), reading.value >= 0,
        let value = Int(exactly: reading.value)
      else { return nil }
      return (value, reading.end)
    case .ordinal:
      guard isBeginning(place, classes.ordinalBeginnings) else { return nil }
      return ordinal(at: place)
    }
  }

  /// Whether a number can begin here at all: asked of every token, before anything else.
  func isBeginning(_ place: Int, _ mask: UInt128) -> Bool {
    let token = tokens[place]
    if token.kind == .digits { return true }
    return token.word >= 0 && lexicon.masks[Int(token.word)] & mask != 0
  }

  /// Where a number that is no integer begins with one, the integer counts.
  private mutating func integerReading(at place: Int) -> Reading? {
    if tokens[place].kind == .digits, classes.isSegmented {
      return Reading(value: Double(tokens[place].number), end: place + 1, precision: 1)
    }
    if classes.isArticle(tokens[place], lexicon) { return nil }
    return composed(at: place)
  }

  // MARK: Signs and fractions

  private func signed(at place: Int, mayRepeat: Bool = false) -> Reading? {
    var at = place
    while let next = classes.end(of: classes.negative, at, self), next < tokens.count {
      let isSign = tokens[at].kind == .sign
      guard !isSign || !tokens[next].isSpaced else { return nil }
      // A dash of two signs, as in --9, is no sign of a number; in an exponent it is.
      if isSign, !mayRepeat, at > 0, !tokens[at].isSpaced, tokens[at - 1].kind == .sign,
        classes.end(of: classes.negative, at - 1, self) != nil
      {
        return nil
      }
      at = next
      if at - place > 2 { return nil }
    }
    guard at < tokens.count, var reading = unsigned(at: at) else { return nil }
    if (at - place) % 2 == 1 { reading.value = -reading.value }
    reading.isPlain = reading.isPlain && at == place
    return reading
  }

  private func unsigned(at place: Int) -> Reading? {
    if let glyph = glyph(at: place) { return scaled(glyph) }
    if let half = bareFraction(at: place) { return half }
    if let spelled = spelled(at: place) { return spelled }
    if let fraction = ordinalFraction(at: place) { return fraction }
    guard let whole = composed(at: place) else { return nil }
    return fraction(after: whole, from: place) ?? power(after: whole)
  }

  /// `½` as one character.
  private func glyph(at place: Int) -> Reading? {
    guard tokens[place].length == 1, tokens[place].kind != .digits else { return nil }
    let scalar = scalars[tokens[place].start]
    guard (0xBC...0xBE).contains(scalar.value) || (0x2150...0x215E).contains(scalar.value),
      let value = scalar.properties.numericValue
    else { return nil }
    return Reading(value: value, end: place + 1, precision: value, isFraction: true)
  }

  /// `half`, `a half`, `a third`, `half a million`, `quarter million`.
  private func bareFraction(at place: Int) -> Reading? {
    var at = place
    let hasArticle = classes.isArticle(tokens[place], lexicon)
    if hasArticle { at += 1 }
    guard at < tokens.count, let (value, end) = classes.value(of: classes.fraction, at, self),
      hasArticle || classes.isHalf(value, isSegmented: classes.isSegmented)
    else { return nil }
    let reading = Reading(
      value: value, end: end, precision: value, hasWords: true, isFraction: true)
    return scaled(reading)
  }

  /// A fraction before a scale: `half a million`, `three quarters of a million`.
  private func scaled(_ reading: Reading) -> Reading {
    var at = reading.end
    if at < tokens.count, classes.isArticle(tokens[at], lexicon) { at += 1 }
    guard at < tokens.count,
      let (scale, end) = classes.value(of: classes.scale, at, self)
        ?? classes.value(of: classes.multiplier, at, self)
    else { return reading }
    var result = reading
    result.value *= scale
    result.precision = result.value
    result.end = end
    return result
  }

  private func fraction(after whole: Reading, from place: Int) -> Reading? {
    if let slashed = slashed(after: whole) { return slashed }
    if let glyph = whole.end < tokens.count ? glyph(at: whole.end) : nil, !whole.isFraction {
      return Reading(
        value: whole.value + glyph.value, end: glyph.end, precision: glyph.value, isFraction: true)
    }
    if let denominated = denominated(after: whole) { return denominated }
    return worded(after: whole, from: place)
  }

  /// `3/4`, `10 1/2`.
  private func slashed(after whole: Reading) -> Reading? {
    guard whole.isPlain else { return nil }
    if let (below, end) = slash(at: whole.end), !tokens[whole.end].isSpaced {
      let value = below == 0 ? whole.value : whole.value / below
      return Reading(value: value, end: end, precision: 1 / max(1, below), isFraction: true)
    }
    guard whole.end + 2 < tokens.count, tokens[whole.end].kind == .digits,
      let (below, end) = slash(at: whole.end + 1)
    else { return nil }
    let above = Double(tokens[whole.end].number)
    guard above < below else { return nil }
    return Reading(
      value: whole.value + above / below, end: end, precision: 1 / below, isFraction: true)
  }

  private func slash(at place: Int) -> (Double, Int)? {
    guard place + 1 < tokens.count, tokens[place].kind == .sign, tokens[place + 1].kind == .digits,
      scalars[tokens[place].start].folded == 0x2F, !tokens[place].isSpaced,
      !tokens[place + 1].isSpaced
    else { return nil }
    return (Double(tokens[place + 1].number), place + 2)
  }

  /// 三分の二: the denominator first; with a whole number before it, 五と四分の一.
  private func denominated(after whole: Reading) -> Reading? {
    if let over = classes.endOfDenominator(whole.end, self), over < tokens.count,
      let above = signed(at: over), whole.value != 0
    {
      let value = above.value / whole.value
      return Reading(value: value, end: above.end, precision: abs(value), isFraction: true)
    }
    guard let joint = classes.end(of: classes.mixed, whole.end, self), joint < tokens.count,
      let below = composed(at: joint),
      let over = classes.endOfDenominator(below.end, self), over < tokens.count,
      let above = composed(at: over), below.value != 0
    else { return nil }
    let part = above.value / below.value
    return Reading(value: whole.value + part, end: above.end, precision: part, isFraction: true)
  }

  /// `three fifths`, `two and a half`, `one over 20`, `one in three`.
  private func worded(after whole: Reading, from place: Int) -> Reading? {
    guard whole.end < tokens.count else { return nil }
    if let (part, end) = classes.value(of: classes.parts, whole.end, self), whole.value > 0 {
      return parted(whole, by: part, end: end)
    }
    if let ratio = ratio(after: whole) { return ratio }
    if whole.value == 1, whole.hasWords,
      let (part, end) = classes.value(of: classes.fraction, whole.end, self),
      classes.isHalf(part, isSegmented: classes.isSegmented)
    {
      return Reading(value: part, end: end, precision: part, hasWords: true, isFraction: true)
    }
    guard var at = classes.end(of: classes.and, whole.end, self), at < tokens.count else {
      return nil
    }
    var count = 1.0
    if classes.isArticle(tokens[at], lexicon) {
      at += 1
    } else if let some = composed(at: at) {
      count = some.value
      at = some.end
    }
    guard at < tokens.count,
      let (part, end) = classes.value(of: count == 1 ? classes.fraction : classes.parts, at, self),
      let base = whole.end > place ? whole : nil
    else { return nil }
    // Five and a half million; one billion and three quarters is three quarters of a billion.
    var value = base.value + count * part
    if let unit = base.scaleAtEnd { value = base.value + count * part * unit }
    var reading = Reading(
      value: value, end: end, precision: part, hasWords: true, isFraction: true)
    if end < tokens.count, let (scale, after) = classes.value(of: classes.scale, end, self) {
      let isUnscaled = base.scaleAtEnd == nil
      reading.value = isUnscaled ? reading.value * scale : base.value + count * part * scale
      reading.end = after
    }
    return reading
  }

  /// `one over 20`, `one in three`, `2000 over 3`.
  private func ratio(after whole: Reading) -> Reading? {
    guard whole.isPlain || whole.hasWords else { return nil }
    let over = classes.end(of: classes.over, whole.end, self)
    guard let start = over ?? classes.end(of: classes.outOf, whole.end, self),
      start < tokens.count, let below = composed(at: start), below.value > 0
    else { return nil }
    // "2,000 over 3 days", "five in 10 years" are no fractions.
    let isTime = classes.end(of: classes.span, below.end, self) != nil
    let isOpen = below.end < tokens.count && tokens[below.end].kind != .sign
    guard !isTime, below.value > whole.value || (over != nil && !isOpen) else { return nil }
    return Reading(
      value: whole.value / below.value, end: below.end, precision: 1 / below.value,
      hasWords: true, isFraction: true)
  }

  /// "Three fifths"; "six million and two thirds" are two thirds of a million more.
  private func parted(_ whole: Reading, by part: Double, end: Int) -> Reading {
    let lead = whole.lead ?? (value: 0, scale: 1)
    // By the denominator, so that three fifths are 0.6 and no less.
    let pieces = (whole.value - lead.value) / (1 / part).rounded()
    let fraction = Reading(
      value: pieces, end: end, precision: part, hasWords: true, isFraction: true)
    var reading = scaled(fraction)
    if reading.end == end, lead.scale >= 1000 { reading.value *= lead.scale }
    reading.value += lead.value
    return reading
  }

  /// 1.1の23乗
  private func wordedPower(after whole: Reading) -> Reading? {
    guard let start = classes.end(of: classes.of, whole.end, self), start < tokens.count,
      let exponent = signed(at: start, mayRepeat: true), !exponent.isFraction,
      abs(exponent.value) < 1000,
      let end = classes.end(of: classes.power, exponent.end, self)
    else { return nil }
    let value = pow(whole.value, exponent.value)
    return Reading(value: value, end: end, precision: value.ulp)
  }

  /// `1.27×10^13`, `1.27×10の13乗`.
  private func timesPower(after whole: Reading) -> Reading? {
    guard let start = classes.end(of: classes.times, whole.end, self), start < tokens.count,
      let base = composed(at: start), base.value == 10, let factor = raised(base),
      factor.end > base.end
    else { return nil }
    return Reading(
      value: whole.value * factor.value, end: factor.end, precision: whole.precision * factor.value)
  }

  private func power(after whole: Reading) -> Reading? {
    timesPower(after: whole) ?? raised(whole)
  }

  /// `1.1^23`, １．１の２３乗.
  private func raised(_ whole: Reading) -> Reading? {
    if let worded = wordedPower(after: whole) { return worded }
    guard whole.end + 1 < tokens.count, tokens[whole.end].kind == .sign,
      scalars[tokens[whole.end].start].value == 0x5E
    else { return whole }
    var at = whole.end + 1
    var isNegative = false
    if tokens[at].kind == .sign, !tokens[at].isSpaced {
      let sign = scalars[tokens[at].start].folded
      guard sign == 0x2B || sign == 0x2D else { return whole }
      isNegative = sign == 0x2D
      at += 1
    }
    guard at < tokens.count, tokens[at].kind == .digits, tokens[at].length < 4 else { return whole }
    let exponent = Double(tokens[at].number)
    let value = pow(whole.value, isNegative ? -exponent : exponent)
    return Reading(value: value, end: at + 1, precision: value.ulp)
  }
}
