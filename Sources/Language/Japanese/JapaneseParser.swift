/// Gives each morpheme of a sentence a head and a relation, in the labels of Universal Dependencies.
///
/// Phrases are found and attached first; within a phrase, words hang on its last word of content. Heads
/// come last, in lists too, where Universal Dependencies has them first: each item is a `conj` of the next.
/// What stands in round brackets is read by itself and hangs, as `appos`, on the word before it; the numbers of
/// points (「(1)拉致問題、(2)経済協力」) hang, as `discourse`, on the word behind them.
struct JapaneseParser {
  /// The head of a word and what it is to it.
  struct Dependency: Sendable, Hashable {
    var head: Int
    var relation: String
    /// Whether the word is a verb in its sentence: a noun with する, too.
    var isVerb = false
    /// Whether the word heads a clause.
    var isPredicate = false
  }

  private let morphemes: [Morpheme]
  private let grammar: PhraseGrammar
  private var dependencies: [Dependency]

  /// The dependencies of a sentence's morphemes, one each; exactly one is a root and its own head.
  ///
  /// - Complexity: linear in the number of morphemes.
  static func dependencies(of morphemes: [Morpheme], grammar: PhraseGrammar) -> [Dependency] {
    var parser = JapaneseParser(morphemes: morphemes, grammar: grammar)
    parser.parse()
    return parser.dependencies
  }

  private init(morphemes: [Morpheme], grammar: PhraseGrammar) {
    self.morphemes = morphemes
    self.grammar = grammar
    dependencies = morphemes.indices.map { Dependency(head: $0, relation: "dep") }
  }

  private mutating func parse() {
    let insertions = Insertions(morphemes: morphemes)
    let root = parse(insertions.main) ?? morphemes.indices.first
    guard let root else { return }
    dependencies[root].head = root
    dependencies[root].relation = "root"
    for label in insertions.labels {
      guard let last = label.last, last + 1 < morphemes.count else { continue }
      for index in label {
        dependencies[index] = Dependency(head: last + 1, relation: "discourse")
      }
    }
    for insertion in insertions.inserted {
      guard let inner = parse(insertion) ?? insertion.first else { continue }
      let host = insertion.first.flatMap { hostOfInsertion(before: $0) } ?? root
      guard host != inner else { continue }
      let isNoun = morphemes[inner].kind.isNominal && morphemes[host].kind.isNominal
      dependencies[inner].head = host
      dependencies[inner].relation = isNoun ? "appos" : "parataxis"
    }
  }

  /// The content word that stands before an insertion.
  private func hostOfInsertion(before index: Int) -> Int? {
    guard index > 0 else { return nil }
    let before = index - 1
    let kind = morphemes[before].kind
    let isGrammar = kind.isParticle || kind.isPunctuation || kind == .auxiliary
    return isGrammar ? dependencies[before].head : before
  }

  /// Parses some of the morphemes as a sentence of their own.
  ///
  /// - Returns: the morpheme that the others hang on.
  private mutating func parse(_ stream: [Int]) -> Int? {
    var chunker = PhraseChunker(morphemes: morphemes, stream: stream, grammar: grammar)
    var phrases = chunker.chunk()
    guard !phrases.isEmpty else {
      for index in stream.dropFirst() {
        dependencies[index] = Dependency(head: stream[0], relation: "punct")
      }
      return stream.first
    }
    PhraseLinks(morphemes: morphemes, grammar: grammar).mark(&phrases)
    let parser = PhraseParser(phrases: phrases, morphemes: morphemes, grammar: grammar)
    let labels = PhraseRelations(
      phrases: phrases, heads: parser.heads, morphemes: morphemes, grammar: grammar)
    let relations = labels.relations()
    for (index, phrase) in phrases.enumerated() {
      attachWords(of: phrase)
      let head = phrases[parser.heads[index]].head
      dependencies[phrase.head] = Dependency(
        head: head, relation: relations[index],
        isVerb: phrase.isPredicate && phrase.lemma.hasSuffix("する"),
        isPredicate: phrase.isPredicate)
    }
    return phrases.last?.head
  }

  // MARK: - Inside of a phrase

  private mutating func attachWords(of phrase: Phrase) {
    let head = phrase.head
    for (place, word) in phrase.content.dropLast().enumerated() {
      let isNumber = morphemes[word].kind == .numeral
      let next = phrase.content[place + 1]
      if morphemes[word].kind.isPunctuation {
        dependencies[word] = Dependency(head: head, relation: "punct")
      } else if isNumber, morphemes[next].kind == .counter || morphemes[next].kind == .numeral {
        dependencies[word] = Dependency(head: next, relation: "nummod")
      } else {
        dependencies[word] = Dependency(head: head, relation: "compound")
      }
    }
    for word in phrase.marks { dependencies[word] = Dependency(head: head, relation: "punct") }
    if let conjunction = phrase.conjunction {
      dependencies[conjunction] = Dependency(head: head, relation: "cc")
    }
    attachFunctionWords(of: phrase)
  }

  private mutating func attachFunctionWords(of phrase: Phrase) {
    var isClause = phrase.isPredicate && !isBareNoun(phrase)
    if isBareNoun(phrase), phrase.isPredicate {
      isClause = phrase.function.contains { morphemes[$0].kind == .auxiliary }
    }
    for word in phrase.function {
      let relation = functionRelation(of: word, in: phrase, isClause: isClause)
      dependencies[word] = Dependency(head: phrase.head, relation: relation)
    }
    // 「に向けて」: the verb and what follows it make one postposition with the particle.
    guard let verb = phrase.adposition, let place = phrase.function.firstIndex(of: verb), place > 0
    else { return }
    for word in phrase.function[place...] where morphemes[word].kind != .attributiveParticle {
      dependencies[word] = Dependency(head: phrase.function[place - 1], relation: "fixed")
    }
  }

  private func isBareNoun(_ phrase: Phrase) -> Bool {
    phrase.isNominal && !phrase.hasLightVerb
  }

  private func functionRelation(of word: Int, in phrase: Phrase, isClause: Bool) -> String {
    let morpheme = morphemes[word]
    switch morpheme.kind {
    case .conjunctiveParticle, .otherParticle: return "mark"
    case .auxiliary:
      let isCopula = grammar.copulas.contains(morpheme.lemma)
      return isCopula && phrase.function.first == word && !phrase.hasLightVerb
        && morphemes[phrase.head].kind != .verb ? "cop" : "aux"
    case .dependentVerb where grammar.passives.contains(morpheme.lemma): return "aux:pass"
    case let kind where kind.isParticle: return isClause ? "mark" : "case"
    default: return "aux"
    }
  }
}
