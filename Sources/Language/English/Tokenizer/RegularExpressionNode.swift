/// A regular expression's structure.
indirect enum RegularExpressionNode: Sendable {
  case set(CharacterSet)
  case sequence([RegularExpressionNode])
  case alternation([RegularExpressionNode])
  case repetition(RegularExpressionNode, atLeast: Int, atMost: Int?, isGreedy: Bool)
  /// A condition on what follows or comes before.
  case look(RegularExpressionNode, isAhead: Bool, isNegative: Bool)
  case start
  case end

  /// The least number of characters that the expression consumes.
  var leastWidth: Int {
    switch self {
    case .set: 1
    case .sequence(let parts): parts.reduce(0) { $0 + $1.leastWidth }
    case .alternation(let parts): parts.map(\.leastWidth).min() ?? 0
    case .repetition(let part, let atLeast, _, _): part.leastWidth * atLeast
    case .look, .start, .end: 0
    }
  }

  /// The greatest number of characters that the expression consumes, nil where there is none.
  var greatestWidth: Int? {
    switch self {
    case .set: return 1
    case .sequence(let parts):
      return parts.reduce(0) { sum, part in
        sum.flatMap { sum in part.greatestWidth.map { sum + $0 } }
      }
    case .alternation(let parts):
      return parts.reduce(0) { most, part in
        most.flatMap { most in part.greatestWidth.map { max(most, $0) } }
      }
    case .repetition(let part, _, let atMost, _):
      guard let atMost, let width = part.greatestWidth else { return nil }
      return width * atMost
    case .look, .start, .end: return 0
    }
  }

  /// The characters that a match can begin with, nil where it can be empty or that is not known.
  var firstCharacters: CharacterSet? {
    switch self {
    case .set(let set): return set
    case .sequence(let parts):
      return parts.first { $0.leastWidth > 0 || $0.greatestWidth != 0 }?.firstCharacters
    case .alternation(let parts):
      return Self.union(parts.map(\.firstCharacters))
    case .repetition(let part, let atLeast, _, _):
      return atLeast > 0 ? part.firstCharacters : nil
    case .look, .start, .end: return nil
    }
  }

  /// All characters that a match can consume, nil where that is not known.
  var characters: CharacterSet? {
    switch self {
    case .set(let set): set
    case .sequence(let parts), .alternation(let parts):
      Self.union(parts.filter { $0.greatestWidth != 0 }.map(\.characters))
    case .repetition(let part, _, _, _): part.characters
    case .look, .start, .end: nil
    }
  }

  private static func union(_ sets: [CharacterSet?]) -> CharacterSet? {
    guard let first = sets.first, let first else { return nil }
    return sets.dropFirst().reduce(first) { union, set in
      union.flatMap { union in set.flatMap(union.union) }
    }
  }
}
