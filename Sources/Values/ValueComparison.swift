import Source

/// What two values say to one another.
public struct ValueComparison: Sendable {
  /// How two values stand to one another.
  public enum Relation: String, Sendable, Hashable, CaseIterable {
    /// They are the same, perhaps in other words, units or time zones.
    case equal
    /// Both can be true of one thing: rounding, "about", a part that only one of them gives.
    case compatible
    /// They cannot both be true of one thing.
    case different
    /// They are not of one kind, or too little is known.
    case incomparable
  }

  /// How they stand to one another.
  public let relation: Relation
  private let pattern: Pattern
  private let one: Value
  private let other: Value

  /// Why; the raw values are the keys of the sentences (`Resources/en/descriptions.yaml`).
  enum Pattern: String {
    case same, `is`, agrees, rounded, against, beside, unknown, measures, kinds, code
  }

  init(_ relation: Relation, _ pattern: Pattern, _ one: Value, _ other: Value) {
    self.relation = relation
    self.pattern = pattern
    self.one = one
    self.other = other
  }

  /// Why, in plain words: `25 minutes in both`.
  public var reason: String { wording.text(in: .english) }

  /// Why, in the languages of reports.
  public var wording: Message {
    guard let messages = Self.messages else { return Message(pattern.rawValue) }
    guard pattern != .kinds else {
      return messages(
        pattern.rawValue,
        [
          "one": messages("kind.\(one.kind.rawValue)"),
          "other": messages("kind.\(other.kind.rawValue)"),
        ])
    }
    return messages(
      pattern.rawValue,
      [
        "one": Message(inEach: one.normalizedDescription),
        "other": Message(inEach: other.normalizedDescription),
      ])
  }

  // Values are compared everywhere: a table that is handed down to each comparison would be everywhere too.
  private static let messages = try? MessageCatalog(from: "descriptions.yaml", in: .module)
}

extension Value {
  /// Compares this value with another one, as intervals with their hedges.
  ///
  /// 25 agrees with "about 25" and not with "more than 30"; 2.5 million agrees with 2,513,000, which rounds to
  /// it; 12:20 in Liverpool in winter is 21:20 in Tokyo.
  public func compared(with other: Value) -> ValueComparison {
    if isPartOfCode || other.isPartOfCode {
      return ValueComparison(.incomparable, .code, self, other)
    }
    if let one = quantity, let two = other.quantity { return compared(one, other, two) }
    guard timex != nil, other.timex != nil, quantity == nil, other.quantity == nil else {
      return incomparable(other)
    }
    return TimeComparison(one: self, two: other).result
  }

  private func incomparable(_ other: Value) -> ValueComparison {
    let isOneKind = kind == other.kind
    return ValueComparison(.incomparable, isOneKind ? .measures : .kinds, self, other)
  }

  /// Whether both can be true of one thing: they are equal or compatible.
  ///
  /// It gives what `compared(with:)` gives without putting it into words, for those who compare many.
  public func agrees(with other: Value) -> Bool {
    guard !isPartOfCode, !other.isPartOfCode else { return false }
    if let one = quantity, let two = other.quantity {
      return measure == other.measure && agreement(one, other, two) != nil
    }
    guard timex != nil, other.timex != nil, quantity == nil, other.quantity == nil else {
      return false
    }
    return TimeComparison(one: self, two: other).agrees
  }

  /// In what way two quantities agree.
  private enum Agreement {
    case same, allowed, rounded
  }

  private func agreement(_ one: Quantity, _ other: Value, _ two: Quantity) -> Agreement? {
    let size = max(abs(one.value), abs(two.value))
    if abs(one.value - two.value) <= size * 1e-9, hedge == other.hedge { return .same }
    if one.allows(two, hedge, other.hedge) { return .allowed }
    // A number in other units is seldom exact: half a unit of the coarser one is rounding.
    guard hedge == .exact, other.hedge == .exact,
      isRounded(one, two, isOtherUnit: unit != other.unit)
    else { return nil }
    return .rounded
  }

  private func compared(_ one: Quantity, _ other: Value, _ two: Quantity) -> ValueComparison {
    guard measure == other.measure else { return incomparable(other) }
    switch agreement(one, other, two) {
    case .same:
      let isSame = normalizedDescription == other.normalizedDescription
      return ValueComparison(.equal, isSame ? .same : .is, self, other)
    case .allowed: return ValueComparison(.compatible, .agrees, self, other)
    case .rounded: return ValueComparison(.compatible, .rounded, self, other)
    case nil: return ValueComparison(.different, .against, self, other)
    }
  }

  /// The finer of the two rounds to the coarser.
  private func isRounded(_ one: Quantity, _ two: Quantity, isOtherUnit: Bool) -> Bool {
    guard kind != .ordinal, one.precision != two.precision || isOtherUnit else { return false }
    let step = max(one.precision, two.precision)
    // A number without rounding, such as 25 against 2.5 million, is not its neighbour's rounding.
    guard step <= max(abs(one.value), abs(two.value)) else { return false }
    return abs(one.value - two.value) <= step * 0.5 * (1 + 1e-9)
  }

  /// What is measured: only values of one measure can be compared.
  private var measure: String {
    switch kind {
    case .currency: "money " + String((unit ?? "").prefix(3))
    case .dimension: "dimension " + (dimension ?? unit ?? "")
    case .temperature: unit == "degree-temperature" ? "degrees" : "temperature"
    default: kind.rawValue
    }
  }
}

extension Value.Quantity {
  /// The two intervals overlap; a bound that is itself left out does not count.
  fileprivate func allows(_ other: Self, _ hedge: Hedge, _ otherHedge: Hedge) -> Bool {
    guard hedge != .exact || otherHedge != .exact else { return false }
    let isBelow = upper < other.lower || (upper == other.lower && isOpen(hedge, otherHedge))
    let isAbove = lower > other.upper || (lower == other.upper && isOpen(hedge, otherHedge))
    return !isBelow && !isAbove
  }

  private func isOpen(_ one: Hedge, _ two: Hedge) -> Bool {
    one == .moreThan || one == .lessThan || two == .moreThan || two == .lessThan
  }
}
