import Language

/// What tells whether a source covers one word of a claim; the names are those of the weights in
/// `Resources/uncovered.json`.
///
/// "Near" are the two sentences that together hold most of the claim. A share is from 0 to 1: 0 where a word
/// stands there, less than 1 for a relative of it (see ``WordCover``), 1 where neither does.
enum UncoveredFeature: String, Sendable, CaseIterable {
  /// How much the word itself is missing.
  case ownNear, ownSource
  /// How much the word that it depends on is missing.
  case headNear, headSource
  /// What share of the words that depend on it is missing.
  case belowNear, belowSource
  /// What share of the words beside it in the text is missing.
  case besideNear, besideSource
  /// What share of the words is missing that depend on what it depends on.
  case siblingsNear, siblingsSource
  /// What share of the words above it in the tree is missing.
  case aboveNear
  /// What sort of word it is.
  case isContent, isName, isVerb, isNumber, isPreposition, isDeterminer, isAdjective, isEntity
  case isSubject, isRoot
  /// How much of the claim the best sentence, the two best and the source hold.
  case coverOfBest, coverOfNear, coverOfSource
  /// The cover of the two best sentences, for words that carry content.
  case coverOfNearOfContent
}

/// Finds the words of a claim that a source does not cover: a word may stand in the source and yet say something
/// else there, where all that belongs to it is missing.
struct UncoveredWords: Sendable {
  private let model: LogisticModel<UncoveredFeature>

  /// - Throws: `ResourceError` when the model cannot be read.
  init() throws { model = try LogisticModel(resource: "uncovered.json") }

  /// The places of those words in the claim, joined where they follow on each other.
  ///
  /// - Complexity: linear in the words of the claim.
  func ranges(of claim: Passage, by covers: ClaimCovers) -> [Range<Int>] {
    let words = claim.syntax
    let features = UncoveredMeasure(claim: claim, covers: covers).features()
    var isUncovered = words.indices.map { index in
      words[index].partOfSpeech != .punctuation && model.decides(features[index])
    }
    // "Of the bakery": a preposition and an article say nothing without the noun that they stand before.
    let nouns = words.indices.map { isUncovered[$0] && words[$0].partOfSpeech.isNominal }
    for index in words.indices {
      let head = words[index].head
      if nouns[index], words[head].partOfSpeech == .adposition { isUncovered[head] = true }
      if nouns[head], words[index].partOfSpeech == .determiner { isUncovered[index] = true }
    }
    // A small word between two of them says nothing that the source could hold by itself.
    let uncovered = words.indices.filter { index in
      isUncovered[index]
        || index > 0 && index + 1 < words.count && isUncovered[index - 1] && isUncovered[index + 1]
          && !words[index].partOfSpeech.isContent
    }
    return uncovered.reduce(into: []) { joined, index in
      let range = words[index].range
      // A mark or a space between two of them belongs to both.
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}

/// What the best sentences of a source hold of a claim.
struct ClaimCovers: Sendable {
  /// The sentence that holds most.
  let best: WordCover
  /// The two that together hold most, found one after the other.
  let near: WordCover
  /// The three.
  let three: WordCover
  /// The whole source.
  let source: WordCover

  /// - Parameter sentences: what each sentence holds.
  /// - Complexity: the product of the numbers of sentences and of the claim's words.
  init(of claim: Passage, by sentences: [WordCover]) {
    var chosen = WordCover(of: claim, uniting: [])
    var covers: [WordCover] = []
    for _ in 0..<3 {
      let unions = sentences.map(chosen.union)
      let shares = unions.map { $0.share(of: claim) }
      if let next = shares.indices.max(by: { shares[$0] < shares[$1] }) { chosen = unions[next] }
      covers.append(chosen)
    }
    best = covers[0]
    near = covers[1]
    three = covers[2]
    source = WordCover(of: claim, uniting: sentences)
  }
}

/// Measures the features of all words of a claim.
struct UncoveredMeasure {
  private let claim: Passage
  private let covers: ClaimCovers
  private let words: [Passage.SyntaxWord]
  /// How much each word that carries content is missing near and in the source.
  private let missing: [(near: Double, source: Double)?]

  /// How far up the tree a word counts.
  private static let height = 4

  init(claim: Passage, covers: ClaimCovers) {
    self.claim = claim
    self.covers = covers
    words = claim.syntax
    let content = Dictionary(
      claim.words.indices.map { (claim.words[$0].range.lowerBound, $0) },
      uniquingKeysWith: { first, _ in first })
    missing = words.map { word in
      content[word.range.lowerBound].map {
        (1 - covers.near.credits[$0], 1 - covers.source.credits[$0])
      }
    }
  }

  /// The features of each word, in order.
  func features() -> [[UncoveredFeature: Double]] {
    let below = sumsBelow()
    let cover = (
      best: covers.best.share(of: claim), near: covers.near.share(of: claim),
      source: covers.source.share(of: claim)
    )
    return words.indices.map { index in
      let word = words[index]
      let head = word.head
      let isContent = missing[index] != nil
      let siblings = below[head].without(missing[index])
      let beside = Mean(
        (max(0, index - 4)..<min(words.count, index + 5)).filter { $0 != index }.compactMap {
          missing[$0]
        })
      let own = below[index].without(missing[index])
      var features: [UncoveredFeature: Double] = [
        .ownNear: missing[index]?.near ?? 0, .ownSource: missing[index]?.source ?? 0,
        .headNear: head == index ? 0 : missing[head]?.near ?? 0,
        .headSource: head == index ? 0 : missing[head]?.source ?? 0,
        .belowNear: own.near, .belowSource: own.source, .besideNear: beside.near,
        .besideSource: beside.source, .siblingsNear: siblings.near,
        .siblingsSource: siblings.source, .aboveNear: above(index),
        .coverOfBest: cover.best, .coverOfNear: cover.near, .coverOfSource: cover.source,
      ]
      features[.isContent] = isContent ? 1 : 0
      features[.coverOfNearOfContent] = isContent ? cover.near : 0
      features[.isEntity] = word.isEntity ? 1 : 0
      features[.isRoot] = head == index ? 1 : 0
      features[.isSubject] = ["nsubj", "nsubjpass"].contains(word.relation) ? 1 : 0
      switch word.partOfSpeech {
      case .properNoun: features[.isName] = 1
      case .verb: features[.isVerb] = 1
      case .numeral: features[.isNumber] = 1
      case .adposition: features[.isPreposition] = 1
      case .determiner: features[.isDeterminer] = 1
      case .adjective: features[.isAdjective] = 1
      default: break
      }
      return features
    }
  }

  /// Sums over what hangs from each word, itself included: every word counts for all above it.
  private func sumsBelow() -> [Mean] {
    var sums = [Mean](repeating: Mean([]), count: words.count)
    for index in words.indices {
      guard let value = missing[index] else { continue }
      var next = index
      for _ in 0..<64 {
        sums[next].add(value)
        guard words[next].head != next else { break }
        next = words[next].head
      }
    }
    return sums
  }

  private func above(_ index: Int) -> Double {
    var mean = Mean([])
    var next = words[index].head
    for _ in 0..<Self.height {
      if let value = missing[next] { mean.add(value) }
      guard words[next].head != next else { break }
      next = words[next].head
    }
    return mean.near
  }

  /// A mean of pairs; 0 of none.
  private struct Mean {
    private var nearSum = 0.0
    private var sourceSum = 0.0
    private var count = 0

    init(_ values: [(near: Double, source: Double)]) { values.forEach { add($0) } }

    var near: Double { count > 0 ? nearSum / Double(count) : 0 }
    var source: Double { count > 0 ? sourceSum / Double(count) : 0 }

    mutating func add(_ value: (near: Double, source: Double)) {
      nearSum += value.near
      sourceSum += value.source
      count += 1
    }

    func without(_ value: (near: Double, source: Double)?) -> Mean {
      guard let value, count > 0 else { return self }
      var rest = self
      rest.nearSum -= value.near
      rest.sourceSum -= value.source
      rest.count -= 1
      return rest
    }
  }
}
