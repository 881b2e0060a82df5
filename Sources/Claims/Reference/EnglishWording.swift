import Language

/// Decides what can stand in place of an English pronoun so that the sentence reads well by itself.
struct EnglishWording {
  let tree: SyntaxTree

  /// The words to put there; nothing where grammar would not allow them.
  func filling(at word: Int, with referent: Referent, for written: String) -> String? {
    guard let phrase = referent.phrase, !hasContraction(word) else { return nil }
    switch tree.words[word].relation {
    case "nsubj", "nsubjpass", "nummod":
      return agrees(word, with: referent) ? inCase(phrase, of: written) : nil
    case "dobj", "pobj": return inCase(phrase, of: written)
    case "poss":
      // "Its depth was 10 km": only where the sentence is about that.
      guard word == 0 || Relation.subjects.contains(tree.words[tree.words[word].head].relation)
      else { return nil }
      return inCase(phrase + (phrase.hasSuffix("s") && !referent.isOne ? "’" : "’s"), of: written)
    default: return nil
    }
  }

  private func hasContraction(_ word: Int) -> Bool {
    guard word + 1 < tree.words.count else { return false }
    return tree.words[word + 1].text.first.map { "'’".contains($0) } ?? false
  }

  /// Whether the verb of a pronoun fits a noun as well: "I am" and "we plan" of one body do not.
  private func agrees(_ word: Int, with referent: Referent) -> Bool {
    let pronoun = tree.words[word].text.lowercased()
    guard ["i", "we"].contains(pronoun) else { return true }
    let verb = tree.words[word].head
    guard
      let finite = ([verb] + tree.children(of: verb, ["aux", "auxpass"]))
        .filter({ ["VBD", "VBP", "VBZ", "MD"].contains(tree.words[$0].tag) }).min()
    else { return false }
    switch tree.words[finite].tag {
    case "MD": return true
    case "VBD": return tree.words[finite].lemma != "be" || pronoun == "i" || !referent.isOne
    default: return pronoun == "we" && !referent.isOne
    }
  }

  private func inCase(_ phrase: String, of written: String) -> String {
    guard written.first?.isUppercase ?? false else { return phrase }
    return phrase.prefix(1).uppercased() + phrase.dropFirst()
  }
}
