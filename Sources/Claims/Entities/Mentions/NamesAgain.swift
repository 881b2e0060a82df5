import Language
import Source

/// Finds the names of an English account again where the pipeline overlooks them: it knows "Medloop" for a name after
/// "the booking service", and takes it for a noun where it begins a sentence.
struct NamesAgain {
  /// The first mention of each name, by the name.
  private var mentions: [String: Mention] = [:]

  /// - Parameter mentions: the mentions of the account that can be found again, in order.
  init(of mentions: [Mention]) {
    for mention in mentions where !mention.text.contains(where: \.isWhitespace) {
      if self.mentions[mention.text] == nil { self.mentions[mention.text] = mention }
    }
  }

  /// The mentions of a sentence with those of names that are known from elsewhere, in order.
  ///
  /// - Complexity: linear in the number of words.
  func completed(_ found: [Mention], in sentence: Sentence, of text: SourceText) -> [Mention] {
    guard !mentions.isEmpty else { return found }
    let again = sentence.words.compactMap { word -> Mention? in
      guard word.partOfSpeech.isNominal, word.entityType == nil, let known = mentions[word.text],
        !found.contains(where: { $0.range.overlaps(word.range) })
      else { return nil }
      return Mention(account: known.account, range: word.range, in: text, name: known.name)
    }
    guard !again.isEmpty else { return found }
    return (found + again).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
