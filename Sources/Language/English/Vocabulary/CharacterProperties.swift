/// The properties of characters by Python's definitions, which the pipeline was trained with.
///
/// Definitions: <https://docs.python.org/3/library/stdtypes.html#string-methods>.
enum CharacterProperties {
  /// Whether `str.isspace` holds for the character.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Whether `str.isalpha` holds for the character.
  static func isAlphabetic(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return isASCIILetter(scalar) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  /// Whether `str.isupper` holds for the character.
  static func isUppercase(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x41...0x5A).contains(scalar.value) }
    return scalar.properties.isUppercase
  }

  /// Whether `str.isdigit` holds for the character.
  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
    switch scalar.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  /// Whether `\d` matches the character.
  static func isDecimal(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return (0x30...0x39).contains(scalar.value) }
    return scalar.properties.generalCategory == .decimalNumber
  }

  /// Whether `\w` matches the character.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return isASCIILetter(scalar) || (0x30...0x39).contains(scalar.value) || scalar == "_"
    }
    return isAlphabetic(scalar) || scalar.properties.numericType != nil
  }

  private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20) && scalar.value < 0x80
  }

  /// The text in lower case, as `str.lower` has it: full mappings, and a final sigma at the end of
  /// a word.
  static func lowercased(_ scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count)
    for index in scalars.indices {
      let scalar = scalars[index]
      if scalar.value < 0x80 {
        let isUpper = (0x41...0x5A).contains(scalar.value)
        result.append(isUpper ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
      } else if scalar.value == 0x3A3 {
        result.append(isFinalSigma(scalars, index) ? "\u{3C2}" : "\u{3C3}")
      } else {
        result.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
    }
    return result
  }

  /// Unicode's condition `Final_Sigma`: a cased character before, and none after, past those that
  /// do not count.
  private static func isFinalSigma(_ scalars: ArraySlice<Unicode.Scalar>, _ index: Int) -> Bool {
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    return before?.properties.isCased == true && after?.properties.isCased != true
  }
}
