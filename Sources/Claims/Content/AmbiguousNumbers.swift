import Language
import Source
import Values

/// Numbers of an English sentence that only the words behind them tell apart: "1.8m tonnes" are millions and "a 1.8m wall"
/// is metres; "a third of the town" is a part of it and "a third victim" the one behind two others.
struct AmbiguousNumbers {
  let sentence: Sentence
  let text: SourceText
  let recognizer: ValueRecognizer
  let quantities: QuantityTable

  /// A value as the words behind it have it read; nothing where they change nothing.
  func reading(of value: Value) -> Value? { millions(of: value) ?? ordinal(of: value) }

  // MARK: Millions

  /// "1.8m tonnes", "2.5m people": behind a length there stands nothing that can be counted or measured.
  private func millions(of value: Value) -> Value? {
    guard value.kind == .dimension, value.unit == "meter", value.text.hasSuffix("m"),
      value.text.dropLast().last?.isNumber ?? false,
      let counted = sentence.words.first(where: { $0.range.lowerBound >= value.range.upperBound }),
      text[value.range.upperBound..<counted.range.lowerBound] == " ",
      ["NNS", "NNPS"].contains(counted.tag) || quantities.isPeople(counted.lemma, in: .english),
      quantities.names(counted.lemma, in: .english) || isUnit(counted)
    else { return nil }
    let start = value.hedgedRange.lowerBound
    let number = text[start..<value.range.upperBound].dropLast()
    let written = number + " million " + counted.text
    guard
      var reading = recognizer.values(in: written).first(where: {
        $0.kind != .time && $0.text.contains("million")
      })
    else { return nil }
    let end =
      reading.text.hasSuffix(counted.text) ? counted.range.upperBound : value.range.upperBound
    reading.range = value.range.lowerBound..<end
    reading.hedgedRange = start..<end
    reading.text = text[reading.range]
    return reading
  }

  private func isUnit(_ word: Word) -> Bool {
    recognizer.values(in: "2 " + word.text).contains { $0.kind == .dimension }
  }

  // MARK: Ordinals

  /// "A fifth victim", "won a fifth title": the ordinal describes the noun behind it.
  private func ordinal(of value: Value) -> Value? {
    guard [.number, .currency].contains(value.kind),
      let last = sentence.words.last(where: { $0.range.overlaps(value.range) }),
      last.tag == "JJ", last.relation == "amod", last.range.upperBound == value.range.upperBound,
      last.range.lowerBound > value.range.lowerBound,
      sentence.words.indices.contains(last.head),
      sentence.words[last.head].range.lowerBound >= value.range.upperBound
    else { return nil }
    let reading = recognizer.values(in: text, range: last.range).first
    return reading?.kind == .ordinal ? reading : nil
  }
}
