import Ingestion
import Language

/// Tells the label of what follows from a statement without a verb: a heading that its page does not mark as one
/// ("Affected versions"), or the topic with which a paragraph begins ("Energy. The leaders ...").
struct LabelSentence {
  let account: Account
  let sentences: [Sentence]

  /// The most words that a heading has which stands by itself, and one that stands before a sentence.
  private static let (mostAlone, mostBefore) = (4, 2)
  private static let marksOfEnd: Set = [".", "!", "?", "…"]

  /// Whether the sentence at an index only names what follows.
  func isLabel(_ index: Int) -> Bool {
    let sentence = sentences[index]
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

  /// Whether a word can stand in a name of a topic; a number, a denial or a verb says something.
  private static func isNaming(_ word: Word) -> Bool {
    switch word.partOfSpeech {
    case .noun, .properNoun, .adjective, .adposition, .coordinatingConjunction: true
    case .verb: word.relation == "amod"
    default: false
    }
  }
}
