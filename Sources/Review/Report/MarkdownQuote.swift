/// A quote as a report shows it, turned back into the words of the account.
struct MarkdownQuote {
  /// The account and the words; nothing for any other item of a list.
  let quote: Quote?

  /// Reads `J ¶4 (2): “words”`, or J 第4段落（2）：「words」.
  ///
  /// - Complexity: linear in the length of the item.
  init(_ item: String, words: ReviewWords) {
    guard let marks = Self.marks.first(where: { item.hasSuffix($0.closing) }),
      let opening = item.firstRange(of: marks.opening),
      let account = Self.account(before: item[..<opening.lowerBound], words: words)
    else {
      quote = nil
      return
    }
    let text = item[opening.upperBound...].dropLast(marks.closing.count)
    quote = Quote(account: Self.plain(account), text: Self.plain(String(text)))
  }

  private static let marks = [(opening: ": “", closing: "”"), (opening: "：「", closing: "」")]

  /// What stands before the place; nothing where there is no place.
  private static func account(before text: Substring, words: ReviewWords) -> String? {
    let text = text.suffix(400)
    // Behind the place the paragraph's own label may stand in brackets.
    let labels = text.indices.filter { "(（".contains(text[$0]) }
    let candidates = [text] + labels.map { text[..<$0] }
    for candidate in candidates.map({ $0.hasSuffix(" ") ? $0.dropLast() : $0 }) {
      for (before, after) in words.places where candidate.hasSuffix(after) {
        let numbered = candidate.dropLast(after.count)
        let digits = numbered.reversed().prefix { $0.isASCII && $0.isNumber }.count
        let rest = numbered.dropLast(digits)
        guard digits > 0, rest.hasSuffix(" " + before) else { continue }
        return String(rest.dropLast(before.count + 1))
      }
    }
    return nil
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
