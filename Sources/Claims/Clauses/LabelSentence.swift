import Ingestion
import Language

/// Tells the label of what follows from a statement without a verb: a heading that its page does not mark as one
/// ("Affected versions"), the topic with which a paragraph begins ("Energy. The leaders ..."), or the names of those who
/// wrote an account ("By Ada Brook in Leeds").
struct LabelSentence {
  let account: Account
  let sentences: [Sentence]

  /// The most words that a heading has which stands by itself, and one that stands before a sentence.
  private static let (mostAlone, mostBefore) = (4, 2)
  private static let marksOfEnd: Set = [".", "!", "?", "…"]

  /// Whether the sentence at an index only names what follows, or who wrote it.
  func isLabel(_ index: Int) -> Bool {
    let sentence = sentences[index]
    if isByline(sentence) { return true }
    guard account.language == .english, sentences.indices.contains(index + 1),
      account.paragraphs[sentence.paragraph].role == .body,
      index == 0 || sentences[index - 1].paragraph != sentence.paragraph
    else { return false }
    let words = sentence.words.filter { $0.partOfSpeech != .punctuation }
    guard words.contains(where: \.isContent), words.allSatisfy(Self.isNaming) else { return false }
    if sentences[index + 1].paragraph == sentence.paragraph {
      return words.count <= Self.mostBefore
    }
    return words.count <= Self.mostAlone
      && !Self.marksOfEnd.contains(sentence.words.last?.text ?? "")
  }

  /// "By Ada Brook and Paul Verne in Leeds": names behind a "by", and no verb.
  private func isByline(_ sentence: Sentence) -> Bool {
    let words = sentence.words.filter { $0.partOfSpeech != .punctuation }
    guard account.language == .english, words.count > 1, words[0].lemma == "by",
      words[1].partOfSpeech == .properNoun
    else { return false }
    return words.dropFirst().allSatisfy { word in
      [.properNoun, .adposition, .coordinatingConjunction].contains(word.partOfSpeech)
    }
  }

  /// Whether a word can stand in a name of a topic; a number, a denial or a verb says something.
  private static func isNaming(_ word: Word) -> Bool {
    switch word.partOfSpeech {
    case .noun, .properNoun, .adjective, .adposition, .coordinatingConjunction: true
    case .verb: word.relation == "amod"
    default: false
    }
  }
}
