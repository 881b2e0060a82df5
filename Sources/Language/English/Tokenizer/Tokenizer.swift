/// A token as the tokenizer finds it.
struct RawToken {
  /// The word's place in the lexicon.
  var lexeme: Int32
  /// The place of the normal form among the lexicon's strings.
  var norm: Int32
  /// The offset of the first Unicode scalar.
  var start: Int32
  /// Whether a space follows, which belongs to no token.
  var hasSpace: Bool
}

/// Splits text into tokens as spaCy's `Tokenizer` does.
///
/// Text is cut at white space; of each piece, prefixes and suffixes are taken off one by one until
/// a special case or nothing more is found, and the rest is cut at infixes, unless it is an
/// address. At last, special cases whose pieces have come apart are put together again. Pieces met
/// before are not cut again. Linear in the length of the text.
struct Tokenizer {
  private struct CachedToken {
    let lexeme: Int32
    let norm: Int32
  }

  private let rules: TokenizerRules
  private let phrases: SpecialCasePhrases
  var lexicon: Lexicon
  private var matcher = RegularExpressionMatcher()
  private var cache = HashIndex(capacity: 1_024)
  private var cachedRanges: [Range<Int>] = []
  private var cachedTokens: [CachedToken] = []
  private var suffixes: [Range<Int>] = []

  /// A tokenizer with an empty cache.
  init(_ rules: TokenizerRules, phrases: SpecialCasePhrases, vocabulary: Vocabulary) {
    self.rules = rules
    self.phrases = phrases
    self.lexicon = Lexicon(vocabulary)
  }

  /// Splits a text.
  mutating func tokenize(_ text: [Unicode.Scalar]) -> [RawToken] {
    let tokens = split(text, usesSpecialCases: true)
    return phrases.isEmpty ? tokens : rejoin(tokens, in: text)
  }

  /// Splits a text into the hashes of its pieces, without special cases.
  mutating func pieces(_ text: [Unicode.Scalar]) -> [UInt64] {
    split(text, usesSpecialCases: false).map { lexicon.lexemes[Int($0.lexeme)].word }
  }

  /// Whether any pattern finds something to split off a text.
  mutating func hasAffix(_ text: [Unicode.Scalar]) -> Bool {
    [rules.prefixes, rules.suffixes, rules.infixes].contains { pattern in
      let match = pattern?.firstMatch(in: text, range: 0..<text.count, from: 0, with: &matcher)
      return match?.isEmpty == false
    }
  }

  private mutating func split(_ text: [Unicode.Scalar], usesSpecialCases: Bool) -> [RawToken] {
    guard let first = text.first else { return [] }
    var tokens: [RawToken] = []
    tokens.reserveCapacity(text.count / 5 + 4)
    var start = 0
    var isSpace = CharacterProperties.isSpace(first)
    for index in text.indices {
      guard CharacterProperties.isSpace(text[index]) != isSpace else { continue }
      if start < index { append(text, start..<index, usesSpecialCases, to: &tokens) }
      if text[index] == " " {
        tokens[tokens.count - 1].hasSpace = true
        start = index + 1
      } else {
        start = index
      }
      isSpace.toggle()
    }
    if start < text.count {
      append(text, start..<text.count, usesSpecialCases, to: &tokens)
    }
    return tokens
  }

  /// Adds the tokens of a piece between white space, or of white space itself.
  private mutating func append(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ usesSpecialCases: Bool,
    to tokens: inout [RawToken]
  ) {
    let hash = lexicon.hash(text[range])
    if appendKnown(hash, at: range.lowerBound, usesSpecialCases, to: &tokens) { return }
    let first = tokens.count
    appendParts(text, range, usesSpecialCases, to: &tokens)
    if usesSpecialCases { remember(tokens[first...], hash) }
  }

  /// Adds the tokens of a piece that is a special case or has been met before.
  private mutating func appendKnown(
    _ hash: UInt64, at start: Int, _ usesSpecialCases: Bool, to tokens: inout [RawToken]
  ) -> Bool {
    guard usesSpecialCases else { return false }
    var place = cache[hash]
    if place < 0 {
      let special = rules.places[hash]
      guard special >= 0 else { return false }
      place = remember(rules.specialCases[Int(special)], hash)
    }
    var offset = Int32(start)
    for cached in cachedTokens[cachedRanges[Int(place)]] {
      tokens.append(
        RawToken(lexeme: cached.lexeme, norm: cached.norm, start: offset, hasSpace: false))
      offset += lexicon.lexemes[Int(cached.lexeme)].count
    }
    return true
  }

  private mutating func remember(_ tokens: ArraySlice<RawToken>, _ hash: UInt64) {
    let first = cachedTokens.count
    for token in tokens { cachedTokens.append(CachedToken(lexeme: token.lexeme, norm: token.norm)) }
    cache[hash] = Int32(cachedRanges.count)
    cachedRanges.append(first..<cachedTokens.count)
  }

  private mutating func remember(_ special: TokenizerRules.SpecialCase, _ hash: UInt64) -> Int32 {
    let first = cachedTokens.count
    for token in special.tokens {
      let lexeme = lexicon.place(token.text[...])
      let norm = token.norm.map { lexicon.place($0) }
      cachedTokens.append(
        CachedToken(lexeme: lexeme, norm: norm ?? lexicon.lexemes[Int(lexeme)].normText))
    }
    let place = Int32(cachedRanges.count)
    cache[hash] = place
    cachedRanges.append(first..<cachedTokens.count)
    return place
  }

  private mutating func append(
    _ text: [Unicode.Scalar], token range: Range<Int>, to tokens: inout [RawToken]
  ) {
    let lexeme = lexicon.place(text[range])
    tokens.append(
      RawToken(
        lexeme: lexeme, norm: lexicon.lexemes[Int(lexeme)].normText,
        start: Int32(range.lowerBound), hasSpace: false))
  }
}

// MARK: Affixes

extension Tokenizer {
  private mutating func appendParts(
    _ text: [Unicode.Scalar], _ range: Range<Int>, _ usesSpecialCases: Bool,
    to tokens: inout [RawToken]
  ) {
    suffixes.removeAll(keepingCapacity: true)
    let rest = takeAffixes(text, range, usesSpecialCases, to: &tokens)
    if !rest.isEmpty { appendRest(text, rest, whole: range, usesSpecialCases, to: &tokens) }
    while let suffix = suffixes.popLast() { append(text, token: suffix, to: &tokens) }
  }

  /// Adds the prefixes to the tokens, notes the suffixes and gives what is left.
  private mutating func takeAffixes(
    _ text: [Unicode.Scalar], _ whole: Range<Int>, _ usesSpecialCases: Bool,
    to tokens: inout [RawToken]
  ) -> Range<Int> {
    var rest = whole
    while !rest.isEmpty {
      if let pattern = rules.tokens, pattern.matches(text, range: rest, with: &matcher) { break }
      if usesSpecialCases, isSpecial(text, rest) { break }
      let prefix = prefixLength(text, rest)
      let afterPrefix = rest.lowerBound + prefix..<rest.upperBound
      if prefix > 0, usesSpecialCases, isSpecial(text, afterPrefix) {
        append(text, token: rest.lowerBound..<afterPrefix.lowerBound, to: &tokens)
        return afterPrefix
      }
      let suffix = suffixLength(text, afterPrefix)
      let beforeSuffix = rest.lowerBound..<rest.upperBound - suffix
      if suffix > 0, usesSpecialCases, isSpecial(text, beforeSuffix) {
        suffixes.append(beforeSuffix.upperBound..<rest.upperBound)
        return beforeSuffix
      }
      if prefix == 0, suffix == 0 { break }
      if prefix > 0 {
        append(text, token: rest.lowerBound..<afterPrefix.lowerBound, to: &tokens)
      }
      if suffix > 0 { suffixes.append(beforeSuffix.upperBound..<rest.upperBound) }
      rest = afterPrefix.lowerBound..<beforeSuffix.upperBound
    }
    return rest
  }

  private mutating func isSpecial(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= rules.longestSpecialCase else { return false }
    return rules.places[lexicon.hash(text[range])] >= 0
  }

  private mutating func prefixLength(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    let match = rules.prefixes?.firstMatch(
      in: text, range: range, from: range.lowerBound, with: &matcher)
    return match?.count ?? 0
  }

  private mutating func suffixLength(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
    let match = rules.suffixes?.firstMatch(
      in: text, range: range, from: range.lowerBound, with: &matcher)
    return match?.count ?? 0
  }

  /// Adds what is left without affixes: a special case, an address, or words around infixes.
  private mutating func appendRest(
    _ text: [Unicode.Scalar], _ rest: Range<Int>, whole: Range<Int>, _ usesSpecialCases: Bool,
    to tokens: inout [RawToken]
  ) {
    if usesSpecialCases {
      let hash = lexicon.hash(text[rest])
      if appendKnown(hash, at: rest.lowerBound, usesSpecialCases, to: &tokens) { return }
    }
    if let pattern = rules.tokens, pattern.matches(text, range: rest, with: &matcher) {
      return append(text, token: rest, to: &tokens)
    }
    if let pattern = rules.addresses, pattern.matches(text, range: rest, with: &matcher) {
      return append(text, token: rest, to: &tokens)
    }
    appendAroundInfixes(text, rest, to: &tokens)
  }

  private mutating func appendAroundInfixes(
    _ text: [Unicode.Scalar], _ range: Range<Int>, to tokens: inout [RawToken]
  ) {
    var start = range.lowerBound
    var from = range.lowerBound
    while let pattern = rules.infixes,
      let infix = pattern.firstMatch(in: text, range: range, from: from, with: &matcher)
    {
      from = infix.isEmpty ? infix.upperBound + 1 : infix.upperBound
      if infix.lowerBound > range.lowerBound {
        if infix.lowerBound > start {
          append(text, token: start..<infix.lowerBound, to: &tokens)
        }
        if !infix.isEmpty { append(text, token: infix, to: &tokens) }
        start = infix.upperBound
      }
      if from > range.upperBound { break }
    }
    if start < range.upperBound { append(text, token: start..<range.upperBound, to: &tokens) }
  }
}

// MARK: Special cases of several pieces

extension Tokenizer {
  /// Puts special cases together whose pieces have come apart.
  private mutating func rejoin(_ tokens: [RawToken], in text: [Unicode.Scalar]) -> [RawToken] {
    let words = tokens.map { lexicon.lexemes[Int($0.lexeme)].word }
    let spans = phrases.spans(in: words)
    if spans.isEmpty { return tokens }
    var result: [RawToken] = []
    result.reserveCapacity(tokens.count + spans.count)
    var next = 0
    for span in spans {
      result.append(contentsOf: tokens[next..<span.lowerBound])
      next = span.upperBound
      let last = tokens[span.upperBound - 1]
      let end = last.start + lexicon.lexemes[Int(last.lexeme)].count
      let start = Int(tokens[span.lowerBound].start)
      let range = start..<Int(end)
      guard isSpecial(text, range) else {
        result.append(contentsOf: tokens[span])
        continue
      }
      _ = appendKnown(lexicon.hash(text[range]), at: start, true, to: &result)
      result[result.count - 1].hasSpace = last.hasSpace
    }
    result.append(contentsOf: tokens[next...])
    return result
  }
}
