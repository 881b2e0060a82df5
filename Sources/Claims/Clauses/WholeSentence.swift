import Language
import Source
import Values

/// Reads a sentence of a language without a parser as one claim.
struct WholeSentence {
  let sentence: Sentence
  let text: SourceText
  let values: [Value]

  /// The claim: the sentence without the marks around it; none where it has no word.
  func parts() -> [ClaimContent] {
    let words = sentence.words
    guard let first = words.first, let last = words.last(where: { $0.partOfSpeech != .punctuation })
    else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    return [
      ClaimContent(
        ranges: [range], act: nil, actors: [], subject: nil, actsJointly: nil,
        polarity: .affirmed, modality: .fact,
        measures: values.filter { range.overlaps($0.range) }
          .map { Measure(value: $0, counted: nil, governor: nil) },
        words: words.filter(\.isContent)
          .map { Claim.ContentWord(lemma: $0.lemma, range: $0.range) },
        terms: [], initiators: [], attributions: [], details: [])
    ]
  }
}
