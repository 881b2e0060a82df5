/// Runs the grammar over the tokens of a text: the longest match of a part at a place, remembered.
///
/// Backtracking over a compiled program. Inside a part every way is tried and the longest wins, the first
/// pattern among equals; another part gives its longest match only, so that the cost stays linear.
struct Matcher {
  let grammar: Grammar
  let lexicon: Lexicon
  let scalars: [Unicode.Scalar]
  let tokens: [Token]
  var numbers: NumberReader

  private var memory: [Memory]
  private var stack: [State] = []
  private var captures: [Capture] = []

  /// Steps that one match may take: a text made to confuse the grammar costs no more than this.
  private static let stepLimit = 20_000

  private struct Memory {
    var place = -1
    var match: Match?
  }

  private struct State {
    var program: Int
    var token: Int
    var captures: Int
    var first: Int
    var limit: Int
  }

  private static let window = 8

  init(grammar: Grammar, lexicon: Lexicon, scalars: [Unicode.Scalar], tokens: [Token]) {
    self.grammar = grammar
    self.lexicon = lexicon
    self.scalars = scalars
    self.tokens = tokens
    self.numbers = NumberReader(lexicon: lexicon, scalars: scalars, tokens: tokens)
    memory = Array(repeating: Memory(), count: grammar.programs.count * Self.window)
  }

  /// The parts that can begin at a token, a bit each.
  @inline(__always)
  func starts(at place: Int) -> UInt128 {
    let token = tokens[place]
    var mask: UInt128 = token.kind == .digits ? grammar.digitStarts : 0
    if token.word >= 0 { mask |= grammar.starts[Int(token.word)] }
    return mask
  }

  /// The longest match of a part at a token.
  mutating func match(part: Int, at place: Int) -> Match? {
    let slot = part * Self.window + place % Self.window
    if memory[slot].place == place { return memory[slot].match }
    // What a part finds where it is asked for within itself: nothing.
    memory[slot] = Memory(place: place, match: nil)
    let found = run(part, at: place)
    memory[slot] = Memory(place: place, match: found)
    return found
  }

  /// The longest match of a rule at a token.
  mutating func match(rule: Int, at place: Int) -> Match? {
    run(grammar.rules[rule].program, at: place)
  }

  private mutating func run(_ number: Int, at place: Int) -> Match? {
    let program = grammar.programs[number]
    let floor = stack.count
    let ground = captures.count
    var best: Match?
    var steps = 0
    var state = State(program: 0, token: place, captures: ground, first: place, limit: -1)
    while steps < Self.stepLimit {
      steps += 1
      var isAlive = true
      switch program[state.program] {
      case .split(let one, let other):
        var later = state
        later.program = other
        later.captures = captures.count
        stack.append(later)
        state.program = one
        continue
      case .jump(let target):
        state.program = target
        continue
      case .accept:
        if isBetter(state, than: best) {
          let limit = state.limit < 0 ? state.token : state.limit
          best = Match(
            start: place, end: state.token, first: state.first, limit: limit,
            captures: Array(captures[ground...]))
        }
        isAlive = false
      case .begins: state.first = state.token
      case .ends: state.limit = state.token
      case .adjacent: isAlive = state.token < tokens.count && !tokens[state.token].isSpaced
      case .look(let inner, let isNegative):
        let found = state.token < tokens.count ? match(part: inner, at: state.token) : nil
        isAlive = (found == nil) == isNegative
      default: isAlive = consume(program[state.program], &state, from: place)
      }
      if isAlive {
        state.program += 1
      } else {
        guard stack.count > floor else { break }
        state = stack.removeLast()
        captures.removeSubrange(state.captures...)
      }
    }
    stack.removeSubrange(floor...)
    captures.removeSubrange(ground...)
    return best
  }

  /// Longer is better; among equals, what begins the value earlier.
  private func isBetter(_ state: State, than best: Match?) -> Bool {
    guard let best else { return true }
    return state.token > best.end || (state.token == best.end && state.first < best.first)
  }

  private mutating func consume(
    _ instruction: Grammar.Instruction, _ state: inout State, from place: Int
  ) -> Bool {
    let at = state.token
    guard at < tokens.count, at == place || !tokens[at].isBroken else { return false }
    switch instruction {
    case .literal(let word):
      guard tokens[at].word == word else { return false }
      state.token = at + 1
    case .category(let category, let slot):
      guard let found = lexicon.entry(of: category, at: at, tokens, scalars) else { return false }
      captures.append(
        Capture(
          slot: slot, path: 0, value: found.entry.value, key: found.entry.key, start: at,
          end: found.end))
      state.token = found.end
    case .number(let slot):
      guard let found = numbers.cardinal(at: at) else { return false }
      captures.append(
        Capture(slot: slot, path: 0, value: found.value, key: -1, start: at, end: found.end))
      state.token = found.end
    case .integer(let form, let bounds, let slot):
      guard let found = numbers.integer(form, at: at), bounds.contains(found.value) else {
        return false
      }
      captures.append(
        Capture(
          slot: slot, path: 0, value: Double(found.value), key: -1, start: at, end: found.end))
      state.token = found.end
    case .otherWord:
      guard tokens[at].kind == .word, !lexicon.isFunctionWord(tokens[at].word) else { return false }
      state.token = at + 1
    case .part(let part, let slot):
      guard starts(at: at) & (1 << UInt128(part)) != 0, let found = match(part: part, at: at) else {
        return false
      }
      append(found.captures, in: slot)
      state.token = found.end
    default: return false
    }
    return true
  }

  private mutating func append(_ inner: [Capture], in slot: Slot) {
    let number: UInt8 = slot == .start ? 1 : slot == .end ? 2 : slot == .base ? 3 : 0
    guard number > 0 else { return captures += inner }
    captures += inner.map {
      var capture = $0
      capture.path = capture.path << 2 | number
      return capture
    }
  }
}

extension Lexicon {
  func isFunctionWord(_ word: Int32) -> Bool {
    guard word >= 0, let category = categories["function"] else { return false }
    return masks[Int(word)] & (1 << UInt128(category)) != 0
  }

  /// The longest entry of a class that stands at a token; a hyphen may join the words of a phrase.
  func entry(
    of category: Int, at place: Int, _ tokens: [Token], _ scalars: [Unicode.Scalar]
  ) -> (entry: Entry, end: Int)? {
    let word = tokens[place].word
    guard word >= 0, masks[Int(word)] & (1 << UInt128(category)) != 0 else { return nil }
    for index in ranges[Int(word)] where entries[index].category == category {
      let entry = entries[index]
      guard let end = end(of: entry, after: place + 1, tokens, scalars) else { continue }
      let place = tokens[place].start..<tokens[end - 1].end
      guard entry.spelling.isEmpty || isSpelled(entry.spelling, scalars[place]) else { continue }
      return (entry, end)
    }
    return nil
  }

  private func end(
    of entry: Entry, after place: Int, _ tokens: [Token], _ scalars: [Unicode.Scalar]
  ) -> Int? {
    var at = place
    for word in entry.rest {
      if at + 1 < tokens.count, tokens[at].word != word, tokens[at].kind == .sign,
        !tokens[at].isSpaced, scalars[tokens[at].start].folded == 0x2D
      {
        at += 1
      }
      guard at < tokens.count, tokens[at].word == word, !tokens[at].isBroken else { return nil }
      at += 1
    }
    return at
  }

  private func isSpelled(_ spelling: [UInt32], _ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if text.elementsEqual(spelling, by: { $0.value == $1 }) { return true }
    return spelling.count > 2 && text.allSatisfy { $0.isCapital }
  }
}
