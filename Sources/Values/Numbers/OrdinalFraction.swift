/// Fractions whose denominator is an ordinal of several words: "one twenty-fifth", "three twenty-firsts",
/// "one hundred thirty-fifths".
///
/// The denominator takes in every word to its left that still makes an ordinal with it; what is left is
/// the numerator. Where nothing is left, it begins after the first hundred or thousand.
extension NumberReader {
  private struct Piece {
    var value: Double
    var start: Int
    var end: Int
    var isAnd = false
  }

  /// More words than any number has; a longer run of them is not looked through.
  private static let longest = 24

  /// The fraction that begins at a token and ends with such an ordinal.
  func ordinalFraction(at place: Int) -> Reading? {
    guard classes.isSegmented, let (pieces, denominator, end, isPlural) = pieces(from: place),
      let first = firstOfDenominator(pieces, denominator), first > 0
    else { return nil }
    let isSingle = first == pieces.count
    // A single plural is read with its whole number: "two hundred three fifths", "fifty-four hundredths".
    if isPlural, isSingle || denominator >= 100 { return nil }
    guard let below = isSingle ? denominator : number(pieces[first...], plus: denominator),
      let above = composed(at: place), above.end >= pieces[first - 1].end || !isPlural
    else { return nil }
    guard let top = numerator(pieces[..<first]), below > 0 else { return nil }
    // "One fifth", but "twenty fifth": without a plural only a single one is a count.
    if !isPlural, top != 1 || (isSingle && !isFraction(pieces.last?.end)) { return nil }
    return Reading(
      value: top / below, end: end, precision: 1 / below, hasWords: true, isFraction: true)
  }

  /// The ordinal alone is one that the language uses for fractions: a fifth, not a second.
  private func isFraction(_ place: Int?) -> Bool {
    guard let place else { return false }
    return classes.value(of: classes.fraction, place, self) != nil
  }

  /// The words of numbers up to an ordinal: their values, the ordinal's, and the token after it.
  private func pieces(
    from place: Int
  ) -> (pieces: [Piece], denominator: Double, end: Int, isPlural: Bool)? {
    var found: [Piece] = []
    var at = place
    while at < tokens.count, found.count < Self.longest {
      if isHyphen(at), !found.isEmpty {
        at += 1
        continue
      }
      if let end = classes.end(of: classes.and, at, self), !found.isEmpty {
        found.append(Piece(value: 0, start: at, end: end, isAnd: true))
        at = end
        continue
      }
      if !found.isEmpty, let (part, end) = classes.value(of: classes.parts, at, self) {
        return (found, (1 / part).rounded(), end, true)
      }
      if !found.isEmpty, let (value, end) = classes.value(of: classes.ordinal, at, self) {
        return (found, value, end, false)
      }
      guard let (value, end) = word(at: at) else { return nil }
      if let last = found.last, at == last.end + 1, last.value >= 20, last.value < 100, value < 10 {
        found[found.count - 1] = Piece(value: last.value + value, start: last.start, end: end)
      } else {
        found.append(Piece(value: value, start: at, end: end))
      }
      at = end
    }
    return nil
  }

  private func isHyphen(_ place: Int) -> Bool {
    tokens[place].kind == .sign && scalars[tokens[place].start].folded == 0x2D
  }

  private func word(at place: Int) -> (Double, Int)? {
    for category in [classes.cardinal, classes.multiplier, classes.scale] {
      if let found = classes.value(of: category, place, self) { return found }
    }
    return nil
  }

  /// The first piece of the denominator; `pieces.count` where the ordinal stands alone.
  private func firstOfDenominator(_ pieces: [Piece], _ denominator: Double) -> Int? {
    var first = pieces.count
    var last = denominator
    var largest = 1.0
    for index in pieces.indices.reversed() where !pieces[index].isAnd {
      let value = pieces[index].value
      if last >= 100 {
        guard value < last else { break }
      } else {
        let unit: Double = last > 10 ? 100 : 10
        guard value >= unit, value.truncatingRemainder(dividingBy: unit) == 0, value >= largest
        else { break }
        largest = value
      }
      first = index
      last = value
    }
    guard first == 0 else { return first }
    // Everything makes one ordinal: the numerator ends with the first hundred before a smaller word.
    let split = pieces.indices.dropFirst().first { index in
      pieces[index].value >= 100
        && (index + 1 < pieces.count ? pieces[index + 1].value : denominator) < 100
    }
    return split.map { $0 + 1 }
  }

  private func number(_ pieces: ArraySlice<Piece>, plus last: Double) -> Double? {
    var total = 0.0
    var group = 0.0
    for piece in pieces where !piece.isAnd { add(piece.value, &total, &group) }
    add(last, &total, &group)
    return total + group
  }

  /// "One hundred and thirty and two" thirds have no numerator that is one number: they are left alone.
  private func numerator(_ pieces: ArraySlice<Piece>) -> Double? {
    guard let first = pieces.first, !pieces.contains(where: \.isAnd) else { return nil }
    var total = 0.0
    var group = first.value
    for piece in pieces.dropFirst() { add(piece.value, &total, &group) }
    return total + group
  }

  private func add(_ value: Double, _ total: inout Double, _ group: inout Double) {
    if value < 100 {
      group += value
    } else if value == 100 {
      group = max(group, 1) * value
    } else {
      total += max(group, 1) * value
      group = 0
    }
  }
}
