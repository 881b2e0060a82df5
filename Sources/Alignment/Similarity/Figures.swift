import Claims
import Values

/// The numbers, amounts and shares that a claim gives: two claims of which one says 87 and the other 79 per cent seldom
/// say the same thing.
struct Figures: Sendable {
  private let measures: [Measure]
  private let nouns: CountedNouns

  /// How the figures of two claims stand to each other.
  enum Relation: Sendable {
    /// Some figure of the one that not every text has is one of the other.
    case agreeing
    /// Figures of one kind are in both, and none of the one is one of the other.
    case differing
    /// Nothing can be compared, or what agrees says little.
    case open
  }

  /// So few things, "two ministers", are counted everywhere.
  private static let mostCommon = 3.0

  /// - Parameter nouns: the nouns under which the same may be counted.
  init(_ measures: [Measure], nouns: CountedNouns) {
    self.nouns = nouns
    self.measures = measures.filter { $0.value.quantity != nil && $0.value.kind != .ordinal }
  }

  /// How the figures stand to those of another claim.
  ///
  /// - Complexity: the product of their numbers, which are small.
  func relation(to other: Figures) -> Relation {
    var agree = false
    var differ = false
    for one in measures {
      for two in other.measures {
        if one.value.agrees(with: two.value), !areTwoFigures(one.value, two.value) {
          guard !isTelling(one) else { return .agreeing }
          agree = true
        } else if nouns.canBeOne(one, two) || isTelling(one) && isTelling(two) {
          let relation = one.value.compared(with: two.value).relation
          differ = differ || relation == .different || relation == .compatible
        }
      }
    }
    return differ && !agree ? .differing : .open
  }

  private func isTelling(_ measure: Measure) -> Bool {
    measure.value.kind != .number || (measure.value.quantity?.value ?? 0) > Self.mostCommon
  }

  /// "Over 55" and "over 60", "about 3,600" and "about 4,200": something can be both, and still they are two figures.
  private func areTwoFigures(_ one: Value, _ other: Value) -> Bool {
    guard one.hedge != .exact, one.hedge == other.hedge, let first = one.quantity,
      let second = other.quantity
    else { return false }
    let rounding = one.hedge == .approximately ? max(unit(of: first), unit(of: second)) / 2 : 0
    return abs(first.value - second.value) > rounding
  }

  /// The power of ten to which a number is rounded, by the zeros at its end: 100 of 3,600.
  private func unit(of number: Value.Quantity) -> Double {
    var unit = max(number.precision, 1)
    while unit * 10 <= abs(number.value), number.value.remainder(dividingBy: unit * 10) == 0 {
      unit *= 10
    }
    return unit
  }
}
