import Claims
import Source
import Values

/// Tells whether claims of one point say it otherwise, though perhaps nothing proves that one contradicts the other:
/// with other figures or times, denied where the other affirms, with an act that excludes the other's. Who says
/// otherwise does not agree.
struct Divergence: Sendable {
  let words: ContradictionWords
  let nouns: CountedNouns

  /// What a claim says for which another one may say something else.
  struct Side: Sendable {
    /// Nothing where the claim holds a negation that is not its own: "found a drain that had not been cleaned".
    let polarity: Claim.Polarity?
    let figures: Figures
    let times: [Value]
    /// The base forms of its words without those of what it names.
    let predicates: Set<String>
  }

  func side(of claim: Claim, in language: LanguageTag, lemmas: Set<String>) -> Side {
    let isOpen =
      claim.polarity == .affirmed && claim.act?.group != "denial"
      && words.holdsNegation(claim.text, in: language)
    return Side(
      polarity: isOpen ? nil : claim.polarity, figures: Figures(claim.measures, nouns: nouns),
      // Two spans that overlap may well be one, told more or less exactly: "in the autumn", "from October on".
      times: claim.values.filter { $0.isTime && !$0.isSpan },
      predicates: lemmas.subtracting(claim.terms.flatMap(\.lemmas)))
  }

  func diverge(_ one: Side, _ other: Side) -> Bool {
    areOpposed(one.polarity, other.polarity)
      || one.figures.relation(to: other.figures) == .differing
      || one.times.differ(from: other.times)
      || excludesAny(of: one.predicates.subtracting(other.predicates), other.predicates)
  }

  private func areOpposed(_ one: Claim.Polarity?, _ other: Claim.Polarity?) -> Bool {
    guard let one, let other else { return false }
    return one != other
  }

  private func excludesAny(of own: Set<String>, _ others: Set<String>) -> Bool {
    own.contains { word in
      !words.excluded(by: word).union(words.unlike(word)).union(words.states(excludedBy: word))
        .isDisjoint(with: others)
    }
  }
}
