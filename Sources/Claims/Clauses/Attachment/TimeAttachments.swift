import Language

/// Phrases that a parser hangs from a time though they belong to the verb: "met for 25 minutes with the envoy".
struct TimeAttachments {
  private(set) var words: [Word]

  /// - Parameter words: the words of a sentence.
  /// - Complexity: linear in the number of words.
  init(_ words: [Word]) {
    self.words = words
    let children = words.children
    for (index, word) in words.enumerated() {
      guard word.relation == "prep", Self.prepositions.contains(word.lemma), index > word.head,
        isTime(word.head), !children[index].contains(where: isTime),
        let verb = verb(above: word.head)
      else { continue }
      self.words[index] = word.hanging(from: verb, as: word.relation)
    }
  }

  /// Prepositions that tell nothing of a time itself, as "of", "before" or "until" do.
  private static let prepositions: Set = [
    "with", "about", "on", "over", "in", "by", "at", "during",
  ]

  private func isTime(_ index: Int) -> Bool {
    words[index].entityType.map(EntityLabel.times.contains) ?? false
      && words[index].partOfSpeech.isNominal
  }

  /// The verb on which a time hangs, with a preposition or without.
  private func verb(above time: Int) -> Int? {
    var above = words[time].head
    if words[time].relation == "pobj" { above = words[above].head }
    return ["pobj", "npadvmod"].contains(words[time].relation) && words[above].isVerb ? above : nil
  }
}
