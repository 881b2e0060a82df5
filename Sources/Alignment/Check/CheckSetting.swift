/// What a claim is checked against; the same words support it more or less there.
enum CheckSetting: String, Sendable, CaseIterable {
  /// A text: somewhere in it, in one sentence or in several, the claim may be stated.
  case document
  /// A text in another language.
  case foreign
  /// A sentence or two, of either language: do they say the same?
  case sentence
  /// A part of a sentence that says one thing: is it this?
  case span

  /// The features that the model of this setting weighs. Of a span, few tell all that can be told: more of them
  /// made what was learned from one matter worse on another.
  var features: [SupportFeature] {
    switch self {
    case .span: [.tokenMatch, .length, .values, .valueDiffers, .lengthDiffers]
    case .foreign:
      [
        .cosineAcross, .tokenRecallAcross, .tokenPrecisionAcross, .tokenMatchAcross,
        .tokenRecallOfSource, .tokenRecallOfTwo, .worstTokenAcross, .worstTokenOfSource, .values,
        .valueDiffers, .negationDiffers, .lengthAcross, .lengthDiffersAcross, .sentences,
      ]
    case .document:
      SupportFeature.wordByWord + [
        .values, .valueDiffers, .negationDiffers, .negationDiffersCovered, .opposite,
        .oppositeCovered, .length, .sentences,
      ]
    case .sentence: SupportFeature.allCases
    }
  }

  /// How strongly large weights are held down when the model is learned: by cross-validation. There are few texts to
  /// learn from.
  var penalty: Double {
    switch self {
    case .document: 40
    case .foreign: 10
    case .sentence, .span: 1
    }
  }

  /// How much all sets of texts made of pairs of sentences count together beside one of real texts, whose sentences have
  /// more to do with each other.
  var weightOfMade: Double { self == .document ? 0.3 : 1 }

  /// From which probability on a claim is stated, where that is not learned: of what a text states and what it does not,
  /// as many are to be told right, however rare either is in a set.
  var threshold: Double? { self == .document ? 0.5 : nil }

  /// As many sentences as are read as one.
  private static let few = 3

  init(of request: CheckRequest, sentences: Int) {
    let isAcross = request.language != request.sourceLanguage
    if request.isSpan {
      self = .span
    } else if sentences > Self.few {
      self = isAcross ? .foreign : .document
    } else {
      self = .sentence
    }
  }
}
