/// Cuts a range of a text into tokens, whose words carry their number in the lexicon.
struct Tokenizer {
  let words: WordTable
  /// The language writes no spaces between words.
  let isUnspaced: Bool

  /// The tokens of a range, in order.
  ///
  /// - Complexity: linear in the length of the range.
  func tokens(of scalars: [Unicode.Scalar], in range: Range<Int>) -> [Token] {
    scalars.withUnsafeBufferPointer { text in
      var scan = Scan(text: text, end: range.upperBound, at: range.lowerBound, words: words)
      scan.tokens.reserveCapacity(range.count / (isUnspaced ? 2 : 4) + 8)
      while scan.at < scan.end { scan.step(isUnspaced: isUnspaced) }
      return scan.tokens
    }
  }
}

private struct Scan {
  let text: UnsafeBufferPointer<Unicode.Scalar>
  let end: Int
  var at: Int
  let words: WordTable
  var tokens: [Token] = []
  var isSpaced = false
  var newlines = 0

  mutating func step(isUnspaced: Bool) {
    switch text[at].scalarClass {
    case .space:
      isSpaced = true
      at += 1
    case .newline:
      isSpaced = true
      newlines += text[at].value == 0x0D ? 0 : 1
      at += 1
    case .digit: digits()
    case .letter: letters()
    case .kana, .ideograph:
      if isUnspaced { unspacedWord() } else { letters() }
    case .sign: sign()
    }
  }

  private mutating func add(_ kind: Token.Kind, to upper: Int, word: Int32, number: Int = 0) {
    let isCapitalized = kind == .word && text[at].isCapital
    tokens.append(
      Token(
        kind: kind, isSpaced: isSpaced, isBroken: newlines > 1, isCapitalized: isCapitalized,
        word: word, start: at, end: upper, number: number))
    at = upper
    isSpaced = false
    newlines = 0
  }

  private mutating func digits() {
    var upper = at
    var number = 0
    var hash = WordTable.seed
    while upper < end, let digit = text[upper].digit {
      if upper - at < 18 { number = number * 10 + digit }
      hash = WordTable.extend(hash, by: UInt32(digit) + 0x30)
      upper += 1
    }
    add(.digits, to: upper, word: words.number(of: hash), number: number)
  }

  private mutating func letters() {
    var upper = at
    var hash = WordTable.seed
    while upper < end, isWordScalar(text[upper]) {
      hash = WordTable.extend(hash, by: text[upper].folded)
      upper += 1
    }
    // A scalar that is kana or an ideograph in a text with spaces makes a word of its own.
    if upper == at {
      hash = WordTable.extend(hash, by: text[at].folded)
      upper += 1
    }
    let word = words.number(of: hash)
    if isAddress(at..<upper) { return address() }
    add(.word, to: upper, word: word)
  }

  @inline(__always)
  private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return scalar.scalarClass == .letter || scalar.properties.generalCategory == .nonspacingMark
  }

  /// A word that begins `http://` or `www.`, or a name before `@`.
  private func isAddress(_ word: Range<Int>) -> Bool {
    guard word.upperBound + 2 < end else { return false }
    let next = text[word.upperBound].value
    if next == 0x3A {
      return text[word.upperBound + 1].value == 0x2F && text[word.upperBound + 2].value == 0x2F
    }
    if next == 0x2E {
      return word.count == 3
        && text[word.lowerBound..<word.upperBound].allSatisfy { $0.folded == 0x77 }
    }
    return next == 0x40 && text[word.upperBound + 1].scalarClass == .letter
  }

  private mutating func address() {
    var upper = at
    while upper < end, text[upper].scalarClass != .space, text[upper].scalarClass != .newline,
      text[upper].value < 0x3000
    {
      upper += 1
    }
    add(.opaque, to: max(upper, at + 1), word: -1)
  }

  private mutating func sign() {
    let hash = WordTable.extend(WordTable.seed, by: text[at].folded)
    add(.sign, to: at + 1, word: words.number(of: hash))
  }

  /// The longest word of the lexicon; else one scalar, or the whole run of katakana.
  private mutating func unspacedWord() {
    var upper = at
    var hash = WordTable.seed
    var found: (upper: Int, word: Int32)?
    while upper < end {
      if upper > at, let next = brokenKatakana(at: upper) { upper = next }
      hash = WordTable.extend(hash, by: text[upper].folded)
      let number = words.number(of: hash)
      if number == WordTable.Entry.absent.rawValue { break }
      upper += 1
      if number >= 0 { found = (upper, number) }
    }
    if let found { return add(.word, to: found.upper, word: found.word) }
    upper = at + 1
    if text[at].isKatakana {
      while upper < end, text[upper].isKatakana { upper += 1 }
    }
    add(.word, to: upper, word: -1)
  }

  /// Where a word of katakana goes on after the spaces or the line break that cut it in two: パ ーセント.
  ///
  /// The word must be one of the lexicon: two words that stand apart do not make one by chance.
  private func brokenKatakana(at place: Int) -> Int? {
    guard text[place - 1].isKatakana else { return nil }
    var next = place
    var newlines = 0
    while next < end, next - place < 8, newlines < 2 {
      let kind = text[next].scalarClass
      guard kind == .space || kind == .newline else { break }
      newlines += kind == .newline ? 1 : 0
      next += 1
    }
    return next > place && newlines < 2 && next < end && text[next].isKatakana ? next : nil
  }
}
