import Source

/// Finds the sentences of Japanese text: by punctuation, and by the ends of lines that were not broken to
/// fit a width.
struct JapaneseSentences {
  let text: SourceText
  let range: Range<Int>

  /// The ranges of the sentences in order, without white space around them.
  ///
  /// - Complexity: linear in the length of the text.
  func ranges() -> [Range<Int>] {
    blocks().flatMap { SentenceSplitter.japanese.sentences(in: text, range: $0) }
  }

  /// The parts that no sentence goes beyond.
  private func blocks() -> [Range<Int>] {
    let lines = lines()
    guard lines.count > 1 else { return [range] }
    let width = lines.map(\.count).max() ?? 0
    var blocks: [Range<Int>] = []
    var start = range.lowerBound
    for (line, next) in zip(lines, lines.dropFirst()) where !continues(line, next, width: width) {
      blocks.append(start..<next.lowerBound)
      start = next.lowerBound
    }
    blocks.append(start..<range.upperBound)
    return blocks
  }

  private func lines() -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for position in range where text.scalars[position] == "\n" {
      lines.append(start..<position)
      start = position + 1
    }
    lines.append(start..<range.upperBound)
    return lines
  }

  /// Whether a line was broken because the next word would not have fitted.
  private func continues(_ line: Range<Int>, _ next: Range<Int>, width: Int) -> Bool {
    let narrowest = 20
    guard width >= narrowest, line.count >= width - 3, !text.trimmed(next).isEmpty else {
      return false
    }
    let isIndented = next.first.map { text.scalars[$0].properties.isWhitespace } ?? false
    return !isIndented && Self.label(in: text, range: next).isEmpty
  }

  // MARK: - Labels

  /// The numbers and marks that stand before a sentence: `1`, `（1）ア`, `①`, `・`, `【速報】`; empty where there
  /// are none.
  static func label(in text: SourceText, range: Range<Int>) -> Range<Int> {
    var end = range.lowerBound
    // A label has few parts: what goes on is none.
    for _ in 0..<4 {
      guard let next = labelEnd(in: text, from: end, before: range.upperBound) else { break }
      end = next
    }
    return range.lowerBound..<(end < range.upperBound ? end : range.lowerBound)
  }

  private static func labelEnd(in text: SourceText, from start: Int, before limit: Int) -> Int? {
    guard start < limit else { return nil }
    let scalars = text.scalars
    let first = scalars[start]
    if first == "【" { return tagEnd(in: text, from: start, before: limit) }
    if isEnclosed(first) || bullets.contains(first) { return passingSpace(text, start + 1, limit) }
    let isBracketed = first == "（" || first == "("
    var end = isBracketed ? start + 1 : start
    let begin = end
    while end < limit, end - begin < 3, isDigit(scalars[end]) { end += 1 }
    if end == begin, end < limit, isLetter(scalars[end]) { end += 1 }
    guard end > begin, end < limit else { return nil }
    let mark = scalars[end]
    if isBracketed {
      return mark == "）" || mark == ")" ? passingSpace(text, end + 1, limit) : nil
    }
    if mark == "．" || mark == "）" || mark == ")" { return passingSpace(text, end + 1, limit) }
    // 「1 両大臣は」: white space is enough behind a letter, and behind a number before no counter.
    let isSpaced = mark.properties.isWhitespace || mark == "（" && isDigit(scalars[begin])
    guard isSpaced else { return nil }
    if mark == "（" { return nextIsNumber(text, end + 1, limit) ? end : nil }
    return passingSpace(text, end, limit)
  }

  /// The end of a short tag: 【速報】.
  private static func tagEnd(in text: SourceText, from start: Int, before limit: Int) -> Int? {
    let longest = 10
    let end = (start..<min(limit, start + longest)).first { text.scalars[$0] == "】" }
    return end.map { passingSpace(text, $0 + 1, limit) }
  }

  private static func nextIsNumber(_ text: SourceText, _ start: Int, _ limit: Int) -> Bool {
    start + 1 < limit && isDigit(text.scalars[start])
      && ["）", ")"].contains(
        text.scalars[min(start + (isDigit(text.scalars[start + 1]) ? 2 : 1), limit - 1)])
  }

  private static func passingSpace(_ text: SourceText, _ start: Int, _ limit: Int) -> Int {
    var end = start
    while end < limit, text.scalars[end].properties.isWhitespace { end += 1 }
    return end
  }

  private static let bullets: Set<Unicode.Scalar> = [
    "・", "●", "○", "■", "□", "◆", "◇", "▼", "▽", "▲", "△", "•", "※", "★", "☆", "◎", "▶", "➤",
  ]

  /// ①, ⑴, ⒈, ㈠, ㊀.
  private static func isEnclosed(_ scalar: Unicode.Scalar) -> Bool {
    (0x2460...0x249B).contains(scalar.value) || (0x3220...0x3229).contains(scalar.value)
      || (0x3280...0x3289).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  /// The letters by which Japanese documents count: ア, イ, a.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("ア"..."ン").contains(scalar) || ("a"..."z").contains(scalar) || ("ａ"..."ｚ").contains(scalar)
      || ("A"..."Z").contains(scalar)
  }
}
