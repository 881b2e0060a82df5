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

  /// The length of the white space that stands at a place of well-formed UTF-8: as `isSpace`, on bytes.
  static func lengthOfSpace(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let first = utf8[place]
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : 0 }
    guard first == 0xC2 || (0xE1...0xE3).contains(first), place + 1 < utf8.count else { return 0 }
    let second = utf8[place + 1]
    if first == 0xC2 { return second == 0x85 || second == 0xA0 ? 2 : 0 }
    guard place + 2 < utf8.count else { return 0 }
    switch (first, second, utf8[place + 2]) {
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8...0xA9),
      (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
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

  /// The columns that a scalar takes in a terminal: 2 for the wide ones, 1 for the others.
  static func columns(_ scalar: Unicode.Scalar) -> Int {
    isWrittenWithoutSpaces(scalar) || (0xAC00...0xD7AF).contains(scalar.value) ? 2 : 1
  }
}

extension String {
  /// The text with each run of white space made one space and none at its ends.
  var collapsingSpaces: String {
    var text = self
    return text.withUTF8 { utf8 in
      String(unsafeUninitializedCapacity: utf8.count) { output in
        var count = 0
        var at = 0
        var isPending = false
        while at < utf8.count {
          let space = CharacterTraits.lengthOfSpace(utf8, at: at)
          guard space == 0 else {
            isPending = count > 0
            at += space
            continue
          }
          if isPending {
            output[count] = 0x20
            count += 1
            isPending = false
          }
          output[count] = utf8[at]
          count += 1
          at += 1
        }
        return count
      }
    }
  }

  /// Whether a text stands in this one, byte for byte.
  func holds(_ part: String) -> Bool {
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        UnsafeRawBufferPointer(text).firstPlace(of: UnsafeRawBufferPointer(part)) != nil
      }
    }
  }
}
