import Language

/// Finds what a participle behind a comma tells of where that is not the subject of the verb before it.
struct ParticipleSubject {
  let tree: SyntaxTree

  /// The noun that a participle tells of; nothing where it is the subject of the verb.
  func noun(of participle: Int, behind verb: Int) -> Int? {
    object(before: participle, of: verb) ?? cause(before: participle, of: verb)
  }

  /// "Wants a rise, backdated to May": the object right before a participle of the passive.
  private func object(before participle: Int, of verb: Int) -> Int? {
    guard tree.words[participle].tag == "VBN",
      tree.child(of: participle, Relation.auxiliaries) == nil
    else { return nil }
    let start = tree.first(of: participle)
    return tree.children(of: verb, ["dobj"]).first { object in
      object < participle && (tree.subtree(of: object).last.map { start - $0 == 2 } ?? false)
    }
  }

  /// "Seventeen died when the dam broke, flooding the town": who was done harm did not do it; what broke did.
  private func cause(before participle: Int, of verb: Int) -> Int? {
    guard tree.words[participle].tag == "VBG", tree.child(of: verb, ["dobj"]) == nil,
      let clause = tree.children(of: verb, ["advcl"])
        .last(where: { verb < $0 && $0 < participle }),
      tree.children(of: clause, ["advmod", "mark"])
        .contains(where: { tree.words[$0].lemma == "when" }),
      tree.subtree(of: clause).last.map({ tree.first(of: participle) - $0 <= 2 }) ?? false
    else { return nil }
    return tree.child(of: clause, ["nsubj", "nsubjpass"]).flatMap {
      tree.words[$0].partOfSpeech.isNominal ? $0 : nil
    }
  }
}
