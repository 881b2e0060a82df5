/// What a source has of a claim; the names are those of the weights in `Resources/support-*.json` and
/// `contradiction.json`.
enum SupportFeature: String, Sendable, CaseIterable {
  /// The cosine of the claim and the sentence nearest to it.
  case cosine
  /// That cosine where claim and source are in different languages: it is the only measure then.
  case cosineAcross
  /// The share of the claim's words, by weight, in the whole source; what counts for less than a word, see ``WordCover``.
  case coverOfSource
  /// The same in the sentence that holds most of it.
  case coverOfSentence
  /// The same in the two adjacent sentences that hold most of it.
  case coverOfNeighbours
  /// The same in the three sentences that together hold most of it.
  case coverOfThree
  /// How many words of the claim are missing in the source, as a logarithm; how many names and numbers.
  case missingWords, missingNames, missingNumbers
  /// The share of the claim's names in the best two adjacent sentences; 1 where it has none.
  case names
  /// How well the claim's words are met, by meaning too, in the best sentence, in the best two and in the source: a
  /// geometric mean, see ``MissingWords``.
  case metInSentence, metInTwo, metInSource
  /// How much the best two sentences lack of the words of its subject, and of what it says of it: of the numbers, names,
  /// verbs, adjectives and adverbs, and nouns, as a logarithm.
  case subjectLacking, numbersLacking, namesLacking, verbsLacking, modifiersLacking, nounsLacking
  /// How much the source lacks of the one of them that it lacks most.
  case worstOfSubject, worstNumber, worstName, worstVerb, worstModifier, worstNoun
  /// How well what it says of its subject is met, and the worst met word of it, each in the sentence where that is
  /// most.
  case said, leastSaid
  /// The share of the claim's values that agree with one of the source; 1 where it has none.
  case values
  /// The share of the claim's weight that its heaviest missing word has.
  case heaviestMissing
  /// The share of the claim's pairs of neighbouring words that stand together in one sentence.
  case pairs
  /// 1 where one of claim and best sentence denies and the other does not.
  case negationDiffers
  /// That, where the best sentence holds the words of the claim.
  case negationDiffersCovered
  /// 1 where the best sentence has an opposite of a word of the claim that it lacks.
  case opposite
  /// That, where the best sentence holds the other words of the claim.
  case oppositeCovered
  /// The share of the claim's values against which the best sentence sets another one.
  case valueDiffers
  /// 1 where claim and source are in different languages.
  case acrossLanguages
  /// The logarithm of the number of sentences: among many, some sentence is near by chance.
  case sentences
  /// The logarithm of the number of the claim's words.
  case length
  /// The logarithm of the number of the best sentence's words.
  case lengthOfSentence
  /// How much longer one of claim and best sentence is than the other, as a logarithm.
  case lengthDiffers
  /// The share of the best sentence's weight that the claim holds.
  case coverByClaim
  /// The harmonic mean of that and of the share of the claim's weight that the best sentence holds.
  case coverOfBoth
  /// How well the claim's tokens match those of the best sentence by their vectors, how well those match the claim's,
  /// and the harmonic mean.
  case tokenRecall, tokenPrecision, tokenMatch
  /// How well the claim's tokens match those of the source, and of the two sentences that match best.
  case tokenRecallOfSource, tokenRecallOfTwo
  /// The share of the claim's weight that its worst matched token lacks in the best sentence, and in the source.
  case worstToken, worstTokenOfSource
  /// The same of the best sentence, and the lengths, where claim and source are in different languages.
  case tokenRecallAcross, tokenPrecisionAcross, tokenMatchAcross, worstTokenAcross
  case lengthAcross, lengthDiffersAcross

  /// What is measured word by word, see ``MissingWords``.
  static let wordByWord: [SupportFeature] = [
    .said, .leastSaid, .metInSentence, .metInTwo, .metInSource, .subjectLacking, .numbersLacking,
    .namesLacking, .verbsLacking, .modifiersLacking, .nounsLacking, .worstOfSubject, .worstNumber,
    .worstName, .worstVerb, .worstModifier, .worstNoun,
  ]
}
