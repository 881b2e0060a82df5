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
  let names: Set<String>
  let weight: Double
}

/// What two claims have in common, each feature from 0 to 1 but for the cosine.
///
/// The order of the cases is the order of the weights in `Resources/similarity.json`.
enum PairFeature: String, Sendable, CaseIterable, Decodable {
  /// The cosine of the centred embeddings.
  case cosine
  /// The share of the lighter claim's words, by weight, that the other claim holds.
  case coverOfShorter
  /// The share of the heavier claim's words, by weight, that the other claim holds.
  case coverOfLonger
  /// 1 where the claims are in different languages: then words cannot be shared.
  case acrossLanguages
  /// 1 where both have values and some of them agree.
  case valuesAgree
  /// 1 where both have values and none of them agree.
  case valuesDisagree
  /// 1 where the acts are of one group.
  case sameActs
  /// The share of the names that both hold, of the one that has fewer.
  case namesShared
}

/// The features of a pair of claims.
struct PairFeatures: Sendable {
  private(set) var values: [PairFeature: Double] = [:]

  init(_ first: ComparableClaim, _ second: ComparableClaim, weights: LemmaWeights) {
    let isAcross = first.language != second.language
    let shared = weights.weight(of: first.lemmas.intersection(second.lemmas))
    let lighter = min(first.weight, second.weight)
    let heavier = max(first.weight, second.weight)
    values[.cosine] = Double(first.embedding.cosine(second.embedding))
    values[.coverOfShorter] = isAcross || lighter == 0 ? 0 : shared / lighter
    values[.coverOfLonger] = isAcross || heavier == 0 ? 0 : shared / heavier
    values[.acrossLanguages] = isAcross ? 1 : 0
    let agreement = Self.agreement(first.claim.values, second.claim.values)
    values[.valuesAgree] = agreement == true ? 1 : 0
    values[.valuesDisagree] = agreement == false ? 1 : 0
    let groups = (first.claim.act?.group, second.claim.act?.group)
    values[.sameActs] = groups.0 != nil && groups.0 == groups.1 ? 1 : 0
    let fewest = min(first.names.count, second.names.count)
    let common = first.names.intersection(second.names).count
    values[.namesShared] = fewest == 0 || isAcross ? 0 : Double(common) / Double(fewest)
  }

  subscript(feature: PairFeature) -> Double { values[feature] ?? 0 }

  /// Whether some values of two claims agree; nothing where they cannot be compared.
  private static func agreement(_ first: [Value], _ second: [Value]) -> Bool? {
    let relations = first.flatMap { one in second.map { one.compared(with: $0).relation } }
    if relations.contains(.equal) || relations.contains(.compatible) { return true }
    return relations.contains(.different) ? false : nil
  }
}
