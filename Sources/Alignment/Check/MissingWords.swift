import Foundation

/// What sentences of a source have of a claim word by word, by meaning too: a claim is stated where nothing of it is
/// missing, and which of its words is missing tells how much.
struct MissingWords: Sendable {
  private let claim: Passage
  /// What each sentence has of the claim.
  private let sentences: [WordCover]
  /// How much each word tells in this source: what stands in most of its sentences tells them apart little.
  private let weights: [Double]
  /// Of each word, whether it is part of what the claim is about.
  private let areOfSubject: [Bool]

  /// The least that a word tells which stands in all sentences.
  private static let leastRarity = 0.1
  /// The least that counts as met in a geometric mean: one missing word is not all that there is.
  private static let leastCredit = 0.05

  /// - Parameters:
  ///   - words: what each sentence has of the claim by its words.
  ///   - nearness: of each sentence, how near the words of the claim come to its own; nothing where that is not known.
  init(of claim: Passage, words: [WordCover], nearness: [[Double]]) {
    self.claim = claim
    sentences = zip(words, nearness).map(WordCover.init(_:nearness:))
    let count = Double(sentences.count)
    weights = claim.words.indices.map { index in
      let holding = Double(words.filter { $0.credits[index] == 1 }.count)
      let rarity = log((count + 1) / (holding + 0.5)) / log((count + 1) / 0.5)
      return claim.words[index].weight * max(rarity, Self.leastRarity)
    }
    // "The film": where nothing is said of a subject, it is itself what is said.
    let isFragment = claim.words.allSatisfy(\.isOfSubject)
    areOfSubject = claim.words.map { $0.isOfSubject && !isFragment }
  }

  /// The features that are measured word by word; none where claim or source are empty.
  ///
  /// - Complexity: the product of the numbers of words and sentences.
  var features: [SupportFeature: Double] {
    guard !claim.words.isEmpty, !sentences.isEmpty else { return [:] }
    let best = richest(with: WordCover(of: claim, uniting: []))
    let two = richest(with: best)
    let source = WordCover(of: claim, uniting: sentences)
    var features: [SupportFeature: Double] = [
      .metInSentence: mean(of: best), .metInTwo: mean(of: two), .metInSource: mean(of: source),
    ]
    for (sort, (lacking, worst)) in Self.lacks {
      let own = claim.words.indices.filter { isOf(sort, $0) }
      features[lacking] = log1p(own.reduce(0) { $0 + 1 - two.credits[$1] })
      features[worst] = own.map { 1 - source.credits[$0] }.max() ?? 0
    }
    let said = claim.words.indices.filter { !areOfSubject[$0] }
    features[.leastSaid] = sentences.map { least(said, of: $0) }.max() ?? 0
    features[.said] = sentences.map { mean(said, of: $0) }.max() ?? 0
    return features
  }

  /// A sort of words: of the subject, or of what is said of it.
  private enum Sort: Hashable {
    case ofSubject
    case said(Passage.ContentWord.Kind)
  }

  /// The features that tell how much the two best sentences lack of a sort of words, and how much the source lacks of
  /// the word of the sort that it lacks most.
  private static let lacks: [Sort: (lacking: SupportFeature, worst: SupportFeature)] = [
    .ofSubject: (.subjectLacking, .worstOfSubject),
    .said(.number): (.numbersLacking, .worstNumber),
    .said(.name): (.namesLacking, .worstName),
    .said(.verb): (.verbsLacking, .worstVerb),
    .said(.modifier): (.modifiersLacking, .worstModifier),
    .said(.noun): (.nounsLacking, .worstNoun),
  ]

  private func isOf(_ sort: Sort, _ index: Int) -> Bool {
    areOfSubject[index] ? sort == .ofSubject : sort == .said(claim.words[index].kind)
  }

  /// What some sentences have together with the one that adds most.
  private func richest(with cover: WordCover) -> WordCover {
    let unions = sentences.map(cover.union)
    let sums = unions.map { union in zip(union.credits, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    return sums.indices.max { sums[$0] < sums[$1] }.map { unions[$0] } ?? cover
  }

  /// The geometric mean of what is met of each word, by their weights: one word that is missing counts for more than
  /// in an arithmetic one.
  private func mean(of cover: WordCover) -> Double {
    let total = weights.reduce(0, +)
    guard total > 0 else { return 1 }
    let sum = zip(cover.credits, weights).reduce(0) {
      $0 + log(max($1.0, Self.leastCredit)) * $1.1
    }
    return exp(sum / total)
  }

  private func mean(_ words: [Int], of cover: WordCover) -> Double {
    let total = words.reduce(0) { $0 + weights[$1] }
    return total > 0 ? words.reduce(0) { $0 + weights[$1] * cover.credits[$1] } / total : 1
  }

  private func least(_ words: [Int], of cover: WordCover) -> Double {
    words.map { cover.credits[$0] }.min() ?? 1
  }
}
