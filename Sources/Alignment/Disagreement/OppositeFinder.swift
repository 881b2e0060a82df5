import Claims
import Source
import Values

/// Finds where two claims say of one thing what cannot both be true: denied and affirmed, agreed and refused, rose
/// and fell, here and there.
struct OppositeFinder: Sendable {
  let acts: ActTable
  let words: ContradictionWords
  let nouns: CountedNouns

  /// The disagreement of two claims of one language, of different accounts; nothing where there is none.
  ///
  /// - Parameter areAlike: whether the claims have so much in common that one can be the denial of the other.
  func disagreement(
    _ first: ComparableClaim, _ second: ComparableClaim, areAlike: Bool
  ) -> Disagreement? {
    guard haveOneVoice(first.claim, second.claim), first.claim.modality == second.claim.modality
    else { return nil }
    guard first.claim.polarity == second.claim.polarity else {
      return areAlike ? polarity(first, second) : nil
    }
    guard first.claim.polarity == .affirmed, [.fact, .future].contains(first.claim.modality) else {
      return nil
    }
    // "Did not deny" affirms nothing that "confirmed" could exclude.
    guard ![first, second].contains(where: { $0.claim.act?.group == "denial" }) else { return nil }
    return opposite(first, second) ?? initiators(first, second)
      ?? UniqueRoles(words: words, nouns: nouns).disagreement(first, second)
  }

  /// Two claims of one meeting that name two at whose wish it was held.
  private func initiators(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    guard first.claim.act?.group == "encounter", second.claim.act?.group == "encounter",
      first.initiators.areOthers(than: second.initiators), timesAgree(first.claim, second.claim)
    else { return nil }
    return made(.participants, first, second, (first.claim.text, second.claim.text))
  }

  /// The disagreement of two claims of two languages, of different accounts, one of which denies what the other affirms:
  /// each word of either, but for those that deny, must have its like in the other.
  func denial(_ first: ComparableClaim, across second: ComparableClaim) -> Disagreement? {
    let (denying, other) = first.claim.polarity == .denied ? (first, second) : (second, first)
    guard first.claim.polarity != second.claim.polarity,
      haveOneVoice(first.claim, second.claim), first.claim.modality == second.claim.modality,
      timesAgree(first.claim, second.claim),
      Figures(first.claim.measures, nouns: nouns)
        .relation(to: Figures(second.claim.measures, nouns: nouns)) != .differing,
      !words.holdsNegation(other.claim.text, in: other.language)
    else { return nil }
    let idle = idleWords(of: denying)
    let corresponds = first.corresponds(
      to: second, least: CrossLanguageMatch.leastCosineOfDenial
    ) { claim, lemma in
      words.isNegation(lemma) || claim.claim.polarity == .denied && idle.contains(lemma)
    }
    guard corresponds else { return nil }
    return made(.polarity, first, second, (first.claim.text, second.claim.text))
  }

  /// Whether two claims are held by their accounts, or both reported from one source: what an account merely reports
  /// does not contradict another.
  private func haveOneVoice(_ first: Claim, _ second: Claim) -> Bool {
    holder(of: first) == holder(of: second)
  }

  /// Who holds a claim, where it is not its account: that the ministry denies something the account says itself.
  private func holder(of claim: Claim) -> String? {
    claim.act?.group == "denial" ? claim.voice.outer?.source : claim.voice.source
  }

  private func made(
    _ kind: Disagreement.Kind, _ first: ComparableClaim, _ second: ComparableClaim,
    _ sides: (String, String)
  ) -> Disagreement {
    Disagreement(
      kind: kind, first: first.claim, second: second.claim, firstValue: nil, secondValue: nil,
      sides: (Message(sides.0), Message(sides.1)))
  }

  // MARK: - Polarity

  /// To deny something contradicts whoever says it, and more; to deny it of one thing or time contradicts nobody
  /// who says it of another.
  private func polarity(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    let contrast = ClaimContrast(first, second, words: words, nouns: nouns)
    let isFirstDenied = first.claim.polarity == .denied
    let (denying, other) = isFirstDenied ? (first, second) : (second, first)
    guard deniesSomething(denying) else { return nil }
    let own = (isFirstDenied ? contrast.ownWords.first : contrast.ownWords.second)
      .subtracting(idleWords(of: denying)).filter { word in
        let group = acts.act(ofWord: word, in: denying.language)?.group
        return group == nil || (group != "denial" && group != other.claim.act?.group)
      }
    let settings = isFirstDenied ? contrast.ownPlaces.second : contrast.ownPlaces.first
    guard own.isEmpty || settings.isEmpty && own.isSubset(of: occasion(of: denying, beside: other)),
      timesAgree(first.claim, second.claim)
    else { return nil }
    return made(.polarity, first, second, (first.claim.text, second.claim.text))
  }

  /// The words for the meeting at which something is denied, where the other tells of no other one.
  private func occasion(
    of denying: ComparableClaim, beside other: ComparableClaim
  ) -> Set<String> {
    let own = words.occasionWords(of: denying, acts)
    return words.occasionWords(of: other, acts).isSubset(of: own) ? own : []
  }

  /// Whether a claim says what it denies: "Lind denied it" does not.
  func deniesSomething(_ claim: ComparableClaim) -> Bool {
    claim.lemmas.subtracting(idleWords(of: claim)).contains {
      acts.act(ofWord: $0, in: claim.language)?.group != "denial"
    }
  }

  /// The words of a claim that are no part of what it denies or affirms: "in fact", "the company denies that".
  func idleWords(of claim: ComparableClaim) -> Set<String> {
    words.idleLemmas(of: claim).union(denierWords(of: claim))
  }

  /// The words for who denies something expressly, and by which.
  private func denierWords(of denying: ComparableClaim) -> Set<String> {
    let claim = denying.claim
    guard claim.act?.group == "denial" else { return [] }
    let deniers = claim.actors.map(\.text) + [claim.voice.source].compactMap { $0 }
    let names = deniers.map { $0.lowercased() }
    return Set(
      claim.lemmas.filter { lemma in
        names.contains { $0.contains(lemma.lowercased()) }
          || acts.isInFrame(lemma, ofGroup: "denial", in: denying.language)
      })
  }

  private func timesAgree(_ first: Claim, _ second: Claim) -> Bool {
    first.values.timesAgree(with: second.values)
  }

  // MARK: - Predicates that exclude each other

  private func opposite(_ first: ComparableClaim, _ second: ComparableClaim) -> Disagreement? {
    // Most pairs have no opposites at all, and what they differ in takes long to tell.
    guard first.lemmas.contains(where: { words.hasOpposite(of: $0, in: second.lemmas) }),
      timesAgree(first.claim, second.claim)
    else { return nil }
    let contrast = ClaimContrast(first, second, words: words, nouns: nouns)
    let (own, others) = contrast.ownWords
    for word in own.subtracting(nounWords(of: first.claim)).sorted() {
      let opposites = opposites(of: word, in: first, haveCommonTime(first.claim, second.claim))
      let rivals = opposites.intersection(others).subtracting(nounWords(of: second.claim))
      guard let rival = rivals.sorted().first else { continue }
      // All else must be the same: what only one of them tells may be of something else.
      let rest = (own.subtracting([word]), others.subtracting([rival]))
      guard rest.0.isEmpty || rest.1.isEmpty, sharesNoun(first.claim, second.claim) else {
        continue
      }
      return made(.opposite, first, second, (word, rival))
    }
    return nil
  }

  private func opposites(
    of word: String, in claim: ComparableClaim, _ haveCommonTime: Bool
  ) -> Set<String> {
    words.excluded(by: word).union(haveCommonTime ? words.states(excludedBy: word) : [])
  }

  private func haveCommonTime(_ first: Claim, _ second: Claim) -> Bool {
    first.values.filter(\.isTime).contains { one in
      second.values.filter(\.isTime).contains { one.agrees(with: $0) }
    }
  }

  /// The words of what a claim names: there, opposites only tell two things apart.
  private func nounWords(of claim: Claim) -> Set<String> { Set(claim.terms.flatMap(\.lemmas)) }

  private func sharesNoun(_ first: Claim, _ second: Claim) -> Bool {
    !nounWords(of: first).isDisjoint(with: nounWords(of: second))
  }
}
