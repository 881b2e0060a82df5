import Claims
import Values

/// Tells whether one of two figures is that of a part of what the other one counts: four schools in one town and sixty
/// in the country, twelve works by women and eighty works, those who came on Saturday and in three days.
struct CountScope: Sendable {
  let words: ContradictionWords
  let nouns: CountedNouns

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

  /// Whether a claim names something that the other does not, as what it counts may be limited by: "works by women", "the
  /// seats in the front row".
  private func isLimited(_ part: Side, besides whole: Side) -> Bool {
    if words.isPartitive(part.measure.value.text, in: part.claim.claim.text) { return true }
    let contrast = ClaimContrast(part.claim, whole.claim, words: words, nouns: nouns)
    return !contrast.ownNouns.first.isEmpty && contrast.ownNouns.second.isEmpty
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
