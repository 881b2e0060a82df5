/// Cuts a text into what is compared word by word.
enum WordTokens {
  /// The words, numbers, white space and marks of a text in order; joined they are the text again.
  ///
  /// Letters of scripts that write no spaces between words stand alone.
  static func words(in text: String) -> [String] {
    var tokens: [String] = []
    var previous = Class.mark
    for character in text {
      let current = Class(of: character)
      if current == previous, current.joins, !tokens.isEmpty {
        tokens[tokens.count - 1].append(character)
      } else {
        tokens.append(String(character))
      }
      previous = current
    }
    return tokens
  }

  private enum Class {
    case word, space, ideograph, mark

    var joins: Bool { self == .word || self == .space }

    init(of character: Character) {
      if character.isWhitespace {
        self = .space
      } else if character.unicodeScalars.first.map(Self.isUnspaced) ?? false {
        self = .ideograph
      } else {
        self = character.isLetter || character.isNumber ? .word : .mark
      }
    }

    /// Kana, ideographs, Thai, Lao, Khmer, Burmese.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF,
        0xF900...0xFAFF, 0x20000...0x3FFFF:
        true
      default: false
      }
    }
  }
}
