import Claims
import Values

/// Finds that a claim and a sentence of one language give one role, which only one can have, to two names: the town in
/// which a treaty was signed, the one who chaired the session. All else in them must be the same.
struct RoleConflict: Sendable {
  let words: ContradictionWords
  let acts: ActTable

  /// - Parameters:
  ///   - own: the words that only the claim has.
  ///   - others: those that only the sentence has.
  func exists(
    between claim: Passage, and sentence: Passage, own: [Passage.ContentWord],
    others: [Passage.ContentWord]
  ) -> Bool {
    guard !own.isEmpty, !others.isEmpty, own.allSatisfy(\.isName), others.allSatisfy(\.isName),
      claim.values.count == sentence.values.count,
      claim.values.allSatisfy({ value in sentence.values.contains { value.agrees(with: $0) } }),
      let role = PassageRoles(claim).role(of: own),
      role == PassageRoles(sentence).role(of: others)
    else { return false }
    let isDefinite = [claim, sentence].allSatisfy { words.isDefinite($0.text, in: $0.language) }
    if let particle = role.particle, words.isLocal(particle) {
      let names = [own, others].map { $0.map(\.lemma).joined(separator: " ") }
      guard CountryNames.areOfOneSort(names[0], names[1]) else { return false }
      let isEncounter =
        acts.act(ofWord: role.predicate, in: claim.language)?.group == "encounter"
      let namesOne = claim.words.contains { $0.isName && sentence.lemmas.contains($0.lemma) }
      return (isDefinite || namesOne) && (isEncounter || words.happenOnce([role.predicate]))
    }
    let shared = claim.lemmas.intersection(sentence.lemmas)
    return role.isOfDoer && words.areOfOnePerson(shared, isOfOneThing: isDefinite)
  }
}

extension PassageRoles {
  /// What a name is to a predicate.
  struct NameRole: Sendable, Hashable {
    /// The base form of the predicate.
    let predicate: String
    /// The relation in which the name stands to it or to its preposition.
    let relation: String
    /// Its preposition or particle as it stands, in small letters.
    let particle: String?

    /// Whether it names who does it, or whom it is done to.
    var isOfDoer: Bool {
      ["nsubj", "nsubjpass", "nsubj:pass"].contains(relation) || particle == "by"
    }
  }

  /// The role of words that make one name; nothing where they make several.
  func role(of name: [Passage.ContentWord]) -> NameRole? {
    let starts = Set(name.map(\.range.lowerBound))
    let own = words.indices.filter { starts.contains(words[$0].range.lowerBound) }
    let tops = own.filter { words[$0].head == $0 || !own.contains(words[$0].head) }
    guard tops.count == 1, var top = tops.first else { return nil }
    // 山本氏: the name hangs on its title.
    while ["compound", "appos"].contains(words[top].relation), words[top].head != top {
      top = words[top].head
    }
    let parent = words[top].head
    guard parent != top else { return nil }
    guard words[top].relation == "pobj" else {
      let particle = words.indices.first { words[$0].head == top && words[$0].relation == "case" }
      return lemma(at: parent).map {
        NameRole(
          predicate: $0, relation: words[top].relation,
          particle: particle.map { text(at: $0).lowercased() })
      }
    }
    return lemma(at: words[parent].head).map {
      NameRole(
        predicate: $0, relation: words[parent].relation, particle: text(at: parent).lowercased())
    }
  }
}
