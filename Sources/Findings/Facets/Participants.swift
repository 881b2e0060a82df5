import Claims
import Source

/// Finds who takes part in what a claim tells: those who act, those with whom they act, and whoever is known to be a
/// person.
struct Participants: Sendable {
  let material: Material
  let words: FacetWords

  /// The participants by name, with the places of their names, in the order of the text.
  ///
  /// - Parameter terms: what the claim names.
  func people(of claim: Claim, among terms: [Term]) -> [(name: Message, range: Range<Int>)] {
    let bearers = bearers(in: claim, of: terms)
    let offices = Set(bearers.compactMap { $0.office?.range })
    let named = terms.filter { !offices.contains($0.range) }.compactMap { term in
      name(of: term, in: claim).map { (name: $0, range: term.range) }
    }
    let apart = bearers.map { (name: $0.person.wording, range: $0.range) }
    return (named + apart).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func name(of term: Term, in claim: Claim) -> Message? {
    guard
      term.entityType == "PERSON" || material.entity(of: term)?.kind == .person || isCompany(term)
        || claim.actors.contains(where: { $0.text == term.text })
    else { return nil }
    // "In Mill Lane" is no person, whatever the name is taken for.
    guard !(term.preposition.map(words.place.contains) ?? false) else { return nil }
    guard let entity = material.entity(of: term) else {
      return term.entityType == "PERSON" ? Message(term.text) : nil
    }
    // "With Japan" and "of Japan" name whose minister it is; `event.yaml` may list a body that takes part.
    guard entity.kind == .person || !belongs(term) else { return nil }
    let takesPart = [.person, .other].contains(entity.kind) || material.isListed(entity)
    return takesPart ? entity.wording : nil
  }

  private func belongs(_ term: Term) -> Bool {
    term.preposition.map(words.belonging.contains) ?? false
  }

  private func isCompany(_ term: Term) -> Bool {
    term.preposition.map(words.company.contains) ?? false
  }

  // MARK: - Names behind offices

  /// Somebody whose name stands behind an office, "the Minister of Defence, Ada Lind": no term of the claim.
  private struct Bearer {
    let person: Entity
    let range: Range<Int>
    let office: Term?
  }

  private func bearers(in claim: Claim, of terms: [Term]) -> [Bearer] {
    claim.mentions.compactMap { mention in
      guard let person = material.entities.entity(mention.entity),
        [.person, .other].contains(person.kind),
        !terms.contains(where: { $0.range.overlaps(mention.range) })
      else { return nil }
      let office = office(before: mention.range, among: terms)
      guard
        claim.actors.contains(where: { $0.entity == person.id }) || office.map(isCompany) ?? false
      else { return nil }
      return Bearer(person: person, range: mention.range, office: office)
    }
  }

  /// The last noun before a name that is not what another one belongs to: "Minister" of "the Minister of Trade, Ben Roy".
  private func office(before name: Range<Int>, among terms: [Term]) -> Term? {
    terms.last { $0.range.upperBound <= name.lowerBound && !belongs($0) }
  }
}
