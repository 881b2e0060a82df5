import Language
import Source

/// Finds the English phrases that describe somebody who was named before: "the two ministers", "both sides", "the
/// Secretary", "the ministry", "the two".
struct EnglishDescriptions {
  let phrases: EnglishNounPhrases
  let words: ReferenceWords.English
  let directory: EntityDirectory
  let sentence: Int

  private var tree: SyntaxTree { phrases.tree }

  /// The description that a noun heads; nothing where it stands with words that say by themselves who is meant
  /// ("the ministers of both countries"), or where nothing points back.
  func description(headedBy head: Int) -> ReferringExpression? {
    let word = tree.words[head]
    guard phrases.mention(at: head) == nil, let entry = words.nouns.entry(of: word.lemma),
      let first = pointer(before: head)
    else { return nil }
    let isPlural = ["NNS", "NNPS"].contains(word.tag)
    guard isBare(head, isPlural: isPlural) else { return nil }
    // "The sides" may be of anything: "both sides" are those who act.
    if entry.kinds.count > 1, count(of: head) == .several { return nil }
    guard isPlural || entry.offices != nil || entry.named != nil || entry.general == true else {
      return nil
    }
    guard let modifiers = modifiers(of: head) else { return nil }
    var noun = entry
    if !isPlural, let office = modifiers.office { noun.offices = [office] }
    let country = isPlural ? nil : country(behind: head)
    let end = country.map { tree.subtree(of: $0).last ?? head } ?? head
    let range = tree.words[first].range.lowerBound..<tree.words[end].range.upperBound
    return ReferringExpression(
      range: range, form: .description, kinds: entry.kinds,
      count: isPlural ? count(of: head) : .one, gender: entry.gender, noun: noun,
      region: modifiers.region ?? country.flatMap(region), role: phrases.role(of: head),
      sentence: sentence)
  }

  /// The words that stand for a number of those named before without a noun: "the two", "both".
  func count(standingAloneAt index: Int) -> ReferringExpression? {
    let word = tree.words[index]
    guard let count = words.counts[word.lemma] else { return nil }
    var first = index
    if index > 0, words.determiners.contains(tree.words[index - 1].lemma) { first -= 1 }
    let isPointed = first < index
    let stands =
      word.partOfSpeech == .numeral && isPointed && isFollowedByPredicate(index)
      || words.alone.contains(word.lemma) && (isPointed || word.partOfSpeech == .pronoun)
        && ["nsubj", "nsubjpass", "dobj", "pobj"].contains(word.relation)
    guard stands, tree.children(of: index, ["prep", "relcl", "acl"]).isEmpty,
      !["preconj", "det", "predet"].contains(word.relation)
    else { return nil }
    return ReferringExpression(
      range: tree.words[first].range.lowerBound..<word.range.upperBound, form: .description,
      kinds: [.person, .region, .organisation, .place, .thing], count: .exactly(count),
      role: isFollowedByPredicate(index) ? .subject : phrases.role(of: index), sentence: sentence)
  }

  /// Whether a number is a subject or object by itself; the parser may take the verb behind it for its noun's.
  private func isFollowedByPredicate(_ index: Int) -> Bool {
    let isArgument = Relation.subjects.union(["dobj", "pobj"]).contains(tree.words[index].relation)
    guard index + 1 < tree.words.count else { return isArgument }
    let next = tree.words[index + 1].tag
    return ["VBD", "VBZ", "VBP", "MD"].contains(next)
      || isArgument && !["NN", "NNS", "NNP", "NNPS", "JJ", "CD", "HYPH"].contains(next)
  }

  /// The first of the words before a noun by which it points back.
  private func pointer(before head: Int) -> Int? {
    tree.children(of: head, ["det", "predet", "preconj"]).first {
      $0 < head && words.determiners.contains(tree.words[$0].lemma)
    }
  }

  private func isBare(_ head: Int, isPlural: Bool) -> Bool {
    let telling = tree.children(of: head, ["relcl", "acl", "prep", "poss", "appos"])
    let country = isPlural ? nil : country(behind: head).map { tree.words[$0].head }
    return telling.allSatisfy { child in
      child == country
        // "The Secretary also met": a preposition of the clause may hang from the noun by mistake.
        || tree.words[child].relation == "prep"
          && !["of", "from", "for", "in", "between"].contains(tree.words[child].lemma)
    }
  }

  /// The country of "the President of Chile".
  private func country(behind head: Int) -> Int? {
    let preposition = tree.children(of: head, ["prep"]).first { tree.words[$0].lemma == "of" }
    return preposition.flatMap { tree.child(of: $0, ["pobj"]) }.flatMap { noun in
      phrases.entity(at: noun)?.kind == .region && tree.child(of: noun, [Relation.conjunct]) == nil
        ? noun : nil
    }
  }

  private func region(_ word: Int) -> String? { phrases.entity(at: word)?.region }

  /// What stands between the pointer and the noun: a country or words of a title; nothing where other words do.
  private func modifiers(of head: Int) -> (office: String?, region: String?)? {
    let found = tree.children(of: head, ["amod", "compound", "nmod"]).filter { $0 < head }
    let countries = found.filter { phrases.entity(at: $0)?.kind == .region }
    let others = found.filter { !countries.contains($0) }
    // "The Harbour Council" is a name.
    if tree.words[head].tag.hasPrefix("NNP"),
      found.contains(where: { tree.words[$0].relation != "amod" })
    {
      return nil
    }
    let region = countries.first.flatMap { phrases.entity(at: $0)?.region }
    guard !others.isEmpty else { return (nil, region) }
    let title = others.map { tree.words[$0].lemma } + [tree.words[head].lemma]
    return directory.office(ofTitle: title).map { ($0, region) }
  }

  private func count(of head: Int) -> ReferringExpression.Count {
    let marks = tree.children(of: head, ["nummod", "det", "predet", "preconj"])
    let counts = marks.compactMap { words.counts[tree.words[$0].lemma] ?? Int(tree.words[$0].text) }
    return counts.first.map { .exactly($0) } ?? .several
  }
}
