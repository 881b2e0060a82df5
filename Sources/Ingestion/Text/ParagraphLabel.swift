/// The number or mark that stands before a paragraph: `1.`, `(2)`, `１`, `a)`, `•`, `第3`.
enum ParagraphLabel {
  /// Parts a text into its label, without marks of brackets and points taken off, and the rest.
  ///
  /// A label is a number of at most three digits or a single letter with a bracket or a point
  /// behind it, a full-width number with white space behind it, or a bullet. Years, times and
  /// quantities are none.
  static func split(_ text: String) -> (label: String, rest: String)? {
    let scalars = Array(text.unicodeScalars.prefix(12))
    guard let first = scalars.first else { return nil }
    if isBullet(first), scalars.count > 1, CharacterTraits.isSpace(scalars[1]) {
      return parted(text, after: 1)
    }
    var at = isOpening(first) ? 1 : 0
    let isBracketed = at == 1
    let start = at
    while at < scalars.count, at - start < 4, isDigit(scalars[at]) { at += 1 }
    let digits = at - start
    if digits == 0 { at = letterEnd(scalars, from: start, isBracketed: isBracketed) }
    guard at > start, at < scalars.count, digits <= 3 else { return nil }
    return end(of: scalars, at: at, isBracketed: isBracketed, digits: digits).flatMap {
      parted(text, after: $0)
    }
  }

  /// The place after the closing mark of a label; nothing where there is no such mark.
  private static func end(
    of scalars: [Unicode.Scalar], at place: Int, isBracketed: Bool, digits: Int
  ) -> Int? {
    let mark = scalars[place]
    if isBracketed { return isClosing(mark) ? place + 1 : nil }
    if mark == "．" || mark == "、" || isClosing(mark) { return place + 1 }
    let hasSpaceBehind = place + 1 < scalars.count && CharacterTraits.isSpace(scalars[place + 1])
    if mark == ".", hasSpaceBehind { return place + 1 }
    let isFullWidth = digits > 0 && scalars[place - 1].value > 0xFF00
    return isFullWidth && CharacterTraits.isSpace(mark) ? place : nil
  }

  private static func letterEnd(
    _ scalars: [Unicode.Scalar], from start: Int, isBracketed: Bool
  ) -> Int {
    var at = start
    let roman: Set<Unicode.Scalar> = ["i", "v", "x"]
    while at < scalars.count, at - start < 4, roman.contains(scalars[at]) { at += 1 }
    if at > start, at < scalars.count, isClosing(scalars[at]) { return at }
    guard start < scalars.count, start + 1 < scalars.count else { return start }
    let isLetter = ("a"..."z").contains(scalars[start]) || ("A"..."Z").contains(scalars[start])
    return isLetter && isClosing(scalars[start + 1]) ? start + 1 : start
  }

  private static func parted(_ text: String, after count: Int) -> (label: String, rest: String)? {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: count)
    let rest = scalars[end...].drop(while: CharacterTraits.isSpace)
    guard !rest.isEmpty else { return nil }
    return (String(scalars[..<end]), String(rest))
  }

  /// Labels blocks that begin with a bare number, `1 The ministers ...`, where the numbers count up
  /// from 1: a number alone could begin any sentence.
  static func labelBareNumbers(in manuscript: inout Manuscript) {
    var numbered: [(index: Int, label: String, rest: String)] = []
    for (index, block) in manuscript.blocks.enumerated()
    where block.role == .body && block.label == nil {
      let digits = block.text.unicodeScalars.prefix(while: isDigit)
      guard (1...2).contains(digits.count),
        number(String(digits)) == numbered.count + 1,
        let parted = parted(block.text, after: digits.count),
        block.text.unicodeScalars.dropFirst(digits.count).first.map(CharacterTraits.isSpace) == true
      else { continue }
      numbered.append((index, parted.label, parted.rest))
    }
    guard numbered.count > 1 else { return }
    for (index, label, rest) in numbered {
      manuscript.blocks[index].text = rest
      manuscript.blocks[index].label = label
      manuscript.blocks[index].isLabelWritten = true
    }
  }

  private static func number(_ digits: String) -> Int? {
    let ascii = digits.unicodeScalars.map {
      $0.value >= 0xFF10 ? $0.value - 0xFF10 : $0.value - 0x30
    }
    return ascii.reduce(0) { $0 * 10 + Int($1) }
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    ["•", "‣", "◦", "▪", "●", "○", "■", "-", "*", "–", "—", "・"].contains(scalar)
  }

  private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "(" || scalar == "（" || scalar == "["
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    scalar == ")" || scalar == "）" || scalar == "]"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }
}
