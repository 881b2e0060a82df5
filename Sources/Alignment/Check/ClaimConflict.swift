import Claims
import Values

/// Finds that a sentence says of one thing what a claim excludes: another value in the same role, or a predicate that
/// cannot be true beside the claim's.
///
/// It needs that all else in the claim is in the sentence and that the sentence names nothing besides: another value
/// of another thing is no conflict. So it finds few, and hardly any that are none.
struct ClaimConflict: Sendable {
  private let words: ContradictionWords
  private let acts: ActTable

  /// What a conflict counts as a probability.
  static let probability = 0.9

  /// - Throws: `ResourceError` when a table cannot be read.
  init() throws {
    words = try ContradictionWords()
    acts = try ActTable()
  }

  /// Whether a sentence excludes a claim.
  func exists(between claim: Passage, and sentence: Passage) -> Bool {
    guard claim.negations == sentence.negations, !isBeside(claim, sentence) else { return false }
    guard claim.language == sentence.language else {
      return differsInValueAcross(claim, sentence)
    }
    return differsInValue(claim, sentence) || hasOpposite(claim, sentence)
      || RoleConflict(words: words, acts: acts).exists(
        between: claim, and: sentence, own: rest(of: claim, besides: sentence),
        others: rest(of: sentence, besides: claim))
  }

  /// Whether a sentence has all that a claim says, its values too.
  func isMet(_ claim: Passage, by sentence: Passage) -> Bool {
    rest(of: claim, besides: sentence).isEmpty
      && claim.values.allSatisfy { value in sentence.values.contains { value.agrees(with: $0) } }
  }

  // MARK: - What is no conflict

  /// Whether a claim and a sentence, however much one denies what the other affirms, can both be true: one is only what
  /// somebody is reported to say, or what may or should be; both deny by other means; or they are of two things.
  func isBeside(_ claim: Passage, _ sentence: Passage) -> Bool {
    let (here, there) = (PassageRoles(claim), PassageRoles(sentence))
    if here.isReported(by: acts, words) != there.isReported(by: acts, words) { return true }
    guard claim.language == sentence.language else { return false }
    if modals(here) != modals(there) { return true }
    guard claim.negations != sentence.negations else { return false }
    return deniesByOpposite(claim, sentence)
      || areOfTwo(here.subjects, there.subjects, claim, sentence)
      || areOfTwoObjects(here.objects, there.objects, claim, sentence)
      || deniesAnother(here, there, claim, sentence)
  }

  private func modals(_ roles: PassageRoles) -> Set<String> {
    roles.auxiliaries.filter(words.isModal)
  }

  /// "Was absent" and "did not attend" are one.
  private func deniesByOpposite(_ claim: Passage, _ sentence: Passage) -> Bool {
    let own = claim.lemmas.subtracting(sentence.lemmas)
    let others = sentence.lemmas.subtracting(claim.lemmas)
    return own.contains { word in others.contains { words.areOpposites(word, $0) } }
  }

  /// Whether what is said is said of two: "the guard did not see it", "the cook saw it".
  private func areOfTwo(
    _ here: Set<String>, _ there: Set<String>, _ claim: Passage, _ sentence: Passage
  ) -> Bool {
    !here.isEmpty && !there.isEmpty && here.isDisjoint(with: sentence.lemmas)
      && there.isDisjoint(with: claim.lemmas)
  }

  /// Whether the same is said to be done to two: "plays no flute", "plays the drum". A word that ends with the other one
  /// may mean the same: 自動車, 車.
  private func areOfTwoObjects(
    _ here: [String: Set<String>], _ there: [String: Set<String>], _ claim: Passage,
    _ sentence: Passage
  ) -> Bool {
    here.contains { predicate, own in
      guard let others = there[predicate] else { return false }
      return areOfTwo(own, others, claim, sentence)
        && !own.contains { one in
          others.contains { one.hasSuffix($0) || $0.hasSuffix(one) }
        }
    }
  }

  /// Whether one denies a predicate that the other does not have, which has its own: "did not become law", "was
  /// rejected".
  private func deniesAnother(
    _ here: PassageRoles, _ there: PassageRoles, _ claim: Passage, _ sentence: Passage
  ) -> Bool {
    let (denying, affirming) =
      claim.negations > sentence.negations
      ? ((here, claim), (there, sentence)) : ((there, sentence), (here, claim))
    let (denied, said) = (denying.0.denied, affirming.0.predicates.keys)
    return !denied.isEmpty && !said.isEmpty && denied.isDisjoint(with: affirming.1.lemmas)
      && denying.1.lemmas.isDisjoint(with: said)
  }

  // MARK: - Values

  private func differsInValue(_ claim: Passage, _ sentence: Passage) -> Bool {
    let differing = claim.values.filter { differs($0, from: sentence.values) }
    guard differing.count == 1, let value = differing.first, value.kind != .ordinal,
      !words.isVague(value.text, in: claim.language)
    else { return false }
    let own = rest(of: claim, besides: sentence)
    let others = rest(of: sentence, besides: claim)
    guard own.isEmpty, !others.contains(where: \.isName),
      timesAgree(claim, sentence, besides: value)
    else { return false }
    let role = PassageRoles(claim).role(of: value)
    let roles = PassageRoles(sentence)
    guard !isPart(value, of: claim, beside: sentence, others) else { return false }
    return sentence.values.contains { other in
      guard value.compared(with: other).relation == .different,
        !words.isVague(other.text, in: sentence.language), let role,
        let there = roles.role(of: other)
      else { return false }
      return role.path == there.path && role.subject == there.subject
    }
  }

  /// Whether the sentence, by words of its own, counts but a part of what the claim counts ("12 works by women" of "80
  /// works"), or what it is a part of.
  private func isPart(
    _ value: Value, of claim: Passage, beside sentence: Passage, _ others: [Passage.ContentWord]
  ) -> Bool {
    guard !others.isEmpty, !value.isTime, value.kind != .duration,
      let there = value.quantity?.value
    else { return false }
    let isWide = others.contains { words.isWide($0.lemma) }
    return sentence.values.contains { other in
      guard value.compared(with: other).relation == .different,
        let here = other.quantity?.value
      else { return false }
      return here < there || isWide
    }
  }

  /// Whether a sentence in another language says the same with another value.
  private func differsInValueAcross(_ claim: Passage, _ sentence: Passage) -> Bool {
    let differing = claim.values.filter { differs($0, from: sentence.values) }
    guard differing.count == 1, let value = differing.first, value.kind != .ordinal,
      claim.values.count == sentence.values.count,
      !words.isVague(value.text, in: claim.language),
      !sentence.values.contains(where: { words.isVague($0.text, in: sentence.language) })
    else { return false }
    return CrossLanguageMatch.holds(
      claim.meaningsBesideValues, sentence.meaningsBesideValues,
      least: CrossLanguageMatch.leastCosine)
  }

  /// Whether all times of a claim but one value are in a sentence that tells times besides.
  private func timesAgree(_ claim: Passage, _ sentence: Passage, besides value: Value) -> Bool {
    let times = claim.values.filter { $0.isTime && $0 != value }
    let others = sentence.values.filter {
      $0.isTime && value.compared(with: $0).relation != .different
    }
    // "By noon" and "in the evening" may overlap, and yet a count grows from one to the other.
    let isTime = value.isTime || value.kind == .duration
    return others.isEmpty
      || times.allSatisfy { one in
        others.contains {
          let relation = one.compared(with: $0).relation
          return relation == .equal || (relation == .compatible && (isTime || one.kind == .date))
        }
      }
  }

  /// Whether a value is comparable to others and agrees with none.
  private func differs(_ value: Value, from others: [Value]) -> Bool {
    let relations = others.map { value.compared(with: $0).relation }
    return relations.contains(.different)
      && !relations.contains { [.equal, .compatible].contains($0) }
  }

  /// The words of a passage that another does not have, its values left out.
  private func rest(of passage: Passage, besides other: Passage) -> [Passage.ContentWord] {
    passage.words.filter { word in
      // A number that is no value tells things apart as other words do: "chapter two".
      !(word.isNumber && passage.values.contains { $0.range.overlaps(word.range) })
        && !other.lemmas.contains(word.lemma)
        && !passage.values.contains { value in
          value.range.overlaps(word.range)
            && other.values.contains { value.compared(with: $0).relation != .incomparable }
        }
    }
  }

  // MARK: - Predicates

  private func hasOpposite(_ claim: Passage, _ sentence: Passage) -> Bool {
    let own = rest(of: claim, besides: sentence)
    guard own.count == 1, let word = own.first,
      !claim.values.contains(where: { differs($0, from: sentence.values) })
    else { return false }
    let (here, there) = (PassageRoles(claim).predicates, PassageRoles(sentence).predicates)
    guard let subject = here[word.lemma] else { return false }
    let haveCommonTime = claim.values.filter(\.isTime).contains { one in
      sentence.values.filter(\.isTime).contains { one.agrees(with: $0) }
    }
    let opposites = words.excluded(by: word.lemma).union(
      haveCommonTime ? words.states(excludedBy: word.lemma) : [])
    return opposites.contains { opposite in
      guard let other = there[opposite], !claim.lemmas.contains(opposite) else { return false }
      return other == subject
    }
  }
}
