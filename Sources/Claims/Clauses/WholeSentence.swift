import Language
import Source

/// Reads a sentence of a language without a parser as one claim.
struct WholeSentence {
  let sentence: Sentence
  let text: SourceText

  /// The words of the claim: the sentence without the marks around it; nothing where it has no word.
  var range: Range<Int>? {
    let words = sentence.words
    guard let first = words.first, let last = words.last(where: { $0.partOfSpeech != .punctuation })
    else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// The base forms of its words, each once.
  var lemmas: [String] {
    var seen: Set<String> = []
    return sentence.words.filter(\.isContent).map(\.lemma).filter { seen.insert($0).inserted }
  }
}
