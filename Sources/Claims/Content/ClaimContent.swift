/// What is read in the part of a sentence that makes a claim, before it is known who says it and who is meant;
/// the names are those of `Claim`.
struct ClaimContent {
  let ranges: [Range<Int>]
  let act: Act?
  /// Who acts.
  let actors: [ActorPhrase]
  /// From the first word of the subject to its last, where there is one.
  let subject: Range<Int>?
  let actsJointly: Bool?
  let polarity: Claim.Polarity
  let modality: Claim.Modality
  let measures: [Measure]
  let words: [Claim.ContentWord]
  let terms: [Term]
  /// Where those stand at whose wish it was done.
  let initiators: [Range<Int>]
  /// Whom the sentence names as its source, from the outermost to the one that says the claim.
  let attributions: [Attribution]
  /// The parts of it that could be left out.
  let details: [DetailRanges]

  /// The range from the first word to the last.
  var span: Range<Int> {
    (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
  }
}

/// Where the words of a claim's detail stand: its own, and those with what they need to be read.
struct DetailRanges: Hashable {
  let own: [Range<Int>]
  let all: [Range<Int>]
  /// Without these the claim is a sentence that says less; none where it is not.
  let removable: [Range<Int>]
}

/// Words of an account for somebody who acts.
struct ActorPhrase: Hashable {
  let text: String
  let range: Range<Int>
}
