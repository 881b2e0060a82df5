import Claims
import Values

/// Tells whether one of two figures is that of a part of what the other one counts: four schools in one town and sixty
/// in the country, twelve works by women and eighty works, those who came on Saturday and in three days.
struct CountScope: Sendable {
  let words: ContradictionWords

  /// A figure with its claim.
  typealias Side = (measure: Measure, claim: ComparableClaim)

  /// Whether the two figures, which differ, can both be true so; the claims are of one language.
  func isPartOfWhole(_ one: Side, _ other: Side) -> Bool {
    guard let here = one.measure.value.quantity?.value,
      let there = other.measure.value.quantity?.value,
      !one.measure.value.isTime, one.measure.value.kind != .duration
    else { return false }
    let (part, whole) = here < there ? (one, other) : (other, one)
    return isWide(whole, besides: part) || isLimited(part, besides: whole)
      || areOfTwoSpans(part, whole)
  }

  private func isWide(_ whole: Side, besides part: Side) -> Bool {
    whole.claim.lemmas.subtracting(part.claim.lemmas).contains(where: words.isWide)
  }

  /// Whether a claim limits what it counts by words that the other does not have: "works by women", "foreign workers".
  private func isLimited(_ part: Side, besides whole: Side) -> Bool {
    let range = part.measure.value.range
    let named = part.claim.claim.terms.filter { $0.context.overlaps(range) }
    guard let counted = named.first(where: { $0.range.overlaps(range) }) else { return false }
    let limits = Set(counted.modifiers).union(
      named.filter { $0.range != counted.range }.flatMap(\.lemmas))
    let isOfValue = { (lemma: String) in part.measure.value.text.lowercased().contains(lemma) }
    return limits.contains { limit in
      !whole.claim.lemmas.contains(limit) && !isOfValue(limit)
    }
  }

  /// Whether one tells of a day or an hour and the other of a time that lasts.
  private func areOfTwoSpans(_ one: Side, _ other: Side) -> Bool {
    let (here, there) = (rest(of: one), rest(of: other))
    return (here.contains(where: \.isTime) && there.contains { $0.kind == .duration })
      || (there.contains(where: \.isTime) && here.contains { $0.kind == .duration })
  }

  private func rest(of side: Side) -> [Value] {
    side.claim.claim.measures.filter { $0 != side.measure }.map(\.value)
  }
}
