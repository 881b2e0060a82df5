import Source

/// One pass over a text: at every token the longest value that begins there.
struct ValueScan {
  private let rules: Language
  private let families: Set<Family>
  private let text: SourceText
  private let tokens: [Token]
  private let reference: Timestamp?
  private let timeZone: String?
  private var matcher: Matcher
  private let temporal: TemporalReader
  private let quantities: QuantityReader
  private var found: [Value] = []
  /// The token after the last value.
  private var lastEnd = -1
  /// The last day that the text named: what "the same day" means.
  private var lastDay: DateFields?

  private struct Candidate {
    var match: Match
    var rule: Int
    var family: Family
    var draft: Draft?
  }

  /// - Parameters:
  ///   - families: the families whose rules are tried.
  ///   - day: the value that named a day last before the range.
  init(
    rules: Language, families: Set<Family> = Set(Family.allCases), text: SourceText,
    range: Range<Int>, reference: Timestamp? = nil, timeZone: String? = nil,
    behind day: Value? = nil
  ) {
    lastDay = day?.start?.date
    self.rules = rules
    self.families = families
    self.text = text
    self.reference = reference
    self.timeZone = timeZone
    tokens = rules.tokenizer.tokens(of: text.scalars, in: range)
    matcher = Matcher(
      grammar: rules.grammar, lexicon: rules.lexicon, scalars: text.scalars, tokens: tokens)
    temporal = TemporalReader(keys: rules.lexicon.keys, reference: reference.map(Reference.init))
    quantities = QuantityReader(keys: rules.lexicon.keys, units: rules.units)
  }

  mutating func values() -> [Value] {
    var place = 0
    while place < tokens.count {
      guard var best = candidate(at: place) else {
        place = passRun(at: place)
        continue
      }
      // A rule that asks for words before its value must not hide a longer value that begins later.
      var next = place + 1
      while next <= best.match.first {
        if let other = candidate(at: next), other.match.limit > best.match.limit { best = other }
        next += 1
      }
      if let draft = best.draft { emit(best, draft) }
      place = max(place + 1, best.match.limit)
    }
    return found
  }

  /// The best candidate at a token: the longest; among equals, the family that comes first.
  private mutating func candidate(at place: Int) -> Candidate? {
    let token = tokens[place]
    guard token.word >= 0 || token.kind == .digits, !isInsideIdentifier(place) else { return nil }
    var best: Candidate?
    if token.word >= 0 { improve(&best, by: rules.grammar.rulesByWord[Int(token.word)], at: place) }
    if token.kind == .digits { improve(&best, by: rules.grammar.digitRules, at: place) }
    return best
  }

  private mutating func improve(_ best: inout Candidate?, by numbers: [Int], at place: Int) {
    for number in numbers where families.contains(rules.grammar.rules[number].family) {
      guard let match = matcher.match(rule: number, at: place), match.limit > match.first,
        isBetter(match, number, than: best), isWhole(match)
      else { continue }
      let family = rules.grammar.rules[number].family
      if family == .passage {
        best = Candidate(match: match, rule: number, family: family, draft: nil)
      } else if let draft = draft(family, match) {
        best = Candidate(match: match, rule: number, family: family, draft: draft)
      }
    }
  }

  /// Longer is better; among equals, what begins the value earlier; then the rule that comes first.
  private func isBetter(_ match: Match, _ rule: Int, than best: Candidate?) -> Bool {
    guard let best else { return true }
    if match.limit != best.match.limit { return match.limit > best.match.limit }
    let isSameFamily = rules.grammar.rules[rule].family == best.family
    if isSameFamily, match.first != best.match.first { return match.first < best.match.first }
    if isSameFamily, match.end != best.match.end { return match.end > best.match.end }
    return rule < best.rule
  }

  private mutating func draft(_ family: Family, _ match: Match) -> Draft? {
    let frame = Frame(captures: match.captures)
    if family == .temporal { return temporal.draft(frame) }
    let slot: Slot = family == .age ? .count : .number
    let start = frame.first(slot)?.start ?? match.first
    let precision = matcher.numbers.cardinal(at: start)?.precision ?? 1
    return quantities.draft(family, frame, precision: precision)
  }

  // MARK: Surroundings

  private func isJoined(_ place: Int) -> Bool {
    place > 0 && place < tokens.count && !tokens[place].isSpaced
  }

  private func mark(_ place: Int) -> UInt32 {
    guard place >= 0, place < tokens.count, tokens[place].kind == .sign else { return 0 }
    return text.scalars[tokens[place].start].folded
  }

  /// Digits in a name or a number of another kind: G7, COVID-19, 192.168.1.2.
  private func isInsideIdentifier(_ place: Int) -> Bool {
    if mark(place) == 0x2D, place > 0, tokens[place - 1].kind == .digits, !tokens[place].isBroken {
      return true
    }
    guard isJoined(place), place != lastEnd else { return false }
    if mark(place) == 0x2D {
      // A hyphen after digits or a word is no sign of the number after it.
      return tokens[place - 1].kind == .word && isLatin(tokens[place - 1])
    }
    // A name with a sign before it: #one, @monday, $DEC.
    guard tokens[place].kind == .digits else {
      return [0x23, 0x24, 0x40].contains(mark(place - 1))
    }
    let before = tokens[place - 1]
    if before.kind == .word { return isLatin(before) }
    guard isJoined(place - 1), before.kind == .sign else { return mark(place - 1) == 0x23 }
    let earlier = tokens[place - 2]
    switch mark(place - 1) {
    case 0x2D where earlier.kind == .sign: return false
    case 0x2D: return earlier.kind == .word ? isLatin(earlier) : place - 1 != lastEnd
    case 0x2E, 0x2F, 0x3A: return earlier.kind == .digits && place - 1 != lastEnd
    case 0x2C: return earlier.kind == .digits && place - 1 != lastEnd
    case 0x2B: return earlier.kind != .sign
    case 0x23, 0x40, 0x5F, 0x26: return true
    default: return false
    }
  }

  private func isLatin(_ token: Token) -> Bool { text.scalars[token.end - 1].value < 0x2E80 }

  /// What follows does not belong to the same run of letters and digits.
  private func isWhole(_ match: Match) -> Bool {
    let last = tokens[match.limit - 1]
    guard isJoined(match.limit) else { return true }
    let next = tokens[match.limit]
    if isCut(last, before: next) { return false }
    if last.kind == .word { return next.kind != .digits || !isLatin(last) }
    guard last.kind == .digits else { return true }
    if next.kind == .word { return !isLatin(next) }
    if mark(match.limit) == 0x5F { return false }
    guard isJoined(match.limit + 1), tokens[match.limit + 1].kind == .digits else { return true }
    switch mark(match.limit) {
    case 0x2E, 0x2F, 0x3A: return false
    case 0x2D: return !isInRun(match.limit - 1) && !isTelephone(match.limit)
    default: return true
    }
  }

  /// A word of katakana that is only the head of a longer one: トン in トンネル, but not in トントラック.
  private func isCut(_ last: Token, before next: Token) -> Bool {
    next.word < 0 && next.length < 3 && text.scalars[last.end - 1].isKatakana
      && text.scalars[next.start].isKatakana
  }

  /// The digits themselves follow others by a hyphen.
  private func isInRun(_ place: Int) -> Bool {
    isJoined(place) && isJoined(place - 1) && mark(place - 1) == 0x2D
      && tokens[place - 2].kind == .digits
  }

  /// Groups of digits that a telephone number or a code is written in.
  private func isTelephone(_ hyphen: Int) -> Bool {
    isChain(hyphen + 2) || (tokens[hyphen - 1].length == 3 && tokens[hyphen + 1].length >= 3)
  }

  /// Digits and hyphens go on: a telephone number or the like.
  private func isChain(_ place: Int) -> Bool {
    isJoined(place) && isJoined(place + 1) && mark(place) == 0x2D
      && tokens[place + 1].kind == .digits
  }

  /// The next token to try; past the whole run where it begins with digits that no rule reads together.
  ///
  /// The groups of a telephone number or of an internet address are numbers that count nothing.
  private mutating func passRun(at place: Int) -> Int {
    guard tokens[place].kind == .digits else { return place + 1 }
    var next = place + 1
    while isJoined(next), tokens[next].kind == .digits || isRunMark(next) { next += 1 }
    guard next > place + 1, !isInsideIdentifier(place), !isGluedToWord(next) else { return next }
    for group in place..<next where tokens[group].kind == .digits { emitGroup(group) }
    return next
  }

  private func isGluedToWord(_ place: Int) -> Bool {
    isJoined(place) && tokens[place].kind == .word && isLatin(tokens[place])
  }

  private mutating func emitGroup(_ place: Int) {
    guard let reading = matcher.numbers.integer(.digits, at: place) else { return }
    let range = tokens[place].start..<tokens[place].end
    found.append(
      Value(
        kind: .number, range: range, hedgedRange: range, text: text[range], hedge: .exact,
        quantity: .init(value: Double(reading.value), precision: 1),
        value: decimalText(Double(reading.value)), isPartOfCode: true))
    lastEnd = place + 1
  }

  private func isRunMark(_ place: Int) -> Bool {
    guard isJoined(place + 1), tokens[place + 1].kind == .digits else { return false }
    return [0x2D, 0x2E, 0x2F, 0x3A].contains(mark(place))
  }

  // MARK: Values

  private mutating func emit(_ candidate: Candidate, _ draft: Draft) {
    let match = candidate.match
    lastEnd = match.limit
    let range = tokens[match.first].start..<tokens[match.limit - 1].end
    var value = Value(
      kind: draft.kind, range: range, hedgedRange: range, text: text[range], hedge: draft.hedge,
      quantity: draft.quantity, unit: draft.unit, value: draft.value, timex: draft.timex,
      start: draft.start, end: draft.end, dimension: draft.dimension)
    if value.hedge == .exact,
      let around = hedges.hedge(around: match, isLength: value.kind == .duration)
    {
      value.hedge = around.hedge
      let first = min(match.first, around.tokens.lowerBound)
      let limit = max(match.limit, around.tokens.upperBound)
      value.hedgedRange = tokens[first].start..<tokens[limit - 1].end
    }
    value.quantity?.widen(by: value.hedge)
    if match.captures.contains(where: { $0.slot == .same }) {
      let days = Frame(captures: match.captures).integer(.same) ?? 0
      value.place(days, daysBehind: lastDay ?? today)
    }
    if value.namesDay { lastDay = value.start?.date }
    let zones = ZoneResolver(reference: reference, local: timeZone)
    zones.resolve(&value)
    found.append(value)
  }

  private var hedges: HedgeReader {
    HedgeReader(lexicon: rules.lexicon, tokens: tokens, scalars: text.scalars)
  }

  private var today: DateFields? { reference.map { DateFields(Reference($0).day) } }
}
