/// A number as word processors draw it before a paragraph: `3`, `c`, `III`, `③`.
enum ListNumber {
  // Word itself goes no further.
  private static let maximumLetters = 780

  /// A number in a format; in figures where the format cannot show it or is not known.
  ///
  /// - Parameter format: the name of the format in WordprocessingML or in OpenDocument.
  static func text(of number: Int, format: String, rules: OfficeRules.Numbers) -> String {
    if let symbols = rules.symbols[format] {
      let at = symbols.index(
        symbols.startIndex, offsetBy: number - 1, limitedBy: symbols.endIndex)
      guard number > 0, let at, at < symbols.endIndex else { return "\(number)" }
      return String(symbols[at])
    }
    switch rules.formats.first(where: { $0.value.contains(format) })?.key {
    case "lowerLetter": return letters(number) ?? "\(number)"
    case "upperLetter": return letters(number)?.uppercased() ?? "\(number)"
    case "lowerRoman": return roman(number)?.lowercased() ?? "\(number)"
    case "upperRoman": return roman(number) ?? "\(number)"
    case "twoDigits": return number < 10 ? "0\(number)" : "\(number)"
    case "fullWidth": return String(String.UnicodeScalarView("\(number)".unicodeScalars.map(wide)))
    default: return "\(number)"
    }
  }

  /// `a` to `z`, then `aa` to `zz`, as Word counts.
  private static func letters(_ number: Int) -> String? {
    guard (1...maximumLetters).contains(number),
      let scalar = Unicode.Scalar(0x61 + (number - 1) % 26)
    else { return nil }
    return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
      (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    return signs.reduce(into: "") { text, sign in
      while rest >= sign.0 {
        text += sign.1
        rest -= sign.0
      }
    }
  }

  private static func wide(_ digit: Unicode.Scalar) -> Unicode.Scalar {
    ("0"..."9").contains(digit) ? Unicode.Scalar(digit.value + 0xFEE0) ?? digit : digit
  }
}

/// A level of a list: how its numbers look, and where they begin.
struct ListLevel: Sendable, Hashable {
  var start = 1
  var format = "decimal"
  /// What is drawn: `%1.%2.` stands for the numbers of the first two levels.
  var text = ""
  var isBullet = false

  /// More than any list needs, so that no document makes much of little.
  static let maximumText = 40
  static let maximumStart = 1_000_000
  static let maximumLevels = 10
}

/// The numbers that stand at the levels of one list.
struct ListCounter: Sendable {
  private var numbers: [Int?] = Array(repeating: nil, count: ListLevel.maximumLevels)

  /// Counts an item of a level, and gives what is drawn before it; nothing where nothing is.
  mutating func label(at level: Int, of levels: [Int: ListLevel], rules: OfficeRules.Numbers)
    -> String?
  {
    guard numbers.indices.contains(level), let own = levels[level] else { return nil }
    numbers[level] = min(numbers[level].map { $0 + 1 } ?? own.start, Int(Int32.max))
    for deeper in (level + 1)..<max(level + 1, numbers.count) { numbers[deeper] = nil }
    guard !own.isBullet else { return "•" }
    var label = ""
    var rest = own.text.prefix(ListLevel.maximumText)[...]
    while let mark = rest.firstIndex(of: "%") {
      label += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      guard let digit = rest.first?.wholeNumberValue, (1...numbers.count).contains(digit) else {
        label += "%"
        continue
      }
      let shown = levels[digit - 1] ?? ListLevel()
      label += ListNumber.text(
        of: numbers[digit - 1] ?? shown.start, format: shown.format, rules: rules)
      rest = rest.dropFirst()
    }
    label = String((label + rest).collapsingSpaces.prefix(ListLevel.maximumText))
    return label.isEmpty ? nil : label
  }

  /// Begins a level anew with a number.
  mutating func restart(at level: Int, with number: Int) {
    guard numbers.indices.contains(level) else { return }
    numbers[level] = max(0, min(number, ListLevel.maximumStart)) - 1
  }
}

/// Counts the paragraphs of a document that its lists number.
protocol OfficeNumbering {
  /// What the word processor draws before a paragraph; it is asked once for each, in order.
  mutating func label(of paragraph: Int, in tree: XMLTree) -> String?
}
