import Claims
import Source
import Values

/// Finds where two claims of one language give one role, which only one can have, to two: the town in which a treaty was
/// signed, the one who chaired the session.
///
/// All else in the claims must be the same. Who signs, welcomes or opens something is no such role: two ministers can.
struct UniqueRoles: Sendable {
  let words: ContradictionWords

  /// The disagreement of two claims, both told as facts; nothing where there is none.
  func disagreement(
    _ first: ComparableClaim, _ second: ComparableClaim, _ contrast: ClaimContrast
  ) -> Disagreement? {
    guard first.claim.values.timesAgree(with: second.claim.values),
      first.claim.values.count == second.claim.values.count
    else { return nil }
    return place(first, second, contrast) ?? participant(first, second, contrast)
  }

  private func place(
    _ first: ComparableClaim, _ second: ComparableClaim, _ contrast: ClaimContrast
  ) -> Disagreement? {
    let isEncounter =
      first.claim.act?.group == "encounter" && first.claim.act == second.claim.act
    let isOnce =
      words.happenOnce(first.lemmas.intersection(second.lemmas))
      && [first, second].allSatisfy(isDefinite)
    guard isEncounter || isOnce else { return nil }
    return made(.place, first, second, contrast) { term in
      ["GPE", "FAC", "LOC"].contains(term.entityType ?? "")
        && term.preposition.map(words.isLocal) ?? false
    }
  }

  private func participant(
    _ first: ComparableClaim, _ second: ComparableClaim, _ contrast: ClaimContrast
  ) -> Disagreement? {
    let isOfOneThing = [first, second].allSatisfy(isDefinite)
    let shared = first.lemmas.intersection(second.lemmas)
    guard words.areOfOnePerson(shared, isOfOneThing: isOfOneThing) else { return nil }
    return made(.participants, first, second, contrast) { $0.entityType == "PERSON" }
  }

  private func isDefinite(_ claim: ComparableClaim) -> Bool {
    words.isDefinite(claim.claim.text, in: claim.language)
  }

  /// A disagreement where each claim has one term of a sort for itself, and they differ in nothing else.
  private func made(
    _ kind: Disagreement.Kind, _ first: ComparableClaim, _ second: ComparableClaim,
    _ contrast: ClaimContrast, _ isSort: (Term) -> Bool
  ) -> Disagreement? {
    let (own, others) = contrast.ownWords
    let here = first.claim.terms.filter { isSort($0) && !own.isDisjoint(with: $0.lemmas) }
    let there = second.claim.terms.filter { isSort($0) && !others.isDisjoint(with: $0.lemmas) }
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
