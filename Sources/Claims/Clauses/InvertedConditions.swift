import Language

/// Conditions without a conjunction: "should the truce fail", "had they known", "were the talks to end". Parsers hang
/// them anywhere, mostly as statements of their own; read as what they are, they hang from the clause that they limit,
/// and their first word stands there like "if".
///
/// Source: Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), chapter 8, 14.2 (inverted
/// conditionals).
struct InvertedConditions {
  private(set) var words: [Word]

  /// - Parameter words: the words of a sentence.
  /// - Complexity: linear in the number of words, and in that of each condition found.
  init(_ words: [Word]) {
    self.words = words
    guard words.last?.text != "?" else { return }
    for opening in words.indices {
      guard let condition = condition(at: opening) else { continue }
      hang(condition)
    }
  }

  /// The words that open a condition, with the tags that its verb then has.
  private static let verbs: [String: Set<String>] = [
    "should": ["VB", "VBP"], "had": ["VBN", "VBD"], "were": ["TO"],
  ]

  private struct Condition {
    let range: Range<Int>
    /// Its verb, or what stands in its place.
    let verb: Int
  }

  // MARK: Finding

  private func condition(at opening: Int) -> Condition? {
    guard let tags = Self.verbs[words[opening].text.lowercased()], opensClause(at: opening),
      let verb = verb(behind: opening, tags: tags)
    else { return nil }
    let range = opening..<end(of: opening, behind: verb)
    let others = words.indices.filter { !range.contains($0) }
    // "Should" alone cannot tell of what never was; the others need what then would be.
    let isAnswered = others.contains { index in
      words[index].tag == "MD" || tags.contains("VB") && Self.isFinite(words[index])
    }
    return isAnswered ? Condition(range: range, verb: verb) : nil
  }

  /// A condition stands at the beginning of a sentence or clause, or behind a clause that has its verb: not in "under no
  /// circumstances should", "what should", "nor had".
  private func opensClause(at opening: Int) -> Bool {
    guard opening > 0 else { return true }
    let before = words[opening - 1]
    if [",", ";", "“", "\"", "–", "—"].contains(before.text)
      || before.tag == "IN" && before.lemma == "that"
    {
      return true
    }
    let endsPhrase =
      before.partOfSpeech.isNominal || [.numeral, .pronoun].contains(before.partOfSpeech)
      || before.tag == "RB" && !Self.inverting.contains(before.lemma)
    let isSubject = Self.subjectRelations.contains(before.relation) && before.head >= opening
    guard endsPhrase, !isSubject, !before.tag.hasPrefix("W") else { return false }
    return words[..<opening].contains(where: Self.isFinite) && !hasSubjectBefore(opening)
  }

  /// Adverbs that bring the verb before its subject themselves.
  private static let inverting: Set = ["so", "only", "not", "never", "rarely", "seldom", "there"]
  private static let subjectRelations: Set = ["nsubj", "nsubjpass", "expl"]

  /// "The mayor said residents should all leave": the subject stands where it always does.
  private func hasSubjectBefore(_ opening: Int) -> Bool {
    let predicate = words[opening].head
    return words.indices.contains { index in
      index < opening && words[index].head == predicate && predicate > opening
        && Self.subjectRelations.contains(words[index].relation)
    }
  }

  private static func isFinite(_ word: Word) -> Bool {
    ["MD", "VBD", "VBP", "VBZ"].contains(word.tag)
  }

  /// The verb behind the subject that follows the opening word.
  private func verb(behind opening: Int, tags: Set<String>) -> Int? {
    var index = opening + 1
    while index < words.count, isOfSubject(index) { index += 1 }
    let subject = words[opening + 1..<min(index, words.count)]
    guard subject.contains(where: { $0.partOfSpeech.isNominal || $0.tag == "PRP" }) else {
      return nil
    }
    let last = index - 1
    while index < words.count, words[index].tag == "RB" { index += 1 }
    if index < words.count, tags.contains(words[index].tag) {
      guard words[index].tag == "TO" else { return index }
      return index + 1 < words.count && words[index + 1].tag == "VB" ? index + 1 : nil
    }
    // "Should Norland attack, ...": a verb that the tagger took for the noun.
    let ends =
      index >= words.count || [.punctuation, .adposition].contains(words[index].partOfSpeech)
    return tags.contains("VB") && ends && subject.count > 1 && words[last].tag == "NN"
      && words[last - 1].partOfSpeech.isNominal ? last : nil
  }

  private func isOfSubject(_ index: Int) -> Bool {
    let tag = words[index].tag
    return tag.hasPrefix("NN") || ["DT", "PRP", "PRP$", "JJ", "CD", "POS"].contains(tag)
      || words[index].lemma == "of"
  }

  /// A condition in front ends at the comma before the subject of its main clause, any other at the next mark.
  private func end(of opening: Int, behind verb: Int) -> Int {
    let marks = words.indices.filter {
      $0 > verb && [",", ";", ".", "!", "–", "—", "”", "\""].contains(words[$0].text)
    }
    let isInFront = opening == 0 || !words[..<opening].contains(where: Self.isFinite)
    let ends = isInFront ? marks.filter(precedesSubject) : marks
    return ends.first ?? marks.first ?? words.count
  }

  private func precedesSubject(_ mark: Int) -> Bool {
    var index = mark + 1
    while index < words.count, isOfSubject(index) {
      if Self.subjectRelations.contains(words[index].relation) { return true }
      index += 1
    }
    return false
  }

  // MARK: Hanging it where it belongs

  private mutating func hang(_ condition: Condition) {
    guard let governor = governor(of: condition) else { return }
    let (range, verb) = (condition.range, condition.verb)
    // What stood above the verb inside of the condition now hangs from it.
    var above = words[verb].head
    var chain: [Int] = []
    while range.contains(above), above != verb, !chain.contains(above) {
      chain.append(above)
      above = words[above].head
    }
    for index in chain {
      words[index] = words[index].hanging(from: verb, as: words[index].relation)
    }
    for index in range where index != verb && !range.contains(words[index].head) {
      words[index] = words[index].hanging(from: verb, as: words[index].relation)
    }
    let wasRoot =
      chain.contains { self.words[$0].relation == "ROOT" } || words[verb].relation == "ROOT"
    for index in words.indices where !range.contains(index) && range.contains(words[index].head) {
      words[index] = words[index].hanging(from: governor, as: words[index].relation)
    }
    if wasRoot { words[governor] = words[governor].hanging(from: governor, as: "ROOT") }
    if words[verb - 1].relation == "compound", words[verb].partOfSpeech == .noun {
      words[verb - 1] = words[verb - 1].hanging(from: verb, as: "nsubj")
    }
    words[verb] = words[verb].hanging(from: governor, as: "advcl")
    words[range.lowerBound] = words[range.lowerBound].asConjunction(of: verb)
  }

  /// What a condition limits: the noun that is put in before it ("including heavy costs should they attack"), or else the
  /// verb around it, or of the main clause.
  private func governor(of condition: Condition) -> Int? {
    let outside = { (index: Int) in !condition.range.contains(index) }
    if let noun = insertedNoun(before: condition.range.lowerBound) { return noun }
    var above = condition.verb
    for _ in words.indices {
      let isVerb = [.verb, .auxiliary].contains(words[above].partOfSpeech)
      if outside(above), isVerb || words[above].relation == "ROOT" { return above }
      guard words[above].head != above else { break }
      above = words[above].head
    }
    return words.indices.first { index in
      outside(index) && condition.range.contains(words[index].head)
        && [.verb, .auxiliary].contains(words[index].partOfSpeech)
    }
  }

  private func insertedNoun(before opening: Int) -> Int? {
    guard opening > 0, words[opening - 1].partOfSpeech != .punctuation else { return nil }
    var noun = opening - 1
    for _ in words.indices {
      let head = words[noun].head
      guard head != noun, head < opening, !Self.isFinite(words[noun]) else { return nil }
      if Relation.prepositions.contains(words[head].relation), head > 0, words[head - 1].text == ","
      {
        return noun
      }
      noun = head
    }
    return nil
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

  /// The word as the conjunction that it stands for.
  fileprivate func asConjunction(of verb: Int) -> Word {
    Word(
      range: range, text: text, lemma: "if", partOfSpeech: .subordinatingConjunction, tag: "IN",
      head: verb, relation: "mark")
  }
}
