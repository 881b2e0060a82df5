/// The special cases whose pieces come apart before they can be recognised, such as `:-)`, as
/// sequences of those pieces.
struct SpecialCasePhrases: Sendable {
  /// The phrases that begin with a word, by the place of the word.
  private var byFirst: [[[UInt64]]] = []
  private var places = HashIndex()

  /// No phrases.
  init() {}

  /// Finds the pieces of the special cases.
  init(_ rules: TokenizerRules, vocabulary: Vocabulary) {
    var tokenizer = Tokenizer(rules, phrases: SpecialCasePhrases(), vocabulary: vocabulary)
    for special in rules.specialCases {
      let text = special.text
      let isSought =
        !rules.usesFasterHeuristics || text.contains(" ") || tokenizer.hasAffix(text)
      if isSought { add(tokenizer.pieces(text)) }
    }
  }

  /// Whether there are none.
  var isEmpty: Bool { byFirst.isEmpty }

  private mutating func add(_ phrase: [UInt64]) {
    guard let first = phrase.first else { return }
    if places[first] < 0 {
      places[first] = Int32(byFirst.count)
      byFirst.append([])
    }
    byFirst[Int(places[first])].append(phrase)
  }

  /// Where phrases occur among words: the longest and then the first of those that overlap.
  func spans(in words: [UInt64]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for start in words.indices {
      let place = places[words[start]]
      guard place >= 0 else { continue }
      for phrase in byFirst[Int(place)] where words[start...].starts(with: phrase) {
        found.append(start..<start + phrase.count)
      }
    }
    if found.count < 2 { return found }
    found.sort { $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound }
    var isTaken = Array(repeating: false, count: words.count)
    var kept: [Range<Int>] = []
    for span in found {
      if !isTaken[span.lowerBound], !isTaken[span.upperBound - 1] { kept.append(span) }
      for index in span { isTaken[index] = true }
    }
    return kept.sorted { $0.lowerBound < $1.lowerBound }
  }
}
