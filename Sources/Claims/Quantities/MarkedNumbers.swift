import Source
import Values

extension QuantityTable {
  /// The ranges of numbers that a mark stands before without a space: `7.6` of "M7.6", "magnitude-7.6".
  func markedNumbers(in text: SourceText, range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isStart = index == 0 || !text.scalars[index - 1].continuesWord
      if isStart, let mark = mark(at: index, in: text, end: range.upperBound) {
        let start = index + mark.unicodeScalars.count
        var end = start
        while end < range.upperBound, text.scalars[end].continuesNumber { end += 1 }
        while end > start, text.scalars[end - 1].properties.numericType == nil { end -= 1 }
        let isWhole = end == range.upperBound || !text.scalars[end].isLatinLetter
        if end > start, isWhole { found.append(start..<end) }
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// The quantity whose mark stands right before a value.
  func quantity(ofMarkBefore value: Value, in text: SourceText) -> MeasuredQuantity? {
    let end = value.range.lowerBound
    for (mark, entry) in marks where entries[entry].kinds.contains(value.kind) {
      let start = end - mark.unicodeScalars.count
      guard start >= 0, text[start..<end] == mark,
        start == 0 || !text.scalars[start - 1].continuesWord
      else { continue }
      return entries[entry].quantity(term: mark.replacing("-", with: ""))
    }
    return nil
  }

  private func mark(at index: Int, in text: SourceText, end: Int) -> String? {
    marks.first { mark, _ in
      let last = index + mark.unicodeScalars.count
      return last < end && text[index..<last] == mark
        && text.scalars[last].properties.numericType != nil
    }?.mark
  }
}

extension Unicode.Scalar {
  fileprivate var isLatinLetter: Bool {
    properties.isAlphabetic && value < 0x250 || (0xFF21...0xFF5A).contains(value)
  }

  fileprivate var continuesWord: Bool { isLatinLetter || properties.numericType != nil }

  fileprivate var continuesNumber: Bool {
    properties.numericType != nil || self == "." || self == "．"
  }
}
