import Claims
import Source
import Values

/// Finds where two claims of one language give one role, which only one can have, to two: the town in which a treaty was
/// signed, the one who chaired the session.
///
/// All else in the claims must be the same. Who signs, welcomes or opens something is no such role: two ministers can.
struct UniqueRoles: Sendable {
  let words: ContradictionWords
  let nouns: CountedNouns

  /// The disagreement of two claims, both told as facts; nothing where there is none.
  func disagreement(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    let values = second.claim.values
    guard first.claim.measures.count == values.count,
      first.claim.values.allSatisfy({ one in values.contains { one.agrees(with: $0) } })
    else { return nil }
    return place(first, second) ?? participant(first, second)
  }

  private func place(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    let isEncounter =
      first.claim.act?.group == "encounter" && first.claim.act == second.claim.act
    guard
      isEncounter || words.happenOnce(first.lemmas.intersection(second.lemmas)),
      [first, second].allSatisfy(isDefinite)
        || !first.entities.isDisjoint(with: second.entities)
    else { return nil }
    return made(.place, first, second) { term in
      ["GPE", "FAC", "LOC"].contains(term.entityType ?? "")
        && term.preposition.map(words.isLocal) ?? false
    }
  }

  private func participant(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    let shared = first.lemmas.intersection(second.lemmas)
    guard words.canBeOfOnePerson(shared) else { return nil }
    let isOfOneThing = [first, second].allSatisfy(isDefinite)
    guard words.areOfOnePerson(shared, isOfOneThing: isOfOneThing) else { return nil }
    return made(.participants, first, second) { $0.entityType == "PERSON" }
  }

  private func isDefinite(_ claim: ComparableClaim) -> Bool {
    words.isDefinite(claim.claim.text, in: claim.language)
  }

  /// A disagreement where each claim has one term of a sort for itself, and they differ in nothing else.
  private func made(
    _ kind: Disagreement.Kind, _ first: ComparableClaim, _ second: ComparableClaim,
    _ isSort: (Term) -> Bool
  ) -> Disagreement? {
    let sorted = (first.claim.terms.filter(isSort), second.claim.terms.filter(isSort))
    guard !sorted.0.isEmpty, !sorted.1.isEmpty else { return nil }
    let contrast = ClaimContrast(first, second, words: words, nouns: nouns)
    let (own, others) = contrast.ownWords
    let here = sorted.0.filter { !own.isDisjoint(with: $0.lemmas) }
    let there = sorted.1.filter { !others.isDisjoint(with: $0.lemmas) }
    guard here.count == 1, there.count == 1, let one = here.first, let other = there.first,
      one.preposition == other.preposition, one.entity == nil || one.entity != other.entity,
      own.subtracting(one.lemmas).isEmpty, others.subtracting(other.lemmas).isEmpty,
      !first.lemmas.isDisjoint(with: second.lemmas), CountryNames.areOfOneSort(one.text, other.text)
    else { return nil }
    return Disagreement(
      kind: kind, first: first.claim, second: second.claim, firstValue: nil, secondValue: nil,
      sides: (Message(one.text), Message(other.text)))
  }
}
