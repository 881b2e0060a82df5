/// What is read in the part of a sentence that makes a claim, before it is known who says it and who is meant;
/// the names are those of `Claim`.
struct ClaimContent {
  let ranges: [Range<Int>]
  let gist: String
  let act: Act?
  /// Who acts.
  let actors: [ActorPhrase]
  /// From the first word of the subject to its last, where there is one.
  let subject: Range<Int>?
  let actsJointly: Bool?
  let polarity: Claim.Polarity
  let modality: Claim.Modality
  let measures: [Measure]
  let lemmas: [String]
  let terms: [Term]
  /// Whom the sentence names as its source, from the outermost to the one that says the claim.
  let attributions: [Attribution]

  /// The range from the first word to the last.
  var span: Range<Int> {
    (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
  }
}

/// Words of an account for somebody who acts.
struct ActorPhrase: Hashable {
  let text: String
  let range: Range<Int>
}
