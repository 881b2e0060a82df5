/// The classes of words that numbers are made of.
struct NumberClasses {
  let cardinal, multiplier, scale, suffix: Int?
  let fraction, parts, denominator, mixed, over, outOf, of, power, times, span: Int?
  let kanaDigit, kanaUnit: Int?
  let negative, point, vague, and, article, ordinal, ordinalPrefix, ordinalSuffix: Int?
  /// The bits of the classes that can begin a number, and an ordinal.
  let beginnings, ordinalBeginnings, kanaBeginnings: UInt128
  /// The language writes spaces between words.
  let isSegmented: Bool

  init(_ lexicon: Lexicon) {
    cardinal = lexicon.categories["cardinal"]
    multiplier = lexicon.categories["multiplier"]
    scale = lexicon.categories["scale"]
    suffix = lexicon.categories["scale-sign"]
    fraction = lexicon.categories["fraction"]
    parts = lexicon.categories["fractions"]
    denominator = lexicon.categories["denominator"]
    mixed = lexicon.categories["mixed"]
    of = lexicon.categories["of"]
    power = lexicon.categories["power"]
    over = lexicon.categories["over"]
    outOf = lexicon.categories["out-of"]
    times = lexicon.categories["times-sign"]
    span = lexicon.categories["span-unit"]
    kanaDigit = lexicon.categories["kana-digit"]
    kanaUnit = lexicon.categories["kana-unit"]
    negative = lexicon.categories["negative"]
    point = lexicon.categories["point"]
    vague = lexicon.categories["vague"]
    and = lexicon.categories["and"]
    article = lexicon.categories["article"]
    ordinal = lexicon.categories["ordinal"]
    ordinalPrefix = lexicon.categories["ordinal-prefix"]
    ordinalSuffix = lexicon.categories["ordinal-suffix"]
    beginnings = lexicon.mask(of: NumberReader.beginnings)
    kanaBeginnings = lexicon.mask(of: NumberReader.kanaBeginnings)
    ordinalBeginnings = beginnings | lexicon.mask(of: NumberReader.ordinalBeginnings)
    isSegmented = !lexicon.isUnspaced
  }

  @inline(__always)
  func value(of category: Int?, _ place: Int, _ reader: NumberReader) -> (Double, Int)? {
    guard let category, place < reader.tokens.count, !reader.tokens[place].isBroken,
      let found = reader.lexicon.entry(of: category, at: place, reader.tokens, reader.scalars)
    else { return nil }
    return (found.entry.value, found.end)
  }

  @inline(__always)
  func end(of category: Int?, _ place: Int, _ reader: NumberReader) -> Int? {
    value(of: category, place, reader)?.1
  }

  /// 分の: what makes the number before it a denominator.
  func endOfDenominator(_ place: Int, _ reader: NumberReader) -> Int? {
    end(of: denominator, place, reader).flatMap { end(of: of, $0, reader) }
  }

  func isArticle(_ token: Token, _ lexicon: Lexicon) -> Bool {
    guard let article, token.word >= 0 else { return false }
    return lexicon.masks[Int(token.word)] & (1 << UInt128(article)) != 0
  }

  /// Whether a fraction can stand alone: `half` and `quarter` can, `third` is an ordinal first.
  func isHalf(_ value: Double, isSegmented: Bool) -> Bool {
    value == 0.5 || value == 0.25 || !isSegmented
  }
}
