/// The shape of a word: `Xxxx` for `Blinken`, `dd:dd` for `12:20`.
///
/// As spaCy computes it: capital letters become `X`, other letters `x`, digits `d`, and of a run of
/// the same shape four are kept. Words of 100 characters and more share one shape.
enum WordShape {
  /// The shape of a word, in time linear in its length.
  static func shape(_ word: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    if word.count >= 100 { return ["L", "O", "N", "G"] }
    var shape: [Unicode.Scalar] = []
    var last: Unicode.Scalar?
    var repeated = 0
    for scalar in word {
      let kind = self.kind(scalar)
      repeated = kind == last ? repeated + 1 : 0
      last = kind
      if repeated < 4 { shape.append(kind) }
    }
    return shape
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if CharacterProperties.isAlphabetic(scalar) {
      return CharacterProperties.isUppercase(scalar) ? "X" : "x"
    }
    return CharacterProperties.isDigit(scalar) ? "d" : scalar
  }
}
