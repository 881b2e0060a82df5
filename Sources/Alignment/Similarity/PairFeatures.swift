/// What two claims have in common; the names are those of the weights in `Resources/similarity.json`.
enum PairFeature: String, Sendable, CaseIterable {
  /// The cosine of the centred embeddings.
  case cosine
  /// How well the words of the one claim are matched by those of the other: of the two, the one that is matched
  /// better, and the one that is matched worse.
  case betterMatch, worseMatch
  /// 1 where neither account has a claim that is nearer to the other claim.
  case mutuallyNearest
  /// 1 where the account of each begins with it and their acts are of one group: what a report begins with is the event
  /// itself.
  case bothLead
  /// How far apart they stand in their accounts, each from 0, where the account begins, to 1: reports of one event tend
  /// to tell it in one order.
  case distance
  /// 1 where they are in different languages, whose words are less near than those of one language.
  case acrossLanguages
  /// 1 where they give one figure, and 1 where they give figures of one kind of which none is in both.
  case figuresAgree, figuresDiffer
}

/// The features of a pair of claims, one lane each in the order of `PairFeature`.
struct PairFeatures: Sendable {
  private(set) var lanes = SIMD16<Double>.zero

  /// Claims whose embeddings are no more alike than this, which is less than claims of two matters have, are not
  /// matched word by word.
  private static let leastCosine = -0.1

  init(_ first: PairSide, _ second: PairSide) {
    self[.cosine] = first.cosine(second)
    self[.bothLead] = first.leadingAct != nil && first.leadingAct == second.leadingAct ? 1 : 0
    self[.distance] = abs(first.position.place - second.position.place)
    self[.acrossLanguages] = first.position.language == second.position.language ? 0 : 1
    guard self[.cosine] > Self.leastCosine else { return }
    switch first.figures.relation(to: second.figures) {
    case .agreeing: self[.figuresAgree] = 1
    case .differing: self[.figuresDiffer] = 1
    case .open: break
    }
    let matches = first.matches(second)
    self[.betterMatch] = max(matches.own, matches.other)
    self[.worseMatch] = min(matches.own, matches.other)
  }

  /// A feature's value.
  subscript(feature: PairFeature) -> Double {
    get { lanes[PairFeature.lane(of: feature)] }
    set { lanes[PairFeature.lane(of: feature)] = newValue }
  }

  /// How near two claims are by meaning, words and place, to tell which is nearest to which.
  var nearness: Double {
    self[.cosine] + self[.betterMatch] + self[.worseMatch] + self[.bothLead]
  }
}

extension PairFeature {
  private static let lanes = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  /// The lane of a feature.
  static func lane(of feature: PairFeature) -> Int { lanes[feature, default: 0] }
}
