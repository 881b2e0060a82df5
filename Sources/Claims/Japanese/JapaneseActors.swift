import Language

/// Tells who acts in a Japanese clause, and whether they do so together.
struct JapaneseActors {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }
  private var japanese: JapaneseGrammar { syntax.japanese }

  /// Who acts, as the account calls them.
  func phrases(of clause: JapaneseClause) -> [ActorPhrase] {
    guard let head = clause.subjectHead, !clause.subject.isEmpty else { return [] }
    // 「発表されたのは3日だった」: の stands for what is told before it, and for nobody.
    return tree.coordination(of: head).filter { !isNominalizer($0) }.map { actor in
      let words = syntax.compound(of: actor).map { tree.words[$0] }
      let end = tree.words[actor].range.upperBound
      return ActorPhrase(
        text: words.map(\.text).joined(), range: (words.first?.range.lowerBound ?? end)..<end)
    }
  }

  private func isNominalizer(_ index: Int) -> Bool { tree.words[index].tag.hasPrefix("名詞-非自立") }

  /// Whether those who act do so together; nothing where the clause does not tell.
  func isJoint(_ clause: JapaneseClause) -> Bool? {
    guard let head = clause.subjectHead, !clause.subject.isEmpty else { return nil }
    if isOfSeveral(head) { return true }
    let run = syntax.compound(of: head).map { tree.words[$0] }
    guard let word = run.last else { return nil }
    if word.partOfSpeech == .pronoun { return syntax.grammar.jointPronouns[word.text] }
    if isCount(run) { return true }
    let isNamed = run.contains { $0.partOfSpeech == .properNoun }
    let isTitled = syntax.grammar.documents.contains(word.lemma)
    return isNamed && !isTitled ? false : nil
  }

  /// Whether a noun names several: 両外相, 三外相, 首脳ら.
  func isOfSeveral(_ noun: Int) -> Bool {
    if tree.coordination(of: noun).count > 1 { return true }
    let run = syntax.compound(of: noun).map { tree.words[$0] }
    return run.contains { japanese.together.contains($0.lemma) }
      || run.last.map { japanese.plural.contains($0.lemma) } ?? false
      || run.first.map { $0.partOfSpeech == .numeral && !Self.ones.contains($0.text) } ?? false
  }

  private static let ones: Set = ["1", "１", "一"]

  /// 「2人は」, not 「1人は」.
  private func isCount(_ run: [Word]) -> Bool {
    guard let last = run.last, last.tag.hasPrefix("名詞-接尾-助数詞") else { return false }
    return run.contains {
      $0.partOfSpeech == .numeral && !Self.ones.contains($0.text)
    }
  }
}
