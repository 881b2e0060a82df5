import Claims
import Language
import Source
import Values

/// A claim with all that comparing it needs, computed once.
struct ComparableClaim: Sendable {
  let claim: Claim
  let language: LanguageTag
  let embedding: Embedding
  let lemmas: Set<String>
  /// The ids of what it names.
  var entities: Set<String> = []
  let weight: Double
  let isLead: Bool
  /// When its account was published.
  var published: Timestamp? = nil
}

/// What two claims have in common, each feature from 0 to 1 but for the cosine; the names are those of the
/// weights in `Resources/similarity.json`.
enum PairFeature: String, Sendable, CaseIterable {
  /// The cosine of the centred embeddings.
  case cosine
  /// That cosine where the claims are in different languages: there it is nearly all there is.
  case cosineAcross
  /// The share of the lighter claim's words, by weight, that the other claim holds: across languages, its names.
  case coverOfShorter
  /// The share of the heavier claim's words, by weight, that the other claim holds: across languages, its names.
  case coverOfLonger
  /// 1 where the claims are in different languages: then no words but names can be shared.
  case acrossLanguages
  /// 1 where both have values and some of them agree.
  case valuesAgree
  /// 1 where the acts are of one group.
  case sameActs
  /// 1 where each is the first claim of its account and their acts are of one group: what a report begins
  /// with is the event itself.
  case bothLead
  /// 1 where neither account has a claim that is liker to the other claim.
  case mutuallyNearest
}

/// The features of a pair of claims, one lane each in the order of `PairFeature`.
struct PairFeatures: Sendable {
  private(set) var lanes = SIMD16<Double>.zero

  init(_ first: PairSide, _ second: PairSide, weights: LemmaWeights, nouns: CountedNouns) {
    let isAcross = first.language != second.language
    self[.cosine] = first.cosine(second)
    self[.cosineAcross] = isAcross ? self[.cosine] : 0
    self[.acrossLanguages] = isAcross ? 1 : 0
    if first.weight > 0, second.weight > 0 {
      // Of words, names alone can be shared across languages.
      let shared =
        isAcross
        ? weights.commonWeight(first.names, second.names)
        : weights.commonWeight(first.words, second.words)
      self[.coverOfShorter] = min(shared / min(first.weight, second.weight), 1)
      self[.coverOfLonger] = min(shared / max(first.weight, second.weight), 1)
    }
    let agree = Self.agree(first.measures, second.measures, nouns: isAcross ? nil : nouns)
    self[.valuesAgree] = agree ? 1 : 0
    let sameActs = first.actGroup != nil && first.actGroup == second.actGroup
    self[.sameActs] = sameActs ? 1 : 0
    self[.bothLead] = sameActs && first.isLead && second.isLead ? 1 : 0
  }

  /// A feature's value.
  subscript(feature: PairFeature) -> Double {
    get { lanes[PairFeature.lane(of: feature)] }
    set { lanes[PairFeature.lane(of: feature)] = newValue }
  }

  /// How near two claims are by meaning and words, to tell which is nearest to which.
  var nearness: Double {
    self[.cosine] + 0.35 * self[.coverOfShorter] + 0.3 * self[.coverOfLonger]
  }

  /// Whether some value of one claim agrees with one of the other, of what may be the same.
  ///
  /// - Parameter nouns: which nouns count the same; nothing where the claims are in two languages.
  private static func agree(
    _ first: [Measure], _ second: [Measure], nouns: CountedNouns?
  ) -> Bool {
    first.contains { one in
      second.contains { other in
        one.value.agrees(with: other.value) && mayBeOne(one, other, nouns: nouns)
      }
    }
  }

  /// A number that counts something is not one that counts nothing or something else: "No. 2" and "two
  /// inspectors" have a digit in common.
  private static func mayBeOne(_ one: Measure, _ other: Measure, nouns: CountedNouns?) -> Bool {
    guard one.value.kind == .number, other.value.kind == .number else { return true }
    guard let counted = one.counted, let otherCounted = other.counted else {
      return one.counted == nil && other.counted == nil
    }
    return nouns?.canBeOne(counted, otherCounted) ?? true
  }
}

extension PairFeature {
  private static let lanes = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// The lane of a feature.
  static func lane(of feature: PairFeature) -> Int { lanes[feature, default: 0] }
}
