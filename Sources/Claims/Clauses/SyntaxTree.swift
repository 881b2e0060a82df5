import Language

/// A sentence as a tree of words, by the heads that the parser gives.
struct SyntaxTree {
  let words: [Word]
  private let childrenOfWord: [[Int]]
  /// For each word the first word of what hangs from it.
  private let firsts: [Int]
  /// For each word the round brackets that it stands in, from the one to the other.
  private let brackets: [ClosedRange<Int>?]

  init(_ sentence: Sentence) {
    words = sentence.words
    childrenOfWord = words.children
    firsts = Self.firsts(of: words)
    brackets = Self.brackets(around: words)
  }

  /// The words are visited in order, so the first that reaches a head is the first that hangs from it.
  private static func firsts(of words: [Word]) -> [Int] {
    var firsts = [Int?](repeating: nil, count: words.count)
    for index in words.indices {
      var next = index
      while firsts[next] == nil {
        firsts[next] = index
        guard words[next].head < words.count else { break }
        next = words[next].head
      }
    }
    return firsts.enumerated().map { $1 ?? $0 }
  }

  /// The outermost brackets around each word; one that nothing closes ends with the sentence.
  private static func brackets(around words: [Word]) -> [ClosedRange<Int>?] {
    var found = [ClosedRange<Int>?](repeating: nil, count: words.count)
    var depth = 0
    var start = 0
    for (index, word) in words.enumerated() {
      if ["(", "（"].contains(word.text) {
        if depth == 0 { start = index }
        depth += 1
      }
      guard depth > 0 else { continue }
      if [")", "）"].contains(word.text) { depth -= 1 }
      if depth == 0 || index == words.count - 1 {
        for place in start...index { found[place] = start...index }
      }
    }
    return found
  }

  /// The words that depend on nothing: usually one.
  var roots: [Int] { words.indices.filter { words[$0].head == $0 } }

  /// The words that depend on a word, in their order.
  func children(of index: Int) -> [Int] { childrenOfWord[index] }

  /// The words that depend on a word in one of some relations, in their order.
  func children(of index: Int, _ relations: Set<String>) -> [Int] {
    childrenOfWord[index].filter { relations.contains(words[$0].relation) }
  }

  /// The first word that depends on a word in one of some relations.
  func child(of index: Int, _ relations: Set<String>) -> Int? {
    childrenOfWord[index].first { relations.contains(words[$0].relation) }
  }

  /// A word and all that hangs from it, in the order of the sentence, without the parts that hang from
  /// words of `except`.
  ///
  /// - Complexity: O(n log n) in the number of words that hang from it.
  func subtree(of index: Int, except: Set<Int> = []) -> [Int] {
    var found: [Int] = []
    var open = [index]
    while let next = open.popLast() {
      guard next == index || !except.contains(next) else { continue }
      found.append(next)
      open.append(contentsOf: childrenOfWord[next])
    }
    return found.sorted()
  }

  /// A word and all that hangs from it, as `subtree(of:except:)` gives it; nothing where that is more than a number
  /// of words, which are then not visited.
  func subtree(of index: Int, except: Set<Int> = [], limit: Int) -> [Int]? {
    var found: [Int] = []
    var open = [index]
    while let next = open.popLast() {
      guard next == index || !except.contains(next) else { continue }
      guard found.count < limit else { return nil }
      found.append(next)
      open.append(contentsOf: childrenOfWord[next])
    }
    return found.sorted()
  }

  /// Whether a word hangs from another, no more than a few steps below it.
  func hangs(_ index: Int, from head: Int, within steps: Int = 8) -> Bool {
    var next = index
    for _ in 0..<steps {
      if next == head { return true }
      guard words[next].head != next else { return false }
      next = words[next].head
    }
    return next == head
  }

  /// A word and those coordinated with it, however the parser chains them: `A`, `B`, `C` of "A, B and C".
  func coordination(of index: Int) -> [Int] {
    var found: [Int] = []
    var open = [index]
    while let next = open.popLast() {
      found.append(next)
      open.append(contentsOf: children(of: next, [Relation.conjunct]))
    }
    return found.sorted()
  }

  /// The first word of what hangs from a word.
  func first(of index: Int) -> Int { firsts[index] }

  /// Whether a word stands in round brackets or is one.
  func isBracketed(_ index: Int) -> Bool { brackets[index] != nil }

  /// The round brackets that a word stands in with what is between them; the outermost of several.
  func bracket(around index: Int) -> ClosedRange<Int>? { brackets[index] }

  /// Whether a comma, semicolon or dash stands right before a word and what hangs from it.
  func isSetOff(_ index: Int) -> Bool {
    let first = firsts[index]
    guard first > 0 else { return false }
    return [first, first - 1].contains {
      words[$0].partOfSpeech == .punctuation && !Self.quotationTags.contains(words[$0].tag)
    }
  }

  /// Words without the punctuation and conjunctions at their two ends and without quotation marks and
  /// brackets whose partners are elsewhere.
  ///
  /// - Parameter denials: conjunctions that stay before what is denied by them: "nor is it true".
  func withoutOuterPunctuation(_ indices: [Int], keeping denials: Set<String> = []) -> [Int] {
    let isJoint = { (index: Int) in
      // "Neither the pilot nor the crew" keeps its first word.
      words[index].partOfSpeech == .punctuation
        || words[index].partOfSpeech == .coordinatingConjunction
          && words[index].relation != "preconj"
          && !(words[index].head > index && denials.contains(words[index].lemma))
    }
    let paired = withoutUnpairedMarks(indices)
    guard let first = paired.firstIndex(where: { !isJoint($0) || isOpening($0) }),
      let last = paired.lastIndex(where: { !isJoint($0) || isClosing($0) }), first <= last
    else { return [] }
    let inner = Array(paired[first...last])
    return isQuoted(inner)
      ? withoutOuterPunctuation(Array(inner.dropFirst().dropLast()), keeping: denials) : inner
  }

  /// Whether one pair of quotation marks stands around all of some words.
  private func isQuoted(_ indices: [Int]) -> Bool {
    let marks = indices.filter { isOpening($0) || isClosing($0) }
    guard indices.count > 2, marks.count == 2 else { return false }
    return marks == [indices[0], indices[indices.count - 1]]
      && Self.quotationMarks.contains(words[marks[0]].text)
  }

  private static let quotationMarks: Set = ["“", "\""]

  /// Words without what stands in brackets.
  func withoutBrackets(_ indices: [Int]) -> [Int] {
    var depth = 0
    return indices.filter { index in
      if ["(", "["].contains(words[index].text) { depth += 1 }
      defer { if [")", "]"].contains(words[index].text) { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  private func withoutUnpairedMarks(_ indices: [Int]) -> [Int] {
    var open: [Int] = []
    var unpaired: Set<Int> = []
    for index in indices {
      if isOpening(index) {
        open.append(index)
      } else if isClosing(index), open.popLast() == nil {
        unpaired.insert(index)
      }
    }
    unpaired.formUnion(open)
    return indices.filter { !unpaired.contains($0) }
  }

  private static let quotationTags: Set = ["``", "''"]

  // A straight quotation mark is told to open or close by its tag.
  private func isOpening(_ index: Int) -> Bool {
    ["“", "(", "[", "「", "『", "（"].contains(words[index].text)
      || words[index].text == "\"" && words[index].tag == "``"
  }

  private func isClosing(_ index: Int) -> Bool {
    ["”", ")", "]", "」", "』", "）"].contains(words[index].text)
      || words[index].text == "\"" && words[index].tag == "''"
  }

  /// The auxiliaries that a coordinated verb has in common with the verb before it: "will meet and visit", "has
  /// reviewed and approved"; none where it has its own, or is finite.
  ///
  /// An infinitive shares the verb that governs the one before it: "are to work with partners and to hold talks".
  ///
  /// - Parameter others: what the verb before it shares itself.
  func sharedAuxiliaries(of verb: Int, with head: Int, orElse others: [Int]) -> [Int] {
    if isInfinitive(verb), children(of: head, ["xcomp"]).contains(where: isInfinitive) {
      return children(of: head, Relation.auxiliaries.union(Relation.negation)) + [head]
    }
    guard child(of: verb, Relation.auxiliaries.union(Relation.subjects)) == nil,
      ["VB", "VBN", "VBG"].contains(words[verb].tag)
    else { return [] }
    let own = children(of: head, Relation.auxiliaries).filter { $0 < head }
    return own.isEmpty ? others : own
  }

  private func isInfinitive(_ verb: Int) -> Bool {
    words[verb].tag == "VB" && children(of: verb).contains { words[$0].tag == "TO" }
  }

  /// Whether a word can be the predicate of a clause.
  func isPredicate(_ index: Int) -> Bool {
    switch words[index].partOfSpeech {
    case .verb, .auxiliary: true
    default: child(of: index, Relation.subjects) != nil
    }
  }
}

/// Labels of what names name, which spaCy's English pipelines take from OntoNotes 5.
enum EntityLabel {
  static let times: Set = ["DATE", "TIME"]
  /// What is marked beside names: numbers, dates and times.
  static let values: Set = [
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL",
  ]
}

/// Labels of the ClearNLP dependency scheme, which spaCy's English pipelines use.
enum Relation {
  static let conjunct = "conj"
  static let subjects: Set = ["nsubj", "nsubjpass", "csubj", "csubjpass", "expl"]
  static let objects: Set = ["dobj", "obj", "attr", "oprd", "dative"]
  static let prepositions: Set = ["prep", "agent"]
  static let prepositionObjects: Set = ["pobj", "pcomp"]
  static let negation: Set = ["neg"]
  static let auxiliaries: Set = ["aux", "auxpass"]
  static let coordinators: Set = ["cc", "punct", "preconj"]
}
