import Language

/// Where a condition without a conjunction stands in a sentence.
struct InvertedCondition {
  let range: Range<Int>
  /// Its verb, or what stands in its place.
  let verb: Int

  /// The condition that a word opens; nothing where it opens none.
  init?(at opening: Int, in words: [Word]) {
    let reading = Reading(words: words)
    guard let tags = InvertedConditions.verbs[words[opening].text.lowercased()],
      reading.opensClause(at: opening), let verb = reading.verb(behind: opening, tags: tags)
    else { return nil }
    let range = opening..<reading.end(of: opening, behind: verb)
    let isAnswered = words.indices.contains { index in
      // "Should" can be answered by any verb; the others tell of what is not, and need what then would be.
      !range.contains(index)
        && (words[index].tag == "MD" || tags.contains("VB") && words[index].isVerb)
    }
    guard isAnswered else { return nil }
    self.range = range
    self.verb = verb
  }

  /// The subject of a clause that begins behind a mark.
  static func subject(behind mark: Int, in words: [Word]) -> Int? {
    let reading = Reading(words: words)
    return words.indices.dropFirst(mark + 1).prefix(while: reading.isOfSubject)
      .first { subjectRelations.contains(words[$0].relation) }
  }

  private static let subjectRelations: Set = ["nsubj", "nsubjpass", "expl"]

  private struct Reading {
    let words: [Word]

    /// A condition stands at the beginning of a sentence or clause, or behind a clause that has its verb: not in "under no
    /// circumstances should", "what should", "nor had".
    func opensClause(at opening: Int) -> Bool {
      guard opening > 0 else { return true }
      let before = words[opening - 1]
      if InvertedCondition.openers.contains(before.text)
        || before.tag == "IN" && before.lemma == "that"
      {
        return true
      }
      let endsPhrase =
        before.partOfSpeech.isNominal || [.numeral, .pronoun].contains(before.partOfSpeech)
        || before.tag == "RB" && !InvertedCondition.inverting.contains(before.lemma)
      let isSubject =
        InvertedCondition.subjectRelations.contains(before.relation) && before.head >= opening
      guard endsPhrase, !isSubject, !before.tag.hasPrefix("W") else { return false }
      return words[..<opening].contains(where: \.isVerb) && !hasSubject(before: opening)
    }

    /// "The mayor said residents should all leave": the subject stands where it always does.
    private func hasSubject(before opening: Int) -> Bool {
      let predicate = words[opening].head
      return predicate > opening
        && words[..<opening].contains {
          $0.head == predicate && InvertedCondition.subjectRelations.contains($0.relation)
        }
    }

    /// The verb behind the subject that follows the opening word.
    func verb(behind opening: Int, tags: Set<String>) -> Int? {
      let subject = words.indices.dropFirst(opening + 1).prefix(while: isOfSubject)
      guard subject.contains(where: { words[$0].partOfSpeech.isNominal || words[$0].tag == "PRP" }),
        let last = subject.last
      else { return nil }
      var next = last + 1
      while next < words.count, words[next].tag == "RB" { next += 1 }
      if next < words.count, tags.contains(words[next].tag) {
        guard words[next].tag == "TO" else { return next }
        return next + 1 < words.count && words[next + 1].tag == "VB" ? next + 1 : nil
      }
      // "Should Norland attack, ...": a verb that the tagger took for the noun.
      let ends =
        next >= words.count || [.punctuation, .adposition].contains(words[next].partOfSpeech)
      return tags.contains("VB") && ends && subject.count > 1 && words[last].tag == "NN"
        && words[last - 1].partOfSpeech.isNominal ? last : nil
    }

    func isOfSubject(_ index: Int) -> Bool {
      let tag = words[index].tag
      return tag.hasPrefix("NN") || ["DT", "PRP", "PRP$", "JJ", "CD", "POS"].contains(tag)
        || words[index].lemma == "of"
    }

    /// A condition in front ends at the comma before the subject of its main clause, any other at the next mark.
    func end(of opening: Int, behind verb: Int) -> Int {
      let marks = words.indices.filter {
        $0 > verb && InvertedCondition.closers.contains(words[$0].text)
      }
      let isInFront = opening == 0 || !words[..<opening].contains(where: \.isFinite)
      let ends =
        isInFront
        ? marks.filter { InvertedCondition.subject(behind: $0, in: words) != nil } : marks
      return ends.first ?? marks.first ?? words.count
    }
  }

  private static let openers: Set = [",", ";", "“", "\"", "–", "—"]
  private static let closers: Set = [",", ";", ".", "!", "–", "—", "”", "\""]
  /// Adverbs that bring the verb before its subject themselves.
  private static let inverting: Set = [
    "so", "only", "not", "never", "rarely", "seldom", "hardly", "scarcely", "barely", "there",
  ]
}
