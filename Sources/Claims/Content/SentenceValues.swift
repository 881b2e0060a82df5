import Ingestion
import Language
import Source
import Values

/// Finds the values of an account sentence by sentence, as they are read at their place in it.
struct SentenceValues {
  let account: Account
  let recognizer: ValueRecognizer?
  let quantities: QuantityTable
  let grammar: Grammar
  let voices: VoiceResolver
  let timeZone: String?

  /// The values of a sentence, with the numbers that stand right behind a mark: "M7.6".
  ///
  /// - Parameter day: the value that named a day last before the sentence.
  func values(of sentence: Sentence, behind day: Value?) -> [Value] {
    guard let recognizer else { return [] }
    let reference = reference(for: sentence)
    let values = recognizer.values(
      in: account.text, range: sentence.range, reference: reference, timeZone: timeZone,
      behind: day
    ).filter { !$0.isPartOfCode && !isLookingBack($0, in: sentence) }
      .map { value in
        lengthTaken(value, in: sentence, recognizer) ?? number(value, in: sentence, recognizer)
          ?? value
      }
    let marked = quantities.markedNumbers(in: account.text, range: sentence.range)
      .filter { range in !values.contains { $0.range.overlaps(range) } }
      .flatMap {
        recognizer.values(
          in: account.text, range: $0, reference: reference, timeZone: timeZone)
      }
    guard !marked.isEmpty else { return values }
    return (values + marked).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "The largest march in twenty years": the years that are past, and no day in twenty years.
  private func isLookingBack(_ value: Value, in sentence: Sentence) -> Bool {
    guard [.date, .dateTime].contains(value.kind),
      let first = sentence.words.firstIndex(where: { $0.range.overlaps(value.range) }),
      grammar.lookingBack.contains(sentence.words[first].lemma)
    else { return false }
    return sentence.words[..<first].contains {
      ["JJS", "RBS"].contains($0.tag) || grammar.superlatives.contains($0.lemma)
    }
  }

  /// "All left within 90 seconds": how long it took at most, and no time that begins now.
  private func lengthTaken(
    _ value: Value, in sentence: Sentence, _ recognizer: ValueRecognizer
  ) -> Value? {
    guard [.dateRange, .dateTimeRange].contains(value.kind),
      let limit = sentence.words.first(where: { $0.range.overlaps(value.range) }),
      grammar.limits.contains(limit.lemma), isPast(limit.head, sentence),
      var length = recognizer.values(
        in: account.text, range: limit.range.upperBound..<value.range.upperBound, reference: nil,
        timeZone: timeZone
      ).first, length.kind == .duration
    else { return nil }
    length.hedge = .atMost
    length.quantity?.lower = 0
    length.hedgedRange = value.range
    return length
  }

  private func number(
    _ value: Value, in sentence: Sentence, _ recognizer: ValueRecognizer
  ) -> Value? {
    guard account.language == .english else { return nil }
    return AmbiguousNumbers(
      sentence: sentence, text: account.text, recognizer: recognizer, quantities: quantities
    ).reading(of: value)
  }

  private func isPast(_ predicate: Int, _ sentence: Sentence) -> Bool {
    let auxiliaries = sentence.words.filter {
      $0.head == predicate && Relation.auxiliaries.contains($0.relation)
    }
    switch sentence.words[predicate].tag {
    case "VBD": return true
    case "VBN":
      return auxiliaries.contains { $0.tag == "VBD" } && !auxiliaries.contains { $0.tag == "MD" }
    default: return false
    }
  }

  /// The date from which "today" is read: of the account, or of the account whose words are quoted.
  private func reference(for sentence: Sentence) -> Timestamp? {
    let quote = account.embeddedQuotes.first { $0.range.overlaps(sentence.range) }
    return quote.flatMap { voices.publication(ofQuote: $0) } ?? account.published
  }
}
