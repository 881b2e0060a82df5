import Language

extension SyntaxTree {
  /// Longer sentences are read as the parser gives them.
  private static let mostMended = 400

  /// An English sentence as a tree, mended where parsers are often wrong about what hangs from what.
  ///
  /// - Complexity: linear in the number of words, but for the few that are mended.
  static func english(_ sentence: Sentence) -> SyntaxTree {
    let words = sentence.words
    guard words.count <= mostMended, words.allSatisfy({ words.indices.contains($0.head) }) else {
      return SyntaxTree(sentence)
    }
    let conditions = InvertedConditions(words).words
    let mended = CoordinatedVerbs(TimeAttachments(conditions).words).words
    // What is mended must stay a tree.
    guard mended != words, mended.isAcyclic else { return SyntaxTree(sentence) }
    return SyntaxTree(
      Sentence(range: sentence.range, paragraph: sentence.paragraph, words: mended))
  }
}

extension [Word] {
  /// For each word the words that depend on it, in order.
  var children: [[Int]] {
    var children = [[Int]](repeating: [], count: count)
    for (index, word) in enumerated() where word.head != index && word.head < count {
      children[word.head].append(index)
    }
    return children
  }

  /// Whether every word hangs, by however many others, from a root.
  var isAcyclic: Bool {
    let children = children
    var open = indices.filter { self[$0].head == $0 }
    var reached = open.count
    while let next = open.popLast() {
      reached += children[next].count
      open += children[next]
    }
    return reached == count
  }
}

extension Word {
  /// The word as it is where it hangs from another one.
  func hanging(from head: Int, as relation: String) -> Word {
    Word(
      range: range, text: text, lemma: lemma, partOfSpeech: partOfSpeech, tag: tag, head: head,
      relation: relation, entityType: entityType, beginsEntity: beginsEntity, reading: reading,
      inflection: inflection)
  }

  /// Whether the word is a verb that can carry a sentence.
  var isFinite: Bool { ["MD", "VBD", "VBP", "VBZ"].contains(tag) }

  /// Whether the word is a verb, be it an auxiliary.
  var isVerb: Bool { partOfSpeech == .verb || partOfSpeech == .auxiliary }
}
