/// Splits a short text into numbers, words and marks.
enum DateTokens {
  /// A number, a word in lower case, or a mark.
  struct Token: Sendable, Hashable {
    var word: String
    var number: Int?
    var digits = 0
    var isMark = false
  }

  /// The tokens of the first 300 scalars of a text: dates stand in short texts.
  static func of(_ text: String) -> [Token] {
    var tokens: [Token] = []
    var word = String.UnicodeScalarView()
    func flush() {
      guard !word.isEmpty else { return }
      tokens.append(Token(word: String(word).lowercased()))
      word = String.UnicodeScalarView()
    }
    let scalars = Array(text.unicodeScalars.prefix(300))
    var at = 0
    while at < scalars.count {
      let scalar = scalars[at]
      if let digit = digit(scalar) {
        flush()
        var number = digit
        let start = at
        at += 1
        while at < scalars.count, let digit = Self.digit(scalars[at]), at - start < 9 {
          number = number * 10 + digit
          at += 1
        }
        tokens.append(Token(word: "", number: number, digits: at - start))
        continue
      }
      at += 1
      if CharacterTraits.isSpace(scalar) {
        flush()
      } else if ["年", "月", "日", "元", "時", "分"].contains(scalar) {
        flush()
        tokens.append(Token(word: String(scalar)))
      } else if CharacterTraits.isLetter(scalar) {
        word.append(scalar)
      } else {
        flush()
        tokens.append(Token(word: String(scalar), isMark: true))
      }
    }
    flush()
    return tokens
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
    default: nil
    }
  }
}
