import Ingestion
import Source

/// Analyses text in a language that Crossread has no parser for: sentences by punctuation, words by
/// letters, no syntax.
struct PlainAnalyzer {
  /// The sentences of an account, with their words.
  func sentences(of account: Account) -> [Sentence] {
    account.paragraphs.enumerated().flatMap { index, paragraph in
      SentenceSplitter.spaced.sentences(in: account.text, range: paragraph.range).map { range in
        Sentence(range: range, paragraph: index, words: words(in: account.text, range: range))
      }
    }
  }

  private func words(in text: SourceText, range: Range<Int>) -> [Word] {
    var words: [Word] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let start = position
      let isWord = Self.isWordScalar(text.scalars[start])
      position += 1
      while isWord, position < range.upperBound, Self.isWordScalar(text.scalars[position]) {
        position += 1
      }
      guard !text.scalars[start].properties.isWhitespace else { continue }
      words.append(word(text, start..<position, isWord: isWord, index: words.count))
    }
    return words
  }

  private func word(_ text: SourceText, _ range: Range<Int>, isWord: Bool, index: Int) -> Word {
    let surface = text[range]
    let isNumber = surface.unicodeScalars.allSatisfy { $0.properties.numericType != nil }
    return Word(
      range: range, text: surface, lemma: surface.lowercased(),
      partOfSpeech: !isWord ? .punctuation : isNumber ? .numeral : .other, tag: "", head: index)
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
