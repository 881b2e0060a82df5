/// Small questions about characters that several formats ask.
enum CharacterTraits {
  /// The white space of HTML and of ASCII.
  static let asciiSpaces: Set<Character> = [" ", "\t", "\n", "\r", "\u{0C}", "\r\n"]

  /// Whether a scalar is white space in running text; a no-break space is.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09...0x0D, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// Whether a scalar belongs to a script that is written without spaces: kana, Han, and their
  /// marks.
  static func isWrittenWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2E80...0x2FDF, 0x3000...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF,
      0xFF00...0xFFEF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// Whether a scalar is a letter (Unicode's property Alphabetic).
  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value | 0x20) }
    return scalar.properties.isAlphabetic
  }

  /// Whether a scalar is hiragana or katakana.
  static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    (0x3041...0x30FF).contains(scalar.value) && scalar.value != 0x30FB
  }

  /// The columns that a scalar takes in a terminal: 2 for the wide ones, 1 for the others.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    isWrittenWithoutSpaces(scalar) || (0xAC00...0xD7AF).contains(scalar.value) ? 2 : 1
  }
}

extension String {
  /// The text with each run of white space made one space and none at its ends.
  var collapsingSpaces: String {
    var scalars = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if CharacterTraits.isSpace(scalar) {
        isPending = !scalars.isEmpty
        continue
      }
      if isPending { scalars.append(" ") }
      isPending = false
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
