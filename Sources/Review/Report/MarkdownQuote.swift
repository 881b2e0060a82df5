/// A quote as a report shows it, turned back into the words of the account.
struct MarkdownQuote {
  /// The account and the words; nothing for any other item of a list.
  let quote: Quote?

  /// Reads `J ¶4 (2): “words”`.
  ///
  /// - Complexity: linear in the length of the item.
  init(_ item: String) {
    guard item.hasSuffix("”"), let opening = item.firstRange(of: ": “"),
      let match = item[..<opening.lowerBound].suffix(400).wholeMatch(of: #/(.+) ¶\d+(?: \(.*\))?/#)
    else {
      quote = nil
      return
    }
    let words = item[opening.upperBound...].dropLast()
    quote = Quote(account: Self.plain(String(match.1)), text: Self.plain(String(words)))
  }

  /// Text without the escapes that keep it text in Markdown.
  static func plain(_ markdown: String) -> String {
    var result = String.UnicodeScalarView()
    var rest = markdown.replacing("<!-- -->", with: "").unicodeScalars[...]
    while let scalar = rest.popFirst() {
      if scalar == "\\", let next = rest.first, next.isASCII, next.properties.isPunctuation {
        result.append(next)
        rest.removeFirst()
      } else {
        result.append(scalar)
      }
    }
    return String(result).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Unicode.Scalar.Properties {
  /// Whether Markdown lets a backslash stand before it.
  fileprivate var isPunctuation: Bool {
    !isAlphabetic && !isWhitespace && numericType == nil && generalCategory != .control
  }
}
