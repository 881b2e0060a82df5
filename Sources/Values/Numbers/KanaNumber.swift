/// Numbers that are spelled as they are spoken, in hiragana: にじゅうさん, さんぜんにひゃく.
///
/// The same syllables make particles and words (に, さん, ご), so one counts alone only between signs or
/// spaces, and two only after something that is no hiragana.
extension NumberReader {
  /// The number in hiragana at a token.
  func spelled(at place: Int) -> Reading? {
    guard !classes.isSegmented, isBeginning(place, classes.kanaBeginnings) else { return nil }
    var sum = KanaSum()
    var at = place
    while at < tokens.count, at == place || !tokens[at].isSpaced, sum.take(at, self) { at += 1 }
    guard sum.words > 0, isFree(place, at, words: sum.words) else { return nil }
    return Reading(value: sum.value, end: at, precision: 1, hasWords: true)
  }

  private func isFree(_ place: Int, _ end: Int, words: Int) -> Bool {
    if words > 2 { return true }
    let isOpenBefore = place == 0 || tokens[place].isSpaced || !isHiragana(tokens[place].start - 1)
    guard isOpenBefore else { return false }
    if words == 2 { return true }
    let isEnd = end >= tokens.count || tokens[end].kind == .sign
    let isStart = place == 0 || tokens[place].isSpaced || tokens[place - 1].kind == .sign
    return isStart && isEnd && isWord(place)
  }

  private func isHiragana(_ place: Int) -> Bool { (0x3041...0x309F).contains(scalars[place].value) }

  /// に, し and く are particles first.
  private func isWord(_ place: Int) -> Bool { tokens[place].length > 1 || word(place) == 5 }

  fileprivate func word(_ place: Int) -> Double? {
    classes.value(of: classes.kanaDigit, place, self)?.0
  }

  fileprivate func unit(_ place: Int) -> Double? {
    classes.value(of: classes.kanaUnit, place, self)?.0
  }
}

/// A number in hiragana while it is read.
private struct KanaSum {
  var total = 0.0
  var group = 0.0
  var digit: Double?
  var words = 0
  /// The last ten, hundred or thousand of the group: the next must be less.
  private var room = Double.infinity
  private var scale = Double.infinity

  var value: Double { total + group + (digit ?? 0) }

  /// Takes the word at a token, if it goes on with the number.
  mutating func take(_ place: Int, _ reader: NumberReader) -> Bool {
    if let value = reader.word(place) {
      guard digit == nil else { return false }
      digit = value
    } else if let unit = reader.unit(place), unit < 10_000 {
      guard unit < room else { return false }
      group += (digit ?? 1) * unit
      (digit, room) = (nil, unit)
    } else if let unit = reader.unit(place), unit < scale, group + (digit ?? 0) > 0 {
      total += (group + (digit ?? 0)) * unit
      (group, digit, room, scale) = (0, nil, .infinity, unit)
    } else {
      return false
    }
    words += 1
    return true
  }
}
