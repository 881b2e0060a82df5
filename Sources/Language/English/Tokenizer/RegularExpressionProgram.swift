/// A regular expression as instructions for ``RegularExpressionMatcher``.
final class RegularExpressionProgram: Sendable {
  /// One step.
  enum Instruction: Sendable {
    /// Consumes one character of a set.
    case set(Int)
    /// Goes on at two places; what the first finds is preferred.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    /// A condition: a program that has to match, or must not, after or before the place.
    case look(Int, isAhead: Bool, isNegative: Bool, width: Int)
    case match
  }

  let instructions: [Instruction]
  let sets: [CharacterSet]
  let conditions: [RegularExpressionProgram]
  /// Whether it has one path only, so that it can be followed without keeping alternatives.
  let isStraight: Bool

  /// Compiles an expression.
  init(_ node: RegularExpressionNode) {
    var assembly = RegularExpressionAssembly()
    assembly.emit(node)
    self.instructions = assembly.instructions + [.match]
    self.sets = assembly.sets
    self.conditions = assembly.conditions
    self.isStraight = !instructions.contains {
      switch $0 {
      case .split, .jump: true
      default: false
      }
    }
  }
}

/// Turns an expression into instructions.
private struct RegularExpressionAssembly {
  private(set) var instructions: [RegularExpressionProgram.Instruction] = []
  private(set) var sets: [CharacterSet] = []
  private(set) var conditions: [RegularExpressionProgram] = []
  private var places: [CharacterSet: Int] = [:]

  mutating func emit(_ node: RegularExpressionNode) {
    switch node {
    case .set(let set): instructions.append(.set(place(set)))
    case .sequence(let parts): for part in parts { emit(part) }
    case .alternation(let parts): emitAlternation(parts)
    case .repetition(let part, let atLeast, let atMost, let isGreedy):
      for _ in 0..<atLeast { emit(part) }
      if let atMost {
        emitOptional(part, times: atMost - atLeast, isGreedy: isGreedy)
      } else {
        emitLoop(part, isGreedy: isGreedy)
      }
    case .look(let condition, let isAhead, let isNegative):
      conditions.append(RegularExpressionProgram(condition))
      instructions.append(
        .look(
          conditions.count - 1, isAhead: isAhead, isNegative: isNegative,
          width: condition.leastWidth))
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    }
  }

  private mutating func emitAlternation(_ parts: [RegularExpressionNode]) {
    var jumps: [Int] = []
    for part in parts.dropLast() {
      let split = reserve()
      emit(part)
      jumps.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = parts.last { emit(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private mutating func emitOptional(_ part: RegularExpressionNode, times: Int, isGreedy: Bool) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(reserve())
      emit(part)
    }
    for split in splits {
      let end = instructions.count
      instructions[split] = isGreedy ? .split(split + 1, end) : .split(end, split + 1)
    }
  }

  private mutating func emitLoop(_ part: RegularExpressionNode, isGreedy: Bool) {
    let split = reserve()
    emit(part)
    instructions.append(.jump(split))
    let end = instructions.count
    instructions[split] = isGreedy ? .split(split + 1, end) : .split(end, split + 1)
  }

  private mutating func reserve() -> Int {
    instructions.append(.jump(0))
    return instructions.count - 1
  }

  private mutating func place(_ set: CharacterSet) -> Int {
    if let known = places[set] { return known }
    places[set] = sets.count
    sets.append(set)
    return sets.count - 1
  }
}
