/// A set of characters as a regular expression writes it: ranges and classes, perhaps turned
/// around.
struct CharacterSet: Sendable, Hashable {
  /// The classes that Python's `re` knows.
  enum Class: Sendable, Hashable {
    case word, digit, space, any
  }

  private var ranges: [ClosedRange<UInt32>] = []
  private var classes: [Class] = []
  private var excludedClasses: [Class] = []
  private var isInverted = false
  /// The answer for each ASCII character, a bit each.
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  /// A set of the given members.
  init(
    ranges: [ClosedRange<UInt32>] = [], classes: [Class] = [], excludedClasses: [Class] = [],
    isInverted: Bool = false
  ) {
    self.classes = classes
    self.excludedClasses = excludedClasses
    self.isInverted = isInverted
    self.ranges = Self.merged(ranges)
    setASCII()
  }

  private mutating func setASCII() {
    for range in ranges where range.lowerBound < 128 {
      for value in range.lowerBound...min(range.upperBound, 127) { insertASCII(value) }
    }
    if !classes.isEmpty || !excludedClasses.isEmpty {
      for value in UInt8(0)..<128 where isInClass(Unicode.Scalar(value)) {
        insertASCII(UInt32(value))
      }
    }
    if isInverted { (low, high) = (~low, ~high) }
  }

  private mutating func insertASCII(_ value: UInt32) {
    if value < 64 { low |= 1 << UInt64(value) } else { high |= 1 << UInt64(value - 64) }
  }

  /// Whether the set has the character.
  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 64 { return low >> UInt64(scalar.value) & 1 != 0 }
    if scalar.value < 128 { return high >> UInt64(scalar.value - 64) & 1 != 0 }
    return compute(scalar)
  }

  /// The characters of both sets, where neither is turned around.
  func union(_ other: CharacterSet) -> CharacterSet? {
    guard !isInverted, !other.isInverted else { return nil }
    return CharacterSet(
      ranges: ranges + other.ranges, classes: classes + other.classes,
      excludedClasses: excludedClasses + other.excludedClasses)
  }

  private func compute(_ scalar: Unicode.Scalar) -> Bool {
    (isInRange(scalar.value) || isInClass(scalar)) != isInverted
  }

  private func isInClass(_ scalar: Unicode.Scalar) -> Bool {
    classes.contains { Self.matches($0, scalar) }
      || excludedClasses.contains { !Self.matches($0, scalar) }
  }

  private func isInRange(_ value: UInt32) -> Bool {
    var lower = 0
    var upper = ranges.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if ranges[middle].upperBound < value { lower = middle + 1 } else { upper = middle }
    }
    return lower < ranges.count && ranges[lower].lowerBound <= value
  }

  private static func matches(_ name: Class, _ scalar: Unicode.Scalar) -> Bool {
    switch name {
    case .word: CharacterProperties.isWord(scalar)
    case .digit: CharacterProperties.isDecimal(scalar)
    case .space: CharacterProperties.isSpace(scalar)
    case .any: scalar != "\n"
    }
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        let upper = max(last.upperBound, range.upperBound)
        result[result.count - 1] = last.lowerBound...upper
      } else {
        result.append(range)
      }
    }
    return result
  }
}
