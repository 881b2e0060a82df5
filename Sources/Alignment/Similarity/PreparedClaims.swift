import Claims
import Ingestion
import Language
import Source

/// The claims of an event with all that comparing them needs.
package struct PreparedClaims: Sendable {
  let claims: [ComparableClaim]
  /// The claims as sides of pairs.
  let sides: [PairSide]
  let weights: LemmaWeights

  /// - Parameters:
  ///   - claims: the claims, those of an account in the order of its text.
  ///   - accounts: the accounts that they are of.
  /// - Throws: `ModelError` when the encoder fails.
  init(
    _ claims: [Claim], of accounts: [Account], entities: EntityDirectory,
    encoder: ClaimEncoder, nouns: CountedNouns
  ) throws {
    let accounts = Dictionary(uniqueKeysWithValues: accounts.map { ($0.id, $0) })
    let weights = LemmaWeights(claims: claims, entities: entities, cost: encoder.cost(of:))
    let languages = claims.map { accounts[$0.account]?.language ?? .undetermined }
    let encoded = try encoder.encoded(
      zip(claims, languages).map { claim, language in
        ClaimEncoder.Text(
          claim, of: accounts[claim.account]?.text ?? SourceText(""), language: language)
      })
    let counts = claims.reduce(into: [:]) { $0[$1.account, default: 0] += 1 }
    let leading = Set(claims.leadingByAccount)
    var places: [String: Int] = [:]
    sides = claims.indices.map { index in
      let claim = claims[index]
      let place = places[claim.account, default: 0]
      places[claim.account] = place + 1
      return PairSide(
        encoded[index], weights: claim.words.map { weights.weight(of: $0.lemma) },
        position: PairSide.Position(
          language: languages[index],
          place: Double(place) / Double(max(counts[claim.account, default: 0] - 1, 1))),
        figures: Figures(claim.measures, nouns: nouns),
        leadingAct: leading.contains(index) ? claim.act?.group : nil)
    }
    self.claims = claims.indices.map { index in
      let claim = claims[index]
      return ComparableClaim(
        claim: claim, language: languages[index], embedding: encoded[index].embedding,
        lemmas: Set(claim.lemmas), words: encoded[index].words,
        entities: Set(claim.mentions.map(\.entity)), weight: weights.weight(of: claim.lemmas),
        initiators: entities.byKind(claim.initiators),
        published: accounts[claim.account]?.published)
    }
    self.weights = weights
  }
}

extension Sequence<Claim> {
  /// The claims by account, and those of an account in the order of its text.
  var inOrder: [Claim] {
    sorted {
      ($0.account, $0.span.lowerBound, $0.span.upperBound, $0.id)
        < ($1.account, $1.span.lowerBound, $1.span.upperBound, $1.id)
    }
  }

  /// For each account the index of the claim that it begins with: the first of its first sentence that has an act, since
  /// words may stand before it ("So, while the call took place at her request, it is").
  fileprivate var leadingByAccount: [Int] {
    var first: [String: Int] = [:]
    var leading: [String: Int] = [:]
    for (index, claim) in enumerated() {
      let sentence = first[claim.account, default: claim.sentence]
      first[claim.account] = sentence
      guard claim.sentence == sentence, claim.act != nil, leading[claim.account] == nil
      else { continue }
      leading[claim.account] = index
    }
    return leading.values.sorted()
  }

  /// One label a sentence: what one sentence says apart is not the same thing.
  var sentenceLabels: [Int] {
    var labels: [String: Int] = [:]
    return map { claim in
      let key = "\(claim.account)\n\(claim.sentence)"
      let label = labels[key, default: labels.count]
      labels[key] = label
      return label
    }
  }
}
