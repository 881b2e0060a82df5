import Language
import Source

extension Passage {
  /// Whether it has a word that means what another does, is a kind of it, is derived from it or it from that: who is a
  /// screenwriter is a writer.
  ///
  /// - Complexity: logarithmic in the number of kinds that its words are of.
  func tells(_ word: ContentWord) -> Bool {
    if derivations.contains(word.lemma) { return true }
    guard let meaning = word.meaning else { return false }
    return meaning.own.contains(where: hasKind)
      || meaning.derivations.contains(where: lemmas.contains)
  }

  /// The word by which it tells another.
  func word(telling word: ContentWord) -> ContentWord? {
    words.first { own in
      if own.meaning?.derivations.contains(word.lemma) ?? false { return true }
      guard let wanted = word.meaning else { return false }
      return wanted.derivations.contains(own.lemma)
        || wanted.own.contains { own.meaning?.kinds.contains($0) ?? false }
    }
  }

  private func hasKind(_ synset: Synset) -> Bool {
    let place = kinds.partitioningIndex { $0 >= synset }
    return place < kinds.endIndex && kinds[place] == synset
  }
}
