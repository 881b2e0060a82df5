import Claims
import Source
import Values

/// Tells whether claims of one point say it otherwise, though perhaps nothing proves that one contradicts the other:
/// with other figures or times, denied where the other affirms, of somebody else, wished where the other tells what was
/// done, with an act that excludes the other's. Who says otherwise does not agree.
struct Divergence: Sendable {
  let words: ContradictionWords
  let nouns: CountedNouns
  let acts: ActTable
  let entities: EntityDirectory

  /// What a claim says for which another one may say something else.
  struct Side: Sendable {
    /// Nothing where the claim holds a negation that is not its own: "found a drain that had not been cleaned".
    let polarity: Claim.Polarity?
    let figures: Figures
    let times: [Value]
    /// What it tells besides names and values, and its values.
    let substance: Substance
    /// The base forms of its words, and those of them that are not of what it names.
    let lemmas: Set<String>
    let predicates: Set<String>
    let act: Act?
    let modality: Claim.Modality
    /// Whether one of its words stands for asking for something: "renewed its call".
    let demands: Bool
    /// The ids of who acts alone, by what they are, and those of all whom it names.
    let actors: [Entity.Kind: Set<String>]
    let named: Set<String>
    /// At whose wish it was done.
    let initiators: Initiators
  }

  /// - Parameter whole: the claim that it is a part of, which tells who acts in it too.
  func side(
    of claim: Claim, in language: LanguageTag, lemmas: Set<String>, partOf whole: Claim? = nil
  ) -> Side {
    let isOpen =
      claim.polarity == .affirmed && claim.act?.group != "denial"
      && words.holdsNegation(claim.text, in: language)
    return Side(
      polarity: isOpen ? nil : claim.polarity, figures: Figures(claim.measures, nouns: nouns),
      // Two spans that overlap may well be one, told more or less exactly: "in the autumn", "from October on".
      times: claim.values.filter { $0.isTime && !$0.isSpan },
      substance: Substance(claim, in: language), lemmas: lemmas,
      predicates: lemmas.subtracting(claim.terms.flatMap(\.lemmas)), act: claim.act,
      modality: claim.modality,
      demands: lemmas.contains { acts.act(ofWord: $0, in: language)?.group == "demand" },
      actors: actors(of: whole ?? claim),
      named: Set((whole ?? claim).mentions.map(\.entity) + claim.actors.compactMap(\.entity)),
      initiators: entities.byKind(claim.initiators))
  }

  private func actors(of claim: Claim) -> [Entity.Kind: Set<String>] {
    let alone = claim.actsJointly == true ? [] : claim.actors
    let known = alone.compactMap { $0.entity.flatMap(entities.entity) } + countries(of: claim)
    return Dictionary(grouping: known, by: \.kind).mapValues { Set($0.map(\.id)) }
  }

  /// Whose those who act are: "Norwegian troops".
  private func countries(of claim: Claim) -> [Entity] {
    let actors = claim.terms.filter { term in claim.actors.contains { $0.text == term.text } }
    return claim.mentions.filter { mention in
      actors.contains { $0.range.overlaps(mention.range) }
    }.compactMap { entities.entity($0.entity) }.filter { $0.kind == .region }
  }

  func diverge(_ one: Side, _ other: Side) -> Bool {
    areOpposed(one.polarity, other.polarity)
      || one.figures.relation(to: other.figures) == .differing
      || one.times.differ(from: other.times)
      || one.initiators.areOthers(than: other.initiators)
      || one.substance.isApart(from: other.substance) || areOfTwoActors(one, other)
      || isWishOf(one, other) || isWishOf(other, one)
      || isRefusal(one, of: other) || isRefusal(other, of: one)
      || excludesAny(of: one.predicates.subtracting(other.predicates), other.predicates)
      || isUnlike(one, other) || isUnlike(other, one)
  }

  /// Whether a claim tells less than what it is to say as well: that a matter was discussed, where it was agreed on.
  func saysLess(_ one: Side, than told: Side) -> Bool {
    guard let own = one.act, let act = told.act, own.group != act.group else { return false }
    return (own.strength(above: act) ?? 0) < 0
  }

  /// "Japan will provide 12 billion yen", "Germany will provide 80 million euros": neither is named by the other.
  private func areOfTwoActors(_ one: Side, _ other: Side) -> Bool {
    one.actors.contains { kind, actors in
      guard let others = other.actors[kind] else { return false }
      return actors.isDisjoint(with: other.named) && others.isDisjoint(with: one.named)
    }
  }

  /// Whether one asks for something, or wants it, where the other tells of what was done.
  private func isWishOf(_ one: Side, _ other: Side) -> Bool {
    let isWish = [.obligation, .hope].contains(one.modality) || one.act?.group == "demand"
    return isWish && other.modality == .fact && !other.demands
      && other.act.map { Self.deeds.contains($0.group) } ?? true
  }

  /// The groups of acts by which something is done and nothing said.
  private static let deeds: Set = ["encounter", "extent", "cancellation"]

  /// "Turned down an invitation": nobody agrees with that who neither refuses nor denies.
  private func isRefusal(_ one: Side, of other: Side) -> Bool {
    one.act?.group == "refusal" && !one.actors.isEmpty && one.polarity == .affirmed
      && other.polarity == .affirmed
      && !(other.act.map { ["refusal", "denial"].contains($0.group) } ?? false)
  }

  private func areOpposed(_ one: Claim.Polarity?, _ other: Claim.Polarity?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }

  private func excludesAny(of own: Set<String>, _ others: Set<String>) -> Bool {
    own.contains { word in
      !words.excluded(by: word).union(words.states(excludedBy: word)).isDisjoint(with: others)
    }
  }

  /// Whether one tells by its predicate as one event what the other tells as another, be it by a noun: "was released",
  /// "remains in detention".
  private func isUnlike(_ one: Side, _ other: Side) -> Bool {
    one.predicates.subtracting(other.lemmas).contains { word in
      !words.unlike(word).isDisjoint(with: other.lemmas.subtracting(one.lemmas))
    }
  }
}
