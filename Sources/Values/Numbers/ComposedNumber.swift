import Foundation

extension NumberReader.Reading {
  /// The scale that the number ends with: a million in "two million".
  var scaleAtEnd: Double? { hasWords && !isFraction && endsInScale > 1 ? endsInScale : nil }
}

extension NumberReader {
  /// A whole number or a decimal at a token, without sign and without fraction.
  func composed(at place: Int) -> Reading? {
    var sum = Sum(at: place, reader: self)
    let start = sum.at
    if classes.isArticle(tokens[place], lexicon) {
      // "A hundred", "a million": but never an article alone.
      guard place + 1 < tokens.count, classes.isUnit(place + 1, self) else { return nil }
      sum.pending = 1
      sum.at = place + 1
    }
    while !sum.isDone, sum.at < tokens.count, sum.at == start || !tokens[sum.at].isBroken,
      sum.step()
    {}
    return sum.reading()
  }
}

extension NumberClasses {
  /// A word such as hundred, dozen or million.
  fileprivate func isUnit(_ place: Int, _ reader: NumberReader) -> Bool {
    end(of: multiplier, place, reader) != nil || end(of: scale, place, reader) != nil
  }
}

/// A number while it is read.
private struct Sum {
  var at: Int
  let reader: NumberReader
  var total = 0.0
  var group = 0.0
  var pending: Double?
  /// The last multiplier and the last scale: the next must be less.
  var multiplier = Double.infinity
  var scale = Double.infinity
  var precision = 1.0
  var isPlain = true
  var hasWords = false
  var isDecimal = false
  /// The pending part is words, and may take a unit after a ten.
  var pendingIsWords = false
  var positions = 0
  /// What stood before an `and`, to come back to.
  var beforeAnd: (end: Int, sum: Double, precision: Double, scale: Double)?
  var endsInScale = 1.0
  var isDone = false

  init(at: Int, reader: NumberReader) {
    self.at = at
    self.reader = reader
  }

  private var value: Double { total + group + (pending ?? 0) }
  private var isEmpty: Bool { total == 0 && group == 0 && pending == nil }
  /// What a further part must be less than.
  private var room: Double { min(multiplier, scale) }

  func reading() -> NumberReader.Reading? {
    guard !isEmpty || pending != nil else { return nil }
    return NumberReader.Reading(
      value: value, end: at, precision: precision, isPlain: isPlain && !hasWords,
      hasWords: hasWords, isFraction: false, endsInScale: endsInScale,
      lead: beforeAnd.map { ($0.sum, $0.scale) })
  }

  /// Reads one more word, if it belongs to the number.
  mutating func step() -> Bool {
    if reader.tokens[at].kind == .digits { return digits() }
    if isEmpty, reader.tokens[at].kind == .sign, let core = reader.digits(at: at) {
      return take(core)
    }
    if cardinal() || multiply() || rescale() { return true }
    return !isDone && (conjunction() || decimals() || vague())
  }

  private mutating func digits() -> Bool {
    guard pending == nil, !isDecimal, let core = reader.digits(at: at), isEmpty || core.value < room
    else { return false }
    if !isEmpty, reader.classes.isSegmented, core.value == 0 { return false }
    return take(core)
  }

  private mutating func take(_ core: DigitReading) -> Bool {
    pending = core.value
    precision = core.precision
    isPlain = isEmpty || core.isPlain && at + 1 == core.end && total == 0 && group == 0
    isDecimal = core.precision < 1
    pendingIsWords = false
    at = core.end
    if core.isScaled { scale = 1 }
    endsInScale = 1
    return true
  }

  private mutating func cardinal() -> Bool {
    var place = at
    if pendingIsWords, reader.tokens[place].kind == .sign, place + 1 < reader.tokens.count,
      reader.scalars[reader.tokens[place].start].folded == 0x2D
    {
      place += 1
    }
    guard let (word, end) = reader.classes.value(of: reader.classes.cardinal, place, reader) else {
      return false
    }
    if word == 0, pending == nil, !isEmpty, !reader.classes.isSegmented,
      reader.classes.value(of: reader.classes.cardinal, end, reader) != nil
    {
      // 一万零二百: the nought only says that a place is empty.
      at = end
      return true
    }
    if let before = pending {
      guard pendingIsWords, let joined = join(before, word) else { return false }
      pending = joined
    } else {
      guard place == at, isEmpty || word < room, isEmpty || word > 0 else { return false }
      pending = word
      positions = word == 0 ? 2 : 1
    }
    pendingIsWords = true
    hasWords = true
    precision = 1
    endsInScale = 1
    at = end
    return true
  }

  /// Twenty and one; or 二, 〇 and 一 as digits.
  private mutating func join(_ before: Double, _ word: Double) -> Double? {
    if reader.classes.isSegmented {
      let isTen = before >= 20 && before.truncatingRemainder(dividingBy: 10) == 0
      return isTen && word >= 1 && word <= 9 ? before + word : nil
    }
    guard group == 0, total == 0, word < 10, positions < 15 else { return nil }
    positions += 1
    return before * 10 + word
  }

  private mutating func multiply() -> Bool {
    guard let (unit, end) = reader.classes.value(of: reader.classes.multiplier, at, reader) else {
      return false
    }
    let isOpen = pending != nil || !reader.classes.isSegmented
    guard isOpen, unit < room else { return backOff() }
    group += (pending == 0 ? 1 : pending ?? 1) * unit
    close(unit, end)
    multiplier = unit
    return true
  }

  private mutating func rescale() -> Bool {
    guard let (unit, end) = reader.classes.value(of: reader.classes.scale, at, reader) else {
      return false
    }
    let isNested = unit > scale && !reader.classes.isSegmented
    guard group + (pending ?? 0) > 0, unit < scale || isNested else { return backOff() }
    // 一万五千億 are fifteen thousand times 億.
    total = isNested ? value * unit : total + (group + (pending ?? 0)) * unit
    group = 0
    close(unit, end)
    scale = unit
    multiplier = .infinity
    return true
  }

  private mutating func close(_ unit: Double, _ end: Int) {
    precision *= unit
    if multiplier.isFinite || scale.isFinite, precision > unit { precision = unit }
    pending = nil
    pendingIsWords = false
    isDecimal = false
    hasWords = true
    beforeAnd = nil
    endsInScale = unit
    at = end
  }

  /// "Three hundred and two hundred" are two numbers: the first ends before its `and`.
  private mutating func backOff() -> Bool {
    isDone = true
    guard let before = beforeAnd else { return false }
    at = before.end
    total = before.sum
    group = 0
    pending = nil
    precision = before.precision
    return false
  }

  private mutating func conjunction() -> Bool {
    guard pending == nil, hasWords,
      let end = reader.classes.end(of: reader.classes.and, at, reader),
      end < reader.tokens.count
    else { return false }
    let before = (end: at, sum: value, precision: precision, scale: endsInScale)
    var next = self
    next.at = end
    guard reader.tokens[end].kind == .digits ? next.digits() : next.cardinal() else { return false }
    self = next
    beforeAnd = before
    return true
  }

  /// `point zero three`, `点五`.
  private mutating func decimals() -> Bool {
    guard !isEmpty, !isDecimal,
      let start = reader.classes.end(of: reader.classes.point, at, reader)
    else { return false }
    var place = start
    var digits = 0.0
    var scale = 1.0
    while place < reader.tokens.count, let (piece, width, end) = decimal(at: place) {
      digits = digits * pow(10, Double(width)) + piece
      scale *= pow(10, Double(width))
      place = end
    }
    guard place > start else { return false }
    // One division, so that the value is the nearest to what is written.
    pending = ((pending ?? 0) * scale + digits) / scale
    isDecimal = true
    hasWords = true
    pendingIsWords = false
    precision = 1 / scale
    at = place
    return true
  }

  private func decimal(at place: Int) -> (Double, Int, Int)? {
    let token = reader.tokens[place]
    if token.kind == .digits { return (Double(token.number), token.length, place + 1) }
    guard let (word, end) = reader.classes.value(of: reader.classes.cardinal, place, reader) else {
      return nil
    }
    guard word >= 20, let joined = reader.composed(at: place), joined.value < 100 else {
      return (word, word < 10 ? 1 : 2, end)
    }
    return (joined.value, 2, joined.end)
  }

  /// 五百余り万: the vague word between a number and its scale.
  private mutating func vague() -> Bool {
    guard !isEmpty, let end = reader.classes.end(of: reader.classes.vague, at, reader),
      reader.classes.end(of: reader.classes.scale, end, reader) != nil
    else { return false }
    at = end
    return true
  }
}
