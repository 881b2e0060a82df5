import Foundation

/// Powers and numbers times a power of ten: `1.1^23`, 1.1の23乗, 1.27×10の13乗.
extension NumberReader {
  /// 1.1の23乗
  private func wordedPower(after whole: Reading) -> Reading? {
    guard let start = classes.end(of: classes.of, whole.end, self), start < tokens.count,
      let exponent = signed(at: start, mayRepeat: true), !exponent.isFraction,
      abs(exponent.value) < 1000,
      let end = classes.end(of: classes.power, exponent.end, self)
    else { return nil }
    let value = pow(whole.value, exponent.value)
    return Reading(value: value, end: end, precision: value.ulp)
  }

  /// `1.27×10^13`, `1.27×10の13乗`.
  private func timesPower(after whole: Reading) -> Reading? {
    guard let start = classes.end(of: classes.times, whole.end, self), start < tokens.count,
      let base = composed(at: start), base.value == 10, let factor = raised(base),
      factor.end > base.end
    else { return nil }
    return Reading(
      value: whole.value * factor.value, end: factor.end, precision: whole.precision * factor.value)
  }

  /// The power or the number times a power of ten that a number begins, or the number itself.
  func power(after whole: Reading) -> Reading? {
    timesPower(after: whole) ?? raised(whole)
  }

  /// `1.1^23`, １．１の２３乗.
  private func raised(_ whole: Reading) -> Reading? {
    if let worded = wordedPower(after: whole) { return worded }
    guard whole.end + 1 < tokens.count, tokens[whole.end].kind == .sign,
      scalars[tokens[whole.end].start].value == 0x5E
    else { return whole }
    var at = whole.end + 1
    var isNegative = false
    if tokens[at].kind == .sign, !tokens[at].isSpaced {
      let sign = scalars[tokens[at].start].folded
      guard sign == 0x2B || sign == 0x2D else { return whole }
      isNegative = sign == 0x2D
      at += 1
    }
    guard at < tokens.count, tokens[at].kind == .digits, tokens[at].length < 4 else { return whole }
    let exponent = Double(tokens[at].number)
    let value = pow(whole.value, isNegative ? -exponent : exponent)
    return Reading(value: value, end: at + 1, precision: value.ulp)
  }
}
