/// Reads Python's regular expressions, as far as tokenizers use them: alternatives, classes,
/// groups, repetitions, and conditions on what follows or comes before.
///
/// Syntax: <https://docs.python.org/3/library/re.html#regular-expression-syntax>.
struct RegularExpressionParser {
  /// What the expression uses that is not known here.
  struct Failure: Error {
    let feature: String
  }

  private static let deepest = 100

  private let pattern: [Unicode.Scalar]
  private var position = 0

  /// The alternatives of a pattern, at its top level.
  ///
  /// - Throws: ``Failure``.
  static func alternatives(of pattern: String) throws -> [RegularExpressionNode] {
    var parser = RegularExpressionParser(pattern: Array(pattern.unicodeScalars))
    let alternatives = try parser.alternatives(depth: 0)
    guard parser.position == parser.pattern.count else { throw Failure(feature: "a lone )") }
    return alternatives
  }

  private init(pattern: [Unicode.Scalar]) {
    self.pattern = pattern
  }

  private var next: Unicode.Scalar? {
    position < pattern.count ? pattern[position] : nil
  }

  private mutating func accept(_ text: StaticString) -> Bool {
    var place = position
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      guard place < pattern.count, pattern[place].value == UInt32(byte) else { return false }
      place += 1
    }
    position = place
    return true
  }

  private mutating func alternatives(depth: Int) throws -> [RegularExpressionNode] {
    guard depth < Self.deepest else { throw Failure(feature: "groups nested too deeply") }
    var alternatives = [try sequence(depth)]
    while accept("|") { alternatives.append(try sequence(depth)) }
    return alternatives
  }

  private mutating func sequence(_ depth: Int) throws -> RegularExpressionNode {
    var parts: [RegularExpressionNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      guard let part = try atom(depth) else { continue }
      parts.append(try repeated(part))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  /// One element; nil for flags that change nothing.
  private mutating func atom(_ depth: Int) throws -> RegularExpressionNode? {
    if accept("(?u)") { return nil }
    if accept("(?:") { return try group(depth) }
    if accept("(?=") { return .look(try group(depth), isAhead: true, isNegative: false) }
    if accept("(?!") { return .look(try group(depth), isAhead: true, isNegative: true) }
    if accept("(?<=") { return try lookBehind(depth, isNegative: false) }
    if accept("(?<!") { return try lookBehind(depth, isNegative: true) }
    if accept("(?") { throw Failure(feature: "a group (?\(next.map(String.init) ?? "")") }
    if accept("(") { return try group(depth) }
    if accept("^") { return .start }
    if accept("$") { return .end }
    if accept(".") { return .set(CharacterSet(classes: [.any])) }
    if accept("[") { return .set(try set()) }
    if accept("\\") { return .set(try escape()) }
    guard let scalar = next, !["*", "+", "?"].contains(scalar) else {
      throw Failure(feature: "a repetition of nothing")
    }
    position += 1
    return .set(CharacterSet(ranges: [scalar.value...scalar.value]))
  }

  private mutating func group(_ depth: Int) throws -> RegularExpressionNode {
    let parts = try alternatives(depth: depth + 1)
    guard accept(")") else { throw Failure(feature: "a group without end") }
    return parts.count == 1 ? parts[0] : .alternation(parts)
  }

  private mutating func lookBehind(_ depth: Int, isNegative: Bool) throws -> RegularExpressionNode {
    let node = try group(depth)
    guard node.greatestWidth == node.leastWidth else {
      throw Failure(feature: "a look behind of varying width")
    }
    return .look(node, isAhead: false, isNegative: isNegative)
  }

  private mutating func repeated(_ part: RegularExpressionNode) throws -> RegularExpressionNode {
    guard let (atLeast, atMost) = try bounds() else { return part }
    let isGreedy = !accept("?")
    if next == "+" { throw Failure(feature: "a possessive repetition") }
    // A repetition becomes as many copies of its part, so that its size has to be limited.
    guard atLeast <= 1_000, atMost ?? 0 <= 1_000, atLeast <= atMost ?? atLeast else {
      throw Failure(feature: "a repetition of \(atLeast) to \(atMost ?? atLeast) times")
    }
    return .repetition(part, atLeast: atLeast, atMost: atMost, isGreedy: isGreedy)
  }

  private mutating func bounds() throws -> (Int, Int?)? {
    if accept("*") { return (0, nil) }
    if accept("+") { return (1, nil) }
    if accept("?") { return (0, 1) }
    let start = position
    guard accept("{") else { return nil }
    let lower = number()
    let hasComma = accept(",")
    let upper = hasComma ? number() : lower
    guard accept("}"), lower != nil || upper != nil else {
      position = start
      throw Failure(feature: "an unescaped {")
    }
    return (lower ?? 0, upper)
  }

  private mutating func number() -> Int? {
    let start = position
    while let scalar = next, ("0"..."9").contains(scalar), position - start < 6 { position += 1 }
    return Int(String(pattern[start..<position]))
  }
}

// MARK: Sets

extension RegularExpressionParser {
  private mutating func set() throws -> CharacterSet {
    let isInverted = accept("^")
    var ranges: [ClosedRange<UInt32>] = []
    var classes: [CharacterSet.Class] = []
    var excluded: [CharacterSet.Class] = []
    var isFirst = true
    while let scalar = next, scalar != "]" || isFirst {
      isFirst = false
      if let (name, isExcluded) = characterClass() {
        if isExcluded { excluded.append(name) } else { classes.append(name) }
        continue
      }
      let lower = try member()
      guard next == "-", position + 1 < pattern.count, pattern[position + 1] != "]" else {
        ranges.append(lower...lower)
        continue
      }
      position += 1
      let upper = try member()
      guard lower <= upper else { throw Failure(feature: "a range of characters backwards") }
      ranges.append(lower...upper)
    }
    guard accept("]") else { throw Failure(feature: "a set without end") }
    return CharacterSet(
      ranges: ranges, classes: classes, excludedClasses: excluded, isInverted: isInverted)
  }

  private mutating func characterClass() -> (CharacterSet.Class, isExcluded: Bool)? {
    if accept("\\w") { return (.word, false) }
    if accept("\\W") { return (.word, true) }
    if accept("\\d") { return (.digit, false) }
    if accept("\\D") { return (.digit, true) }
    if accept("\\s") { return (.space, false) }
    if accept("\\S") { return (.space, true) }
    return nil
  }

  private mutating func member() throws -> UInt32 {
    guard accept("\\") else {
      guard let scalar = next else { throw Failure(feature: "a set without end") }
      position += 1
      return scalar.value
    }
    return try escapedCharacter()
  }

  private mutating func escape() throws -> CharacterSet {
    position -= 1
    if let (name, isExcluded) = characterClass() {
      return isExcluded ? CharacterSet(excludedClasses: [name]) : CharacterSet(classes: [name])
    }
    position += 1
    let value = try escapedCharacter()
    return CharacterSet(ranges: [value...value])
  }

  private mutating func escapedCharacter() throws -> UInt32 {
    guard let scalar = next else { throw Failure(feature: "a \\ at the end") }
    position += 1
    switch scalar {
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "f": return 0x0C
    case "v": return 0x0B
    case "x": return try hexadecimal(2)
    case "u": return try hexadecimal(4)
    case "U": return try hexadecimal(8)
    default:
      let isLetterOrDigit = scalar.value < 0x80 && CharacterProperties.isWord(scalar)
      guard !isLetterOrDigit || scalar == "_" else { throw Failure(feature: "\\\(scalar)") }
      return scalar.value
    }
  }

  private mutating func hexadecimal(_ digits: Int) throws -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let number = next.flatMap(Self.hexadecimalDigit) else {
        throw Failure(feature: "an unfinished escape")
      }
      value = value << 4 | number
      position += 1
    }
    return value
  }

  private static func hexadecimalDigit(_ scalar: Unicode.Scalar) -> UInt32? {
    switch scalar {
    case "0"..."9": scalar.value - 0x30
    case "A"..."F": scalar.value - 0x41 + 10
    case "a"..."f": scalar.value - 0x61 + 10
    default: nil
    }
  }
}
