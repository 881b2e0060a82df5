extension NumberReader {
  /// An ordinal at a token: `11th`, `twenty-third`, 第三, 三番目.
  func ordinal(at place: Int) -> (value: Int, end: Int)? {
    if let found = prefixed(at: place) { return found }
    if let (value, end) = classes.value(of: classes.ordinal, place, self) {
      return Int(exactly: value).map { ($0, end) }
    }
    guard let base = composed(at: place), base.value >= 0 else { return nil }
    if let end = classes.end(of: classes.ordinalSuffix, base.end, self),
      !tokens[base.end].isSpaced, base.precision == 1 || base.hasWords
    {
      return Int(exactly: base.value).map { ($0, end) }
    }
    return base.hasWords ? compound(base) : nil
  }

  private func prefixed(at place: Int) -> (value: Int, end: Int)? {
    guard let start = classes.end(of: classes.ordinalPrefix, place, self), start < tokens.count,
      !tokens[start].isBroken, let number = composed(at: start), number.precision >= 1
    else { return nil }
    return Int(exactly: number.value).map { ($0, number.end) }
  }

  private func compound(_ base: Reading) -> (value: Int, end: Int)? {
    var at = base.end
    if at + 1 < tokens.count, tokens[at].kind == .sign, scalars[tokens[at].start].folded == 0x2D {
      at += 1
    } else if let after = classes.end(of: classes.and, at, self) {
      at = after
    }
    guard let (last, end) = classes.value(of: classes.ordinal, at, self) else { return nil }
    let value = last >= 100 ? base.value * last : base.value + last
    let isFitting =
      last >= 100 || base.value.truncatingRemainder(dividingBy: 100) == 0
      || (last < 10 && base.value.truncatingRemainder(dividingBy: 10) == 0)
    return isFitting ? Int(exactly: value).map { ($0, end) } : nil
  }
}
