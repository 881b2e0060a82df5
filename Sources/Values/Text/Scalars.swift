/// Quick classes of scalars: what a tokenizer asks of each one.
enum ScalarClass {
  case letter, digit, space, newline, sign, kana, ideograph
}

extension Unicode.Scalar {
  /// The scalar in one form for look-up: full-width ASCII narrowed, ASCII capitals lowered, the many
  /// apostrophes and dashes made one.
  @inline(__always)
  var folded: UInt32 {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
    if value >= 0xFF01 && value <= 0xFF5E {
      let narrow = value - 0xFEE0
      return narrow >= 0x41 && narrow <= 0x5A ? narrow | 0x20 : narrow
    }
    return foldedBeyondASCII
  }

  private var foldedBeyondASCII: UInt32 {
    switch value {
    case 0x2018, 0x2019, 0x02BC: return 0x27
    case 0x201C, 0x201D, 0x2033: return 0x22
    case 0x2010...0x2015, 0x2212, 0xFE63: return 0x2D
    case 0x301C, 0x223C: return 0x7E
    case 0x3000, 0x00A0: return 0x20
    case 0x2044: return 0x2F
    default: return value
    }
  }

  /// The value of a decimal digit, ASCII or full-width.
  @inline(__always)
  var digit: Int? {
    if value >= 0x30 && value <= 0x39 { return Int(value - 0x30) }
    if value >= 0xFF10 && value <= 0xFF19 { return Int(value - 0xFF10) }
    return nil
  }

  var scalarClass: ScalarClass {
    if value < 0x80 { return asciiClass }
    switch value {
    case 0xFF10...0xFF19: return .digit
    case 0xFF21...0xFF3A, 0xFF41...0xFF5A: return .letter
    case 0x2028, 0x2029, 0x85: return .newline
    case 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000: return .space
    case 0x3040...0x30FA, 0x30FC...0x30FF, 0xFF66...0xFF9F: return .kana
    case 0x3005...0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3134F: return .ideograph
    default: return properties.isAlphabetic ? .letter : .sign
    }
  }

  private var asciiClass: ScalarClass {
    switch value {
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .letter
    case 0x20, 0x09: return .space
    case 0x0A...0x0D: return .newline
    default: return .sign
    }
  }

  var isKatakana: Bool { (0x30A0...0x30FF).contains(value) && value != 0x30FB }

  var isCapital: Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return properties.isUppercase
  }
}
