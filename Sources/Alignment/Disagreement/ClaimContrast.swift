import Claims
import Source
import Values

/// What each of two claims of one language says that the other does not, values left out: a different value is no
/// contradiction where the claims are of two things.
struct ClaimContrast {
  private let first: Side
  private let second: Side

  /// What one claim has for itself.
  struct Side {
    /// The base forms of its words, without those of its values and its negations.
    let words: Set<String>
    /// Those of them that stand in what it names.
    let nouns: Set<String>
    /// Those of them by which it tells where something is.
    let places: Set<String>
    /// What it names in sorts of things that have an order: the first session, 第2回.
    let ordinals: Set<String>
  }

  init(
    _ first: ComparableClaim, _ second: ComparableClaim, words: ContradictionWords,
    nouns: CountedNouns
  ) {
    let one = Self.side(of: first, beside: second, words: words)
    let other = Self.side(of: second, beside: first, words: words)
    let isOne = { (noun: String, others: Set<String>) in
      others.contains { nouns.canBeOne(noun, $0) }
    }
    self.first = Side(
      words: one.words.subtracting(second.lemmas),
      nouns: one.nouns.subtracting(second.lemmas).filter { !isOne($0, other.nouns) },
      places: one.places.subtracting(second.lemmas), ordinals: one.ordinals)
    self.second = Side(
      words: other.words.subtracting(first.lemmas),
      nouns: other.nouns.subtracting(first.lemmas).filter { !isOne($0, one.nouns) },
      places: other.places.subtracting(first.lemmas), ordinals: other.ordinals)
  }

  /// Whether each names something that the other does not, so that they tell of two things: the road to Leeds and the
  /// road to York, the first hearing and the second.
  var areOfTwoThings: Bool {
    (!first.nouns.isEmpty && !second.nouns.isEmpty) || haveTwoOrdinals
  }

  /// Whether they tell of two places, or of the first and the second of something.
  var areOfTwoPlaces: Bool {
    (!first.places.isEmpty && !second.places.isEmpty) || haveTwoOrdinals
  }

  /// The words that the first claim has for itself, and the second.
  var ownWords: (first: Set<String>, second: Set<String>) { (first.words, second.words) }

  /// The words by which only the first claim tells where something is, and only the second does.
  var ownPlaces: (first: Set<String>, second: Set<String>) { (first.places, second.places) }

  /// The words of what only the first claim names, and of what only the second does.
  var ownNouns: (first: Set<String>, second: Set<String>) { (first.nouns, second.nouns) }

  private var haveTwoOrdinals: Bool {
    !first.ordinals.isEmpty && !second.ordinals.isEmpty
      && first.ordinals.isDisjoint(with: second.ordinals)
  }

  private static func side(
    of claim: ComparableClaim, beside other: ComparableClaim, words: ContradictionWords
  ) -> Side {
    let entities = other.entities
    // What cannot be compared, "in spring" and "in autumn", tells two things apart as other words do.
    let values = claim.claim.values.filter { value in
      value.kind != .ordinal
        && (other.claim.values.isEmpty
          || other.claim.values.contains { value.compared(with: $0).relation != .incomparable })
    }
    let isOfValue = { (lemma: String) in
      lemma.allSatisfy { $0.isNumber || $0.isPunctuation }
        || values.contains { holds($0.text, lemma, in: claim.language) }
        // "At least three weeks": how exact a value is told tells of nothing else.
        || !values.isEmpty
          && claim.claim.hedges.contains { holds($0.text, lemma, in: claim.language) }
    }
    let own = claim.lemmas.filter { !isOfValue($0) && !words.isNegation($0) }
    // A name that the other claim has in another form is the same.
    let shared = Set(
      claim.claim.terms.filter { $0.entity.map(entities.contains) ?? false }.flatMap(\.lemmas))
    let local = claim.claim.terms.filter { $0.preposition.map(words.isLocal) ?? false }
    let named = Set(claim.claim.terms.flatMap(\.lemmas)).subtracting(shared)
    return Side(
      words: own.subtracting(shared), nouns: own.intersection(named),
      places: own.intersection(local.flatMap(\.lemmas)).subtracting(shared),
      ordinals: Set(
        claim.claim.values.filter { $0.kind == .ordinal }.map(\.normalizedDescription)))
  }

  /// Whether a word, by its base form, is part of the text of a value: "minute" of "25 minutes".
  private static func holds(_ text: String, _ lemma: String, in language: LanguageTag) -> Bool {
    guard language != .japanese else { return text.contains(lemma) }
    return text.lowercased().split { !$0.isLetter && !$0.isNumber }.contains { word in
      word == lemma || (lemma.count > 2 && word.hasPrefix(lemma) && word.count - lemma.count < 3)
    }
  }
}
