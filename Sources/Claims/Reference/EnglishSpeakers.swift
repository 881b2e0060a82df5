import Language

/// Reads of whom an English sentence speaks by "I" and "we", or by no word at all.
extension EnglishReferences {
  /// "Glad to have met ...": in a post, a predicate without a subject is its author's.
  mutating func readOmittedSpeaker(_ discourse: inout Discourse) {
    guard isPost, let root = tree.roots.first, let speaker = speaking,
      [.person, .other].contains(speaker.kind),
      company.lacksSubject(root)
    else { return }
    let start = tree.words[tree.subtree(of: root).first ?? root].range.lowerBound
    discourse.add(speaker, isInText: isInText)
    found.append(
      PlacedReference(
        reference: Reference(
          range: start..<start, text: "", form: .omitted, entities: speaker.entities,
          names: speaker.names(in: phrases.directory), antecedent: speaker.phrase),
        isSubject: true, filling: nil, place: nil))
  }

  /// "I" and "we": whoever is quoted, or else whoever wrote the post or published the statement; "we" is only told
  /// where the speaker is a body or has met somebody.
  mutating func readSpeaker(
    _ pronoun: ReferenceWords.Pronoun, at word: Int, _ discourse: inout Discourse
  ) {
    let quoted = company.speaker(of: word)
    let isNarrator = quoted == nil && !company.isQuoted(word)
    let speaker = isNarrator ? speaking : quoted.flatMap { referents[$0] }
    var meant: Referent?
    if let speaker, speaker.isOne {
      if pronoun.number == .one {
        meant = [.person, .other].contains(speaker.kind) ? speaker : nil
      } else {
        meant = isNarrator ? discourse.company(of: speaker.key) : nil
        if meant == nil, speaker.kind == .organisation { meant = speaker }
      }
    }
    let expression = ReferringExpression(
      range: tree.words[word].range, form: .pronoun, kinds: pronoun.kinds, count: .several,
      role: role(of: word), sentence: index)
    place(expression, at: word, meant, &discourse)
  }
}
