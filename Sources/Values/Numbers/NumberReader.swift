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
  // What was read at the last places: many rules ask for the same number.
  private var known: [(place: Int, reading: Reading?)]
  private var knownIntegers: [(place: Int, reading: Reading?)]
  private var knownOrdinals: [(place: Int, ordinal: (value: Int, end: Int)?)]

  init(lexicon: Lexicon, scalars: [Unicode.Scalar], tokens: [Token]) {
    self.lexicon = lexicon
    self.scalars = scalars
    self.tokens = tokens
    classes = NumberClasses(lexicon)
    known = Array(repeating: (-1, nil), count: 16)
    knownIntegers = known
    knownOrdinals = Array(repeating: (-1, nil), count: 16)
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
      let slot = place & 15
      if knownOrdinals[slot].place != place { knownOrdinals[slot] = (place, ordinal(at: place)) }
      return knownOrdinals[slot].ordinal
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
    let slot = place & 15
    if knownIntegers[slot].place != place { knownIntegers[slot] = (place, composed(at: place)) }
    return knownIntegers[slot].reading
  }

  // MARK: Signs and fractions

  func signed(at place: Int, mayRepeat: Bool = false) -> Reading? {
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
  func glyph(at place: Int) -> Reading? {
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
  func scaled(_ reading: Reading) -> Reading {
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
}
