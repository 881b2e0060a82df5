/// One of a tokenizer's patterns, ready to be searched for.
///
/// The pattern's alternatives are told apart by the character they begin with; those that have to
/// stand at the beginning or the end of a word are tried there only.
struct AffixPattern: Sendable {
  private struct Alternative: Sendable {
    let program: RegularExpressionProgram
    let first: CharacterSet?
  }

  private let alternatives: [Alternative]
  /// The alternatives that can begin with each ASCII character.
  private let byASCII: [[Int]]
  private let isAtStart: Bool
  private let isAtEnd: Bool
  /// How far from the end a match can begin at most, where all of them reach the end.
  private let longest: Int
  /// The characters of those alternatives that can be of any length.
  private let unbounded: [CharacterSet?]

  /// Compiles a pattern.
  ///
  /// - Throws: ``RegularExpressionParser/Failure``.
  init(_ pattern: String) throws {
    let nodes = Self.joined(try RegularExpressionParser.alternatives(of: pattern))
    let alternatives = nodes.map {
      Alternative(program: RegularExpressionProgram($0), first: $0.firstCharacters)
    }
    self.alternatives = alternatives
    self.byASCII = (UInt8(0)..<128).map { value in
      alternatives.indices.filter {
        alternatives[$0].first?.contains(Unicode.Scalar(value)) ?? true
      }
    }
    self.isAtStart = nodes.allSatisfy(Self.beginsAtStart)
    self.isAtEnd = nodes.allSatisfy(Self.endsAtEnd)
    self.longest = nodes.compactMap(\.greatestWidth).max() ?? 0
    self.unbounded = nodes.filter { $0.greatestWidth == nil }.map(\.characters)
  }

  /// The first match in a range, from a place on; the pattern sees nothing outside the range.
  func firstMatch(
    in text: [Unicode.Scalar], range: Range<Int>, from: Int,
    with matcher: inout RegularExpressionMatcher
  ) -> Range<Int>? {
    var start = from
    if isAtEnd { start = max(start, earliestStart(in: text, range: range)) }
    while start <= range.upperBound {
      if let end = end(in: text, range: range, at: start, with: &matcher) { return start..<end }
      if isAtStart { return nil }
      start += 1
    }
    return nil
  }

  /// Whether the pattern matches at the beginning of a range.
  func matches(
    _ text: [Unicode.Scalar], range: Range<Int>, with matcher: inout RegularExpressionMatcher
  ) -> Bool {
    end(in: text, range: range, at: range.lowerBound, with: &matcher) != nil
  }

  private func end(
    in text: [Unicode.Scalar], range: Range<Int>, at start: Int,
    with matcher: inout RegularExpressionMatcher
  ) -> Int? {
    if start < range.upperBound, text[start].value < 128 {
      for index in byASCII[Int(text[start].value)] {
        let program = alternatives[index].program
        if let end = matcher.end(of: program, in: text, range: range, at: start) { return end }
      }
      return nil
    }
    for alternative in alternatives {
      if let first = alternative.first {
        guard start < range.upperBound, first.contains(text[start]) else { continue }
      }
      if let end = matcher.end(of: alternative.program, in: text, range: range, at: start) {
        return end
      }
    }
    return nil
  }

  /// Where a match that reaches the end can begin at the earliest.
  private func earliestStart(in text: [Unicode.Scalar], range: Range<Int>) -> Int {
    var earliest = range.upperBound - longest - 1
    for characters in unbounded {
      guard let characters else { return range.lowerBound }
      var start = range.upperBound
      while start > range.lowerBound,
        characters.contains(text[start - 1]) || start == range.upperBound && text[start - 1] == "\n"
      {
        start -= 1
      }
      earliest = min(earliest, start)
    }
    return max(earliest, range.lowerBound)
  }

  /// Joins neighbouring alternatives of a single character to one, which changes no match.
  private static func joined(_ nodes: [RegularExpressionNode]) -> [RegularExpressionNode] {
    var result: [RegularExpressionNode] = []
    for node in nodes {
      guard let last = result.last, let joined = joined(last, node) else {
        result.append(node)
        continue
      }
      result[result.count - 1] = joined
    }
    return result
  }

  private static func joined(
    _ one: RegularExpressionNode, _ other: RegularExpressionNode
  ) -> RegularExpressionNode? {
    switch (one, other) {
    case (.set(let one), .set(let other)): return one.union(other).map { .set($0) }
    case (.sequence(let one), .sequence(let other)):
      guard one.count == 2, other.count == 2 else { return nil }
      if case (.start, .set(let first), .start, .set(let second)) = (
        one[0], one[1], other[0], other[1]
      ) {
        return first.union(second).map { .sequence([.start, .set($0)]) }
      }
      if case (.set(let first), .end, .set(let second), .end) = (one[0], one[1], other[0], other[1])
      {
        return first.union(second).map { .sequence([.set($0), .end]) }
      }
      return nil
    default: return nil
    }
  }

  private static func beginsAtStart(_ node: RegularExpressionNode) -> Bool {
    switch node {
    case .start: true
    case .sequence(let parts): parts.first.map(beginsAtStart) ?? false
    case .alternation(let parts): parts.allSatisfy(beginsAtStart)
    default: false
    }
  }

  private static func endsAtEnd(_ node: RegularExpressionNode) -> Bool {
    switch node {
    case .end: true
    case .sequence(let parts): parts.last.map(endsAtEnd) ?? false
    case .alternation(let parts): parts.allSatisfy(endsAtEnd)
    default: false
    }
  }
}
