/// Follows a program over a text, all paths at once, so that no text takes more than linear time.
///
/// Of several matches it gives the one that Python's `re` finds: of each choice, the first that
/// leads to a match. Method: Rob Pike's; see Russ Cox, "Regular Expression Matching: the Virtual
/// Machine Approach", <https://swtch.com/~rsc/regexp/regexp2.html>.
struct RegularExpressionMatcher {
  private var current: [Int] = []
  private var following: [Int] = []
  private var pending: [Int] = []
  private var marks: [Int] = []
  private var mark = 0

  /// Where the match of a program that begins at a place ends, nil where there is none.
  ///
  /// - Parameters:
  ///   - text: the characters; `range` is all that the program sees of them.
  mutating func end(
    of program: RegularExpressionProgram, in text: [Unicode.Scalar], range: Range<Int>,
    at start: Int
  ) -> Int? {
    if program.isStraight { return straightEnd(of: program, in: text, range: range, at: start) }
    if marks.count < program.instructions.count {
      marks = Array(repeating: 0, count: program.instructions.count)
      mark = 0
    }
    var end: Int?
    var position = start
    following.removeAll(keepingCapacity: true)
    mark += 1
    follow(0, of: program, in: text, range: range, at: position)
    while !following.isEmpty {
      swap(&current, &following)
      following.removeAll(keepingCapacity: true)
      mark += 1
      for place in current {
        if case .match = program.instructions[place] {
          end = position
          break
        }
        guard case .set(let set) = program.instructions[place], position < range.upperBound,
          program.sets[set].contains(text[position])
        else { continue }
        follow(place + 1, of: program, in: text, range: range, at: position + 1)
      }
      position += 1
    }
    return end
  }

  /// Notes the places that consume a character or match, reached from one, in order of preference.
  private mutating func follow(
    _ first: Int, of program: RegularExpressionProgram, in text: [Unicode.Scalar],
    range: Range<Int>, at position: Int
  ) {
    pending.append(first)
    while let place = pending.popLast() {
      if marks[place] == mark { continue }
      marks[place] = mark
      switch program.instructions[place] {
      case .set, .match: following.append(place)
      case .jump(let target): pending.append(target)
      case .split(let preferred, let other):
        pending.append(other)
        pending.append(preferred)
      case .start, .end, .look:
        if Self.holds(place, of: program, in: text, range: range, at: position) {
          pending.append(place + 1)
        }
      }
    }
  }

  private func straightEnd(
    of program: RegularExpressionProgram, in text: [Unicode.Scalar], range: Range<Int>,
    at start: Int
  ) -> Int? {
    var position = start
    for place in program.instructions.indices {
      switch program.instructions[place] {
      case .match: return position
      case .set(let set):
        guard position < range.upperBound, program.sets[set].contains(text[position]) else {
          return nil
        }
        position += 1
      case .start, .end, .look:
        guard Self.holds(place, of: program, in: text, range: range, at: position) else {
          return nil
        }
      case .jump, .split: continue
      }
    }
    return nil
  }

  /// Whether a condition of a program holds at a position.
  private static func holds(
    _ place: Int, of program: RegularExpressionProgram, in text: [Unicode.Scalar],
    range: Range<Int>, at position: Int
  ) -> Bool {
    switch program.instructions[place] {
    case .start: return position == range.lowerBound
    case .end:
      // Python's `$` also matches before a line feed at the very end.
      return position == range.upperBound
        || position == range.upperBound - 1 && text[position] == "\n"
    case .look(let condition, let isAhead, let isNegative, let width):
      let start = isAhead ? position : position - width
      guard start >= range.lowerBound else { return isNegative }
      var matcher = RegularExpressionMatcher()
      let end = matcher.end(of: program.conditions[condition], in: text, range: range, at: start)
      let isMatch = isAhead ? end != nil : end == position
      return isMatch != isNegative
    default: return true
    }
  }
}
