import Language

/// Verbs that a parser joins to one inside of what is said though they go on from the verb of saying: "he said that the
/// gates would stay closed, and promised help", "he denies that he lied and says that he was ill".
struct CoordinatedVerbs {
  private(set) var words: [Word]
  private let children: [[Int]]

  /// How far up the tree the verb of saying is looked for.
  private static let height = 4

  /// - Parameter words: the words of a sentence.
  /// - Complexity: linear in the number of words.
  init(_ words: [Word]) {
    self.words = words
    children = words.children
    for (index, word) in words.enumerated() {
      guard word.relation == Relation.conjunct, word.head < index,
        !children[index].contains(where: { Relation.subjects.contains(words[$0].relation) }),
        let reporting = reporting(above: word.head),
        isPast(index) && isOpen(word.head) && words[reporting].tag == "VBD"
          || isPresent(index) && words[word.head].tag == "VBD" && isPresent(reporting)
      else { continue }
      self.words[index] = word.hanging(from: reporting, as: word.relation)
    }
  }

  /// A finite verb of the past, or what looks like a participle but has a clause of its own, as none of the passive has.
  private func isPast(_ verb: Int) -> Bool {
    switch words[verb].tag {
    case "VBD": true
    case "VBN": children[verb].contains { words[$0].relation == "ccomp" }
    default: false
    }
  }

  private func isPresent(_ verb: Int) -> Bool { ["VBZ", "VBP"].contains(words[verb].tag) }

  /// Whether a verb is told with "would" or "to", with which nothing past can be joined.
  private func isOpen(_ verb: Int) -> Bool {
    var current = verb
    for _ in 0..<Self.height {
      if children[current].contains(where: { $0 < current && words[$0].tag == "MD" }) {
        return true
      }
      guard words[current].relation == "xcomp", words[current].head < current else { return false }
      current = words[current].head
    }
    return false
  }

  /// The verb whose clause a verb heads.
  private func reporting(above verb: Int) -> Int? {
    var current = verb
    for _ in 0..<Self.height {
      let head = words[current].head
      guard head < current else { return nil }
      if words[current].relation == "ccomp" { return head }
      guard ["xcomp", Relation.conjunct].contains(words[current].relation) else { return nil }
      current = head
    }
    return nil
  }
}
