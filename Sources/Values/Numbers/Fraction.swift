/// Fractions in digits, in words and in the Japanese order: `3/4`, "three fifths", 三分の二.
extension NumberReader {
  /// The fraction that a whole number begins or is part of.
  func fraction(after whole: Reading, from place: Int) -> Reading? {
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
}
