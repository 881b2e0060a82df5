import Language

/// Conditions without a conjunction: "should the truce fail", "had they known", "were the talks to end". Parsers hang
/// them anywhere, mostly as statements of their own; read as what they are, they hang from the clause that they limit,
/// and their first word stands there like "if".
///
/// Source: Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), chapter 8, 14.2 (inverted
/// conditionals).
struct InvertedConditions {
  private(set) var words: [Word]

  /// A sentence has no more of them than this; in what has, something else is going on.
  private static let mostConditions = 8

  /// - Parameter words: the words of a sentence, which make a tree.
  /// - Complexity: linear in the number of words.
  init(_ words: [Word]) {
    self.words = words
    let openings = words.indices.filter { Self.verbs[words[$0].text.lowercased()] != nil }
    guard words.last?.text != "?", openings.count <= Self.mostConditions else { return }
    for opening in openings {
      if let condition = InvertedCondition(at: opening, in: self.words) { hang(condition) }
    }
  }

  /// The words that open a condition, with the tags that its verb then has.
  static let verbs: [String: Set<String>] = [
    "should": ["VB", "VBP"], "had": ["VBN", "VBD"], "were": ["TO"],
  ]

  private mutating func hang(_ condition: InvertedCondition) {
    let (range, verb) = (condition.range, condition.verb)
    guard let governor = governor(of: condition) else { return }
    let clause = words[governor].isVerb ? governor : verbAbove(governor, outside: range) ?? governor
    let above = chain(from: verb, in: range)
    let wasRoot = (above + [verb]).contains { words[$0].head == $0 }
    // Inside of the condition all hangs from its verb, and nothing outside hangs from it any more.
    for index in range where index != verb {
      let head = words[index].head
      if above.contains(index) || !range.contains(head) || head == range.lowerBound {
        words[index] = words[index].hanging(from: verb, as: words[index].relation)
      }
    }
    for index in words.indices where !range.contains(index) && range.contains(words[index].head) {
      words[index] = words[index].hanging(from: clause, as: words[index].relation)
    }
    if wasRoot { words[clause] = words[clause].hanging(from: clause, as: "ROOT") }
    if words[verb - 1].relation == "compound", words[verb].partOfSpeech == .noun {
      words[verb - 1] = words[verb - 1].hanging(from: verb, as: "nsubj")
    }
    words[verb] = words[verb].hanging(from: governor, as: "advcl")
    words[range.lowerBound] = words[range.lowerBound].asConjunction(of: verb)
    subordinate(clause, behind: range.lowerBound)
  }

  /// The words above a verb inside of its condition.
  private func chain(from verb: Int, in range: Range<Int>) -> [Int] {
    var found: [Int] = []
    var next = words[verb].head
    while range.contains(next), next != verb, !found.contains(next) {
      found.append(next)
      next = words[next].head
    }
    return found
  }

  // MARK: What it limits

  /// The verb behind it, or else the noun that is put in before it ("including heavy costs should they attack"), or the verb
  /// around it.
  private func governor(of condition: InvertedCondition) -> Int? {
    let range = condition.range
    return mainVerb(behind: range) ?? insertedNoun(before: range)
      ?? verbAbove(condition.verb, outside: range)
      ?? words.indices.first { index in
        !range.contains(index) && range.contains(words[index].head) && words[index].isVerb
      }
  }

  private func verbAbove(_ start: Int, outside range: Range<Int>) -> Int? {
    var above = start
    for _ in words.indices {
      guard words[above].head != above else { break }
      above = words[above].head
      if !range.contains(above), words[above].isVerb { return above }
    }
    return range.contains(above) ? nil : above
  }

  /// "She added that, should they attack, her country would respond": the clause behind a condition that stands in front.
  private func mainVerb(behind range: Range<Int>) -> Int? {
    let end = range.upperBound
    guard end < words.count, words[end].text == ",",
      let subject = InvertedCondition.subject(behind: end, in: words)
    else { return nil }
    let verb = words[subject].head
    return verb > subject && words[verb].isVerb ? verb : nil
  }

  private func insertedNoun(before range: Range<Int>) -> Int? {
    let opening = range.lowerBound
    guard opening > 0, words[opening - 1].partOfSpeech != .punctuation else { return nil }
    var noun = opening - 1
    for _ in words.indices {
      let head = words[noun].head
      guard head != noun, head < opening, !words[noun].isFinite else { return nil }
      if Relation.prepositions.contains(words[head].relation), head > 0, words[head - 1].text == ","
      {
        // What hangs from the condition itself cannot have it hang from itself.
        return range.contains(words[head].head) ? nil : noun
      }
      noun = head
    }
    return nil
  }

  /// "She said that should they attack, her country would respond": what she said hangs from her verb, and not that from it.
  private mutating func subordinate(_ main: Int, behind opening: Int) {
    guard words[..<opening].last(where: { $0.text != "," })?.lemma == "that",
      let reporting = words[..<opening].lastIndex(where: \.isFinite),
      words[reporting].head == main, words[reporting].relation == "ccomp"
    else { return }
    let (above, relation) = (words[main].head, words[main].relation)
    words[reporting] = words[reporting].hanging(
      from: above == main ? reporting : above, as: relation)
    words[main] = words[main].hanging(from: reporting, as: "ccomp")
  }
}

extension Word {
  /// The word as the conjunction that it stands for.
  fileprivate func asConjunction(of verb: Int) -> Word {
    Word(
      range: range, text: text, lemma: "if", partOfSpeech: .subordinatingConjunction, tag: "IN",
      head: verb, relation: "mark")
  }
}
