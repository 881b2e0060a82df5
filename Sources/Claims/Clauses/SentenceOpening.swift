import Language

/// What stands before the first words of an English sentence and is no part of it: the number of a post in its thread
/// ("2/6"), and the place and date with which a report opens ("Kelstad, 12 March 2026 – ").
struct SentenceOpening {
  let tree: SyntaxTree

  /// More words than any place and date have.
  private static let longest = 14
  private static let dashes: Set = ["-", "–", "—", "--"]

  /// How many words the opening has.
  var count: Int { max(counter, dateline) }

  private var counter: Int {
    guard tree.words.count > 1, tree.words[0].text.wholeMatch(of: /\d{1,3}\/\d{0,3}/) != nil,
      isBeginning(1)
    else { return 0 }
    return 1
  }

  private var dateline: Int {
    guard
      let dash = tree.words.indices.prefix(Self.longest)
        .first(where: { Self.dashes.contains(tree.words[$0].text) }),
      dash > 0, isBeginning(dash + 1), tree.words[..<dash].allSatisfy(isOfDateline),
      tree.words[..<dash].contains(where: isPlace),
      tree.words[0].text.allSatisfy(\.isUppercase)
        || tree.words[..<dash].contains(where: { $0.partOfSpeech == .numeral })
    else { return 0 }
    return dash + 1
  }

  private func isBeginning(_ index: Int) -> Bool {
    guard index < tree.words.count else { return false }
    return tree.words[index...].first { $0.partOfSpeech != .punctuation }?.text.first?.isUppercase
      ?? false
  }

  private func isOfDateline(_ word: Word) -> Bool {
    [.properNoun, .numeral, .punctuation].contains(word.partOfSpeech)
  }

  private func isPlace(_ word: Word) -> Bool {
    word.partOfSpeech == .properNoun && word.entityType != "DATE"
  }
}
