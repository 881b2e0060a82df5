import Language
import Source

/// Tells whether a Japanese sentence goes on about the topic of the one before it.
///
/// It does where its last predicate is active, brings an object or a known act, and has neither a subject nor a topic
/// of its own; a request is to the reader, whoever was named before.
struct OmittedSubject {
  let syntax: JapaneseTree
  let words: ReferenceWords.Japanese

  /// Whether the subject of the sentence is left out.
  var isOmitted: Bool {
    let tree = syntax.tree
    guard let root = tree.roots.last, tree.words[root].partOfSpeech == .verb,
      !syntax.isPassive(root), !isRequest(root)
    else { return false }
    let hasTopic = tree.words.indices.contains { word in
      ["nsubj", "nsubj:pass", "dislocated"].contains(tree.words[word].relation)
        && isAbove(root, word) || syntax.particle(of: word).hasSuffix("は")
    }
    guard !hasTopic else { return false }
    return tree.child(of: root, ["obj"]) != nil
      || syntax.acts.act(ofVerb: syntax.lemma(of: root), in: .japanese) != nil
  }

  /// Whether a word belongs to the last predicate or to one that is joined to it.
  private func isAbove(_ root: Int, _ word: Int) -> Bool {
    var verb = syntax.words[word].head
    while verb != root {
      guard ["conj", "parataxis"].contains(syntax.words[verb].relation),
        syntax.words[verb].head != verb
      else { return false }
      verb = syntax.words[verb].head
    }
    return true
  }

  private func isRequest(_ root: Int) -> Bool {
    syntax.function(of: root).contains { words.requests.contains(syntax.words[$0].lemma) }
      || words.requests.contains(syntax.words[root].lemma)
  }
}
