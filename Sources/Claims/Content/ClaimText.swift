import Source

/// Joins words of a sentence that stand apart into text that can be read by itself.
enum ClaimText {
  /// The words in some ranges of a text, with one space where something was left out between them.
  static func joined(_ ranges: [Range<Int>], of text: SourceText) -> String {
    joined(ranges.map { text[$0] })
  }

  /// Parts of a sentence, with one space where something was left out between them.
  static func joined(_ parts: [String]) -> String {
    var result = ""
    for part in parts {
      guard let first = part.unicodeScalars.first else { continue }
      let closesUp = ",.;:)]}”’、。".unicodeScalars.contains(first)
      // What was left out may have stood between two commas: they go with it, but for one that another
      // addition needs ("Ada, the mayor, [who ...,] spoke").
      if first == ",", result.hasSuffix(",") {
        result.removeLast()
        let isNeeded = result.contains(",")
        result += isNeeded ? part : String(part.dropFirst())
        continue
      }
      if !result.isEmpty, !closesUp { result += " " }
      result += part
    }
    return closed(result)
  }

  /// The words in some ranges of a text, a part a range, with other words in the place of some.
  ///
  /// - Parameter fillings: those words with the places in which they stand, in the order of the text.
  static func parts(
    of ranges: [Range<Int>], of text: SourceText, filled fillings: [Claim.Passage]
  ) -> [String] {
    ranges.map { range in
      var result = ""
      var start = range.lowerBound
      for filling in fillings where range.contains(filling.range.lowerBound) {
        let place = filling.range
        guard place.lowerBound >= start, place.upperBound <= range.upperBound else { continue }
        result += text[start..<place.lowerBound] + filling.text
        start = place.upperBound
      }
      return result + text[start..<range.upperBound]
    }
  }

  /// A text whose last bracket was left out with what follows it.
  private static func closed(_ text: String) -> String {
    let open = text.filter { $0 == "(" }.count - text.filter { $0 == ")" }.count
    return open == 1 ? text + ")" : text
  }

  /// The words in some ranges of a text that is written without spaces: nothing stands in for what was left
  /// out, and of two commas that come to stand together one goes.
  static func joinedClosely(_ ranges: [Range<Int>], of text: SourceText) -> String {
    joinedClosely(ranges.map { text[$0] })
  }

  /// Parts of a sentence that is written without spaces; of two commas that come to stand together one goes.
  static func joinedClosely(_ parts: [String]) -> String {
    var result = ""
    for part in parts {
      result += part.first == "、" && result.last == "、" ? String(part.dropFirst()) : part
    }
    return result
  }

  /// Ranges of neighbouring words joined to one wherever only white space stands between them.
  static func merged(_ ranges: [Range<Int>], of text: SourceText) -> [Range<Int>] {
    ranges.reduce(into: []) { merged, range in
      if let last = merged.last, last.upperBound <= range.lowerBound,
        text.scalars[last.upperBound..<range.lowerBound].allSatisfy(\.properties.isWhitespace)
      {
        merged[merged.count - 1] = last.lowerBound..<range.upperBound
      } else {
        merged.append(range)
      }
    }
  }
}
