import Claims
import Source
import Values

/// Finds where the claims of one point contradict each other.
///
/// Real contradictions are rare and false ones bury a tool, so a difference needs two accounts that speak
/// for themselves, values of the same sort, of the same thing, in claims that otherwise agree, and no
/// value on the other side that fits.
struct DisagreementFinder: Sendable {
  let acts: ActTable
  let nouns: CountedNouns
  let words: ContradictionWords
  let weights: LemmaWeights
  /// The share of the lighter claim's words that two claims must have in common.
  let leastCover: Double

  /// The claims of the event.
  let index: ClaimIndex

  /// In points of more claims than this, those that say the same are compared by some of them only.
  private static let mostCompared = 48
  /// Words that more claims than this have do not lead to what is denied.
  private static let mostWithDeniedWord = 2_000

  /// The disagreements between claims of one point, one a pair of claims and kind.
  func disagreements(among claims: [ComparableClaim]) -> [Disagreement] {
    let claims = compared(among: claims)
    let quantities = QuantityComparison(nouns: nouns, words: words, index: index)
    return claims.indices.flatMap { index in
      claims[(index + 1)...].flatMap { other -> [Disagreement] in
        let first = claims[index]
        guard first.claim.account != other.claim.account, !repeats(first.claim, other.claim) else {
          return []
        }
        return disagreements(first, other, quantities)
      }
    }
  }

  /// The claims that are compared with each other: all of a few; of many, those that say what no other does first.
  private func compared(among claims: [ComparableClaim]) -> [ComparableClaim] {
    guard claims.count > Self.mostCompared else { return claims }
    var seen: [String: Int] = [:]
    let ranks = claims.map { claim -> Int in
      let values = claim.claim.values.map(\.normalizedDescription).sorted()
      let key = "\(claim.language) \(claim.claim.polarity) \(values)"
      seen[key, default: 0] += 1
      return seen[key, default: 0]
    }
    let chosen = claims.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    return chosen.prefix(Self.mostCompared).sorted().map { claims[$0] }
  }

  /// What claims deny expressly ("the company denies that ...") and another account affirms, be it within a
  /// longer claim that is not grouped with the denial.
  ///
  /// - Parameter group: the claims of a point, by their indices among those of the event.
  func denials(by group: [Int]) -> [Disagreement] {
    let own = Set(group)
    return group.map { index.claims[$0] }.filter {
      $0.claim.act?.group == "denial" && $0.claim.polarity == .denied
        && opposites.deniesSomething($0)
    }.flatMap {
      denial in
      index.indices(ofClaimsWithAnyOf: denial.lemmas, most: Self.mostWithDeniedWord)
        .filter { !own.contains($0) }.map { index.claims[$0] }
        .filter { other in
          other.claim.account != denial.claim.account && other.claim.polarity == .affirmed
            && other.claim.modality == .fact && !repeats(denial.claim, other.claim)
            && denial.language == other.language && cover(denial, other) >= leastCover
            && denial.weight <= other.weight
        }.map { other in
          Disagreement(
            kind: .polarity, first: denial.claim, second: other.claim, firstValue: nil,
            secondValue: nil, sides: (Message(denial.claim.text), Message(other.claim.text)))
        }
    }
  }

  private func repeats(_ first: Claim, _ second: Claim) -> Bool {
    first.voice.repeatedAccount != nil || second.voice.repeatedAccount != nil
  }

  private func disagreements(
    _ first: ComparableClaim, _ second: ComparableClaim, _ quantities: QuantityComparison
  ) -> [Disagreement] {
    let found = valueDisagreement(first, second, quantities).map { [$0] } ?? []
    guard first.language == second.language else {
      return found.isEmpty ? opposites.denial(first, across: second).map { [$0] } ?? [] : found
    }
    let areAlike =
      cover(first, second) >= leastCover
      || (first.claim.polarity != second.claim.polarity
        && cover(first, second, areIdleLeftOut: true) >= leastCover)
    let opposite =
      found.isEmpty ? opposites.disagreement(first, second, areAlike: areAlike) : nil
    return found
      + [opposite, areAlike ? strength(first.claim, second.claim) : nil].compactMap { $0 }
  }

  // MARK: - Values

  private func valueDisagreement(
    _ first: ComparableClaim, _ second: ComparableClaim, _ quantities: QuantityComparison
  ) -> Disagreement? {
    for measure in first.claim.measures where !tellsWhenCounted(measure, first.claim) {
      let rivals = second.claim.measures.filter {
        !tellsWhenCounted($0, second.claim) && isSameThing(measure, $0, first, second, quantities)
      }
      guard let rival = rivals.first, !fits(measure, anyOf: second.claim),
        !fits(rival, anyOf: first.claim)
      else { continue }
      let comparison = measure.value.compared(with: rival.value)
      guard comparison.relation == .different else { continue }
      guard
        let one = QuantityComparison.Side(measure, in: first),
        let other = QuantityComparison.Side(rival, in: second)
      else {
        guard areOneOccasion(measure, rival, first, second) else { continue }
        return Disagreement(
          kind: measure.value.isTime ? .time : .value, first: first.claim, second: second.claim,
          firstValue: measure.value, secondValue: rival.value,
          sides: (
            Message(inEach: measure.value.normalizedDescription),
            Message(inEach: rival.value.normalizedDescription)
          ))
      }
      guard !quantities.isToldElsewhere(one, by: other), !quantities.isToldElsewhere(other, by: one)
      else { continue }
      guard !one.quantity.isGeneral || areOneOccasion(measure, rival, first, second),
        !areOfTwoPlaces(first, second)
      else { continue }
      let times = quantities.times(one, other)
      guard times != nil || !one.quantity.isTally || timesAgree(first.claim, second.claim) else {
        continue
      }
      return Disagreement(
        kind: times == nil ? .value : .update, first: first.claim, second: second.claim,
        firstValue: measure.value, secondValue: rival.value,
        sides: quantities.sides(one, other), firstTime: times?.one,
        secondTime: times?.other)
    }
    return nil
  }

  /// "As of 3 p.m. 47 people were hurt": two counts may well stand at two times. What is to come has a date, "a duty of four
  /// per cent as of 1 July".
  private func tellsWhenCounted(_ measure: Measure, _ claim: Claim) -> Bool {
    claim.measures.contains { $0.quantity?.asOf == measure.value }
      || claim.modality == .fact && words.opensCount(measure.value.text)
        && claim.values.contains { $0.kind == .number }
  }

  /// Whether the other claim has any value that agrees with this one: then the two are of two things. The part
  /// of a sum and the value of another quantity do not.
  private func fits(_ measure: Measure, anyOf claim: Claim) -> Bool {
    claim.measures.contains { other in
      if let quantity = measure.quantity, let rival = other.quantity,
        quantity.id != rival.id || rival.standing == .part
      {
        return false
      }
      return [.equal, .compatible].contains(measure.value.compared(with: other.value).relation)
    }
  }

  private func isSameThing(
    _ one: Measure, _ other: Measure, _ first: ComparableClaim, _ second: ComparableClaim,
    _ quantities: QuantityComparison
  ) -> Bool {
    guard one.value.kind == other.value.kind || (hasClock(one.value) && hasClock(other.value)),
      one.value.compared(with: other.value).relation != .incomparable,
      isFigure(one), isFigure(other), !quantities.isOfThoseNamed(one, in: first.claim),
      !quantities.isOfThoseNamed(other, in: second.claim)
    else { return false }
    let isAlike =
      first.language == second.language
      ? (one.governor == other.governor && one.governor != nil)
        || cover(first, second) >= leastCover
      : first.corresponds(to: second)
    if let here = QuantityComparison.Side(one, in: first),
      let there = QuantityComparison.Side(other, in: second)
    {
      return quantities.isOneThing(here, there, isAlike: isAlike)
    }
    // "86 passengers" and "six cars" are two things, whatever else the claims have in common.
    if let counted = one.counted, let otherCounted = other.counted,
      !nouns.canBeOne(counted, otherCounted)
    {
      return false
    }
    return isAlike
  }

  /// Whether a value is the figure that its claim gives, and no part or older one.
  private func isFigure(_ measure: Measure) -> Bool {
    measure.quantity.map { $0.standing == .whole } ?? true
  }

  private func hasClock(_ value: Value) -> Bool { [.time, .dateTime].contains(value.kind) }

  // MARK: - One occasion

  /// Whether two claims tell of one thing at one time, so that two values in the same role exclude each other: both
  /// are told as facts, neither names something of its own, and nothing else in them differs.
  private func areOneOccasion(
    _ one: Measure, _ other: Measure, _ first: ComparableClaim, _ second: ComparableClaim
  ) -> Bool {
    guard first.claim.modality == second.claim.modality, first.claim.polarity == .affirmed,
      second.claim.polarity == .affirmed,
      [.fact, .hearsay, .future, .intention].contains(first.claim.modality),
      one.value.kind != .ordinal,
      !words.isVague(one.value.text, in: first.language),
      !words.isVague(other.value.text, in: second.language),
      first.claim.voice.source == nil || second.claim.voice.source == nil
        || first.claim.voice.source == second.claim.voice.source
    else { return false }
    // What is measured at a place has no parts.
    guard !areOfTwoThings(first, second),
      first.language != second.language || one.quantity?.isLocal ?? false
        || !CountScope(words: words, nouns: nouns).isPartOfWhole((one, first), (other, second))
    else { return false }
    let rest = (
      first.claim.measures.filter { $0 != one }, second.claim.measures.filter { $0 != other }
    )
    return !rest.0.contains { [$0.value].differ(from: rest.1.map(\.value)) }
  }

  private func areOfTwoPlaces(_ first: ComparableClaim, _ second: ComparableClaim) -> Bool {
    first.language == second.language
      && ClaimContrast(first, second, words: words, nouns: nouns).areOfTwoPlaces
  }

  private func areOfTwoThings(_ first: ComparableClaim, _ second: ComparableClaim) -> Bool {
    first.language == second.language
      && ClaimContrast(first, second, words: words, nouns: nouns).areOfTwoThings
  }

  private func timesAgree(_ first: Claim, _ second: Claim) -> Bool {
    let times = second.values.filter(\.isTime)
    return !first.values.contains { $0.isTime && [$0].differ(from: times) }
  }

  // MARK: - Words

  private var opposites: OppositeFinder {
    OppositeFinder(acts: acts, words: words, nouns: nouns)
  }

  /// The share of the lighter claim's words, by weight and without its acts, that the other claim holds.
  ///
  /// - Parameter areIdleLeftOut: whether words that limit nothing do not count either.
  private func cover(
    _ first: ComparableClaim, _ second: ComparableClaim, areIdleLeftOut: Bool = false
  ) -> Double {
    let (one, other) = (
      telling(first, areIdleLeftOut: areIdleLeftOut),
      telling(second, areIdleLeftOut: areIdleLeftOut)
    )
    let lighter = min(weights.weight(of: one.sorted()), weights.weight(of: other.sorted()))
    guard lighter > 0 else { return 0 }
    return weights.weight(of: one.intersection(other).sorted()) / lighter
  }

  private func telling(_ claim: ComparableClaim, areIdleLeftOut: Bool) -> Set<String> {
    let own = claim.lemmas.filter { acts.act(ofVerb: $0, in: claim.language) == nil }
    return areIdleLeftOut ? own.subtracting(opposites.idleWords(of: claim)) : own
  }

  private func strength(_ first: Claim, _ second: Claim) -> Disagreement? {
    guard let one = first.act, let other = second.act, first.polarity == second.polarity,
      let difference = one.strength(above: other), difference != 0
    else { return nil }
    return Disagreement(
      kind: .strength, first: first, second: second, firstValue: nil, secondValue: nil,
      sides: (acts.wording(of: one), acts.wording(of: other)))
  }
}
