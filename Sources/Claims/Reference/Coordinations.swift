import Language

/// The nouns of a sentence that are coordinated with each other: `Ono`, `Berg` and `Lind` of "Ono, Berg and Lind".
///
/// - Complexity: made in time linear in the number of words; each is found in constant time.
struct Coordinations {
  private let tops: [Int]
  private let membersByLast: [Int: [Int]]

  init(tree: SyntaxTree) {
    let words = tree.words
    let isNominal = { (index: Int) in
      let part = words[index].partOfSpeech
      return part.isNominal || part == .pronoun || part == .numeral
    }
    var tops = Array(words.indices)
    var open = words.indices.filter {
      words[$0].relation != Relation.conjunct || !isNominal(words[$0].head)
    }
    while let index = open.popLast() {
      for child in tree.children(of: index) {
        let isMember = words[child].relation == Relation.conjunct && isNominal(index)
        guard isMember else { continue }
        tops[child] = tops[index]
        open.append(child)
      }
    }
    var members: [Int: [Int]] = [:]
    for index in words.indices where isNominal(index) {
      members[tops[index], default: []].append(index)
    }
    self.tops = tops
    membersByLast = Dictionary(
      uniqueKeysWithValues: members.values.compactMap { group in
        group.count > 1 ? group.last.map { ($0, group) } : nil
      })
  }

  /// The head of the coordination that a word is part of; of a word alone, the word.
  func top(of word: Int) -> Int { tops[word] }

  /// All that are coordinated, told by the last of them.
  func members(endingAt word: Int) -> [Int]? { membersByLast[word] }
}
