import Foundation
import Language
import Values

/// Measures claims against sources.
struct SupportMeasure: Sendable {
  let words: CheckWords

  /// What was measured, and the sentences in the order of what they say about the claim.
  struct Result: Sendable {
    let features: [SupportFeature: Double]
    let ranking: [(sentence: Int, score: Double)]
    /// The words of the claim that no sentence near the best one holds.
    let missing: [Passage.ContentWord]
    /// What the best sentences hold; nothing across languages, where no words can be compared.
    let covers: ClaimCovers?
  }

  /// The features that weigh otherwise across languages, each with what it is called there.
  private static let featuresAcross: [(SupportFeature, SupportFeature)] = [
    (.cosine, .cosineAcross), (.tokenRecall, .tokenRecallAcross),
    (.tokenPrecision, .tokenPrecisionAcross), (.tokenMatch, .tokenMatchAcross),
    (.worstToken, .worstTokenAcross), (.length, .lengthAcross),
    (.lengthDiffers, .lengthDiffersAcross),
  ]

  /// - Complexity: linear in the words of the claim times the sentences of the source.
  func measure(_ claim: Passage, against source: [Passage]) -> Result {
    let isAcross = source.first.map { $0.language != claim.language } ?? false
    // Words of two languages have nothing in common that could be told.
    let sentenceCovers = isAcross ? [] : source.map { WordCover(of: claim, in: $0) }
    let shares = sentenceCovers.map { $0.share(of: claim) }
    let ranking = ranking(claim, source, shares: shares)
    guard let best = ranking.first?.sentence else {
      return Result(features: [:], ranking: [], missing: claim.words, covers: nil)
    }
    let sentence = source[best]
    let negationDiffers = (claim.negations > 0) != (sentence.negations > 0)
    let opposed = hasOpposite(claim, sentence)
    let names = claim.words.filter(\.isName)
    var features: [SupportFeature: Double] = [
      .cosine: Double(claim.embedding.cosine(sentence.embedding)),
      .acrossLanguages: isAcross ? 1 : 0,
      .negationDiffers: negationDiffers ? 1 : 0,
      .sentences: log(Double(source.count)),
      .length: log(Double(max(claim.words.count, 1))),
      .lengthOfSentence: log(Double(max(sentence.words.count, 1))),
      .lengthDiffers: abs(
        log(Double(max(claim.words.count, 1)) / Double(max(sentence.words.count, 1)))),
      .values: agreeing(claim.values, source.flatMap(\.values)),
      .valueDiffers: differing(claim.values, sentence.values),
    ]
    let products = source.map { sentence in
      sentence.tokens.vectors.count > 0
        ? claim.tokens.vectors.greatestProducts(with: sentence.tokens.vectors).own : []
    }
    features.merge(tokenFeatures(claim, source[best], products)) { $1 }
    guard !isAcross else {
      for (feature, own) in Self.featuresAcross { features[own] = features[feature] }
      features[.negationDiffersCovered] =
        (features[.negationDiffers] ?? 0) * (features[.cosine] ?? 0)
      return Result(features: features, ranking: ranking, missing: [], covers: nil)
    }
    let covered = shares[best]
    let covers = ClaimCovers(of: claim, by: sentenceCovers)
    let neighbours = neighbours(claim, sentenceCovers) ?? covers.source
    let absent = zip(claim.words, covers.source.credits).filter { $0.1 == 0 }.map(\.0)
    let nearness = products.map { products in
      products.isEmpty ? [] : claim.tokensOfWords.map { Self.mean(products[$0]) }
    }
    features.merge(
      MissingWords(of: claim, words: sentenceCovers, nearness: nearness).features
    ) { $1 }
    features[.coverOfSource] = covers.source.share(of: claim)
    features[.coverOfSentence] = shares.max()
    features[.coverOfNeighbours] = neighbours.share(of: claim)
    let near = zip(claim.words, neighbours.credits)
    features[.names] =
      names.isEmpty
      ? 1 : Double(near.filter { $0.0.isName && $0.1 == 1 }.count) / Double(names.count)
    features[.heaviestMissing] =
      (near.filter { $0.1 == 0 }.map(\.0.weight).max() ?? 0) / max(claim.weight, 1)
    features[.pairs] = pairs(claim, source)
    features[.negationDiffersCovered] = negationDiffers ? covered : 0
    features[.opposite] = opposed ? 1 : 0
    features[.oppositeCovered] = opposed ? covered : 0
    let coveredByClaim = WordCover(of: sentence, in: claim).share(of: sentence)
    features[.coverByClaim] = coveredByClaim
    features[.coverOfBoth] =
      covered + coveredByClaim > 0
      ? 2 * covered * coveredByClaim / (covered + coveredByClaim) : 0
    features[.coverOfThree] = covers.three.share(of: claim)
    features[.missingWords] = log1p(Double(absent.count))
    features[.missingNames] = log1p(Double(absent.filter(\.isName).count))
    features[.missingNumbers] = log1p(Double(absent.filter(\.isNumber).count))
    return Result(features: features, ranking: ranking, missing: absent, covers: covers)
  }

  /// What the two adjacent sentences have of the claim that have most of it.
  private func neighbours(_ claim: Passage, _ sentences: [WordCover]) -> WordCover? {
    let pairs = sentences.indices.map { index in
      index + 1 < sentences.count ? sentences[index].union(sentences[index + 1]) : sentences[index]
    }
    let shares = pairs.map { $0.share(of: claim) }
    return shares.indices.max { shares[$0] < shares[$1] }.map { pairs[$0] }
  }

  /// What the vectors of the claim's tokens tell of the best sentence and of the source.
  ///
  /// - Parameter products: of each sentence, how near its nearest token is to each of the claim; nothing where its
  ///   tokens are not known.
  private func tokenFeatures(
    _ claim: Passage, _ best: Passage, _ products: [[Float]]
  ) -> [SupportFeature: Double] {
    let match = TokenMatch(claim.tokens, best.tokens)
    let products = products.filter { !$0.isEmpty }
    let whole = TokenMatch(claim.tokens, products: products)
    let first = products.max {
      TokenMatch(claim.tokens, products: [$0]).recall
        < TokenMatch(claim.tokens, products: [$1]).recall
    }
    let two = products.map { TokenMatch(claim.tokens, products: [first ?? $0, $0]).recall }.max()
    return [
      .tokenRecall: match.recall, .tokenPrecision: match.precision,
      .tokenMatch: match.harmonicMean, .worstToken: match.worst,
      .tokenRecallOfSource: whole.recall, .worstTokenOfSource: whole.worst,
      .tokenRecallOfTwo: two ?? 0,
    ]
  }

  private static func mean(_ products: ArraySlice<Float>) -> Double {
    products.isEmpty ? 0 : Double(products.reduce(0, +)) / Double(products.count)
  }

  /// The sentences whose meaning is worth comparing with the claim's: all of a short source or one in another
  /// language; of a long one those that share most with the claim.
  func nearest(_ claim: Passage?, in source: [Passage]) -> [Int] {
    guard let claim, let first = source.first, first.language == claim.language,
      source.count > Self.comparedSentences
    else { return Array(source.indices) }
    let shares = source.map { sentence in
      WordCover(of: claim, in: sentence).share(of: claim)
        + (claim.values.isEmpty ? 0 : 0.2 * agreeing(claim.values, sentence.values))
    }
    return Array(
      source.indices.sorted { (shares[$1], $0) < (shares[$0], $1) }
        .prefix(Self.comparedSentences).sorted())
  }

  /// How many sentences of a long source are compared by their meaning.
  private static let comparedSentences = 24

  /// The sentences by what they say about the claim: by meaning, and by words and values in common; across
  /// languages by meaning, also of the tokens, values and whether the sentence is long enough to hold the claim.
  ///
  /// - Parameter shares: the share of the claim's words that each sentence has; nothing across languages.
  private func ranking(
    _ claim: Passage, _ source: [Passage], shares: [Double]
  ) -> [(sentence: Int, score: Double)] {
    let isAcross = source.first.map { $0.language != claim.language } ?? false
    // What all sentences of the source have in common sets none of them apart.
    let common = isAcross ? Embedding.mean(source.map(\.embedding)) : .zero
    return source.enumerated().map { index, sentence in
      let shared = isAcross ? 0 : shares[index]
      let values = claim.values.isEmpty ? 0 : agreeing(claim.values, sentence.values)
      let embedding =
        isAcross ? sentence.embedding.subtracting(common, scaledBy: 0.5) : sentence.embedding
      let lack = isAcross ? lackOfLength(of: sentence, for: claim) : 0
      let cosine = Double(claim.embedding.cosine(embedding))
      let match = isAcross ? TokenMatch(claim.tokens, sentence.tokens).harmonicMean : 0
      return (index, cosine + 0.3 * shared + 0.1 * values - 0.06 * lack + 0.5 * match)
    }.sorted { ($1.score, $0.sentence) < ($0.score, $1.sentence) }
  }

  /// How much shorter than a translation of the claim the sentence is: the logarithm of the ratio, 0 where
  /// it is as long or longer. Lengths of translations go together (Gale and Church, 1993).
  private func lackOfLength(of sentence: Passage, for claim: Passage) -> Double {
    max(0, log(Self.size(of: claim) / max(Self.size(of: sentence), 1)))
  }

  /// The length of a text in letters of English: a letter of Japanese says as much as two.
  private static func size(of passage: Passage) -> Double {
    let letters = passage.text.unicodeScalars.filter { $0.properties.isAlphabetic }.count
    return Double(letters) * (passage.language == .japanese ? 1.9 : 1)
  }

  private func pairs(_ claim: Passage, _ source: [Passage]) -> Double {
    let pairs = zip(claim.words, claim.words.dropFirst())
    let all = max(claim.words.count - 1, 1)
    let found = pairs.filter { one, other in
      source.contains { $0.lemmas.contains(one.lemma) && $0.lemmas.contains(other.lemma) }
    }
    return Double(found.count) / Double(all)
  }

  private func hasOpposite(_ claim: Passage, _ sentence: Passage) -> Bool {
    claim.words.contains { word in
      !sentence.lemmas.contains(word.lemma)
        && words.opposites(of: word.lemma).contains {
          sentence.lemmas.contains($0) && !claim.lemmas.contains($0)
        }
    }
  }

  private func agreeing(_ values: [Value], _ others: [Value]) -> Double {
    guard !values.isEmpty else { return 1 }
    let agreeing = values.filter { value in
      others.contains { [.equal, .compatible].contains(value.compared(with: $0).relation) }
    }
    return Double(agreeing.count) / Double(values.count)
  }

  /// The share of the values that meet one of their sort on the other side, but none that agrees.
  private func differing(_ values: [Value], _ others: [Value]) -> Double {
    guard !values.isEmpty else { return 0 }
    let differing = values.filter { value in
      let relations = others.map { value.compared(with: $0).relation }
      return relations.contains(.different)
        && !relations.contains { [.equal, .compatible].contains($0) }
    }
    return Double(differing.count) / Double(values.count)
  }
}
