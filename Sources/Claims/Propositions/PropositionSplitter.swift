import Language

/// Splits a sentence into the smallest statements that its syntax tells apart, each with all words that it needs.
///
/// The units are those of PropSegmEnt (Chen et al., 2023): sets of words, which may overlap and need not stand
/// together.
struct PropositionSplitter {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// The propositions in the order of their predicates, each once.
  ///
  /// - Complexity: linear in the number of words and of propositions; lists inside of lists are spread out as far
  ///   as `PhraseSpreader` says.
  func clauses() -> [Clause] {
    let names = NameSpans(tree.words, small: grammar.titleWords)
    let spreader = PhraseSpreader(tree: tree, grammar: grammar, names: names)
    let predicates = PredicatePropositions(
      spreader: spreader, reporting: ReportingVerbs(tree: tree, acts: acts, grammar: grammar),
      grammar: grammar)
    let nouns = NounPropositions(spreader: spreader).read()
    let brackets = BracketPropositions(tree: tree, names: names).clauses()
    var found = nouns.clauses
    var tasks = nouns.tasks
    for root in tree.roots {
      if tree.isPredicate(root) {
        tasks.append(.init(predicate: root, subjects: []))
      } else {
        found += fragment(root, spreader)
        tasks += clauses(beside: root).map { .init(predicate: $0, subjects: []) }
      }
    }
    var done: Set<Int> = []
    while let task = tasks.popLast() {
      guard done.insert(task.predicate).inserted else { continue }
      let result = predicates.read(task)
      found += result.clauses
      tasks += result.tasks
    }
    return distinct(found.map { trimmed($0, names) } + brackets)
  }

  /// A sentence without a verb: "Severe damage in the north and east".
  private func fragment(_ root: Int, _ spreader: PhraseSpreader) -> [Clause] {
    spreader.phrases(of: root).map {
      Clause(predicate: root, words: $0.sorted(), subject: [], reporter: nil)
    }
  }

  private func clauses(beside root: Int) -> [Int] {
    tree.children(of: root, [Relation.conjunct, "parataxis", "ccomp", "advcl"])
      .filter(tree.isPredicate)
  }

  private func distinct(_ clauses: [Clause]) -> [Clause] {
    var seen: Set<[Int]> = []
    return clauses.filter { clause in
      clause.words.count > 1 && clause.words.contains { tree.words[$0].isContent }
        && seen.insert(clause.words).inserted
    }.sorted { ($0.predicate, $0.words[0]) < ($1.predicate, $1.words[0]) }
  }

  /// A clause without brackets, which say something by themselves, and without marks that join what is no longer
  /// there.
  private func trimmed(_ clause: Clause, _ names: NameSpans) -> Clause {
    var clause = clause
    let titles = Set(clause.words.compactMap(names.title)).flatMap { $0 }
    let whole = Set(clause.words + titles).filter { !tree.isBracketed($0) }
    let words = tree.withoutOuterPunctuation(whole.sorted())
    let own = Set(words)
    clause.words = words.filter { index in
      tree.words[index].partOfSpeech != .punctuation
        || Self.quotationMarks.contains(tree.words[index].text)
        || own.contains(index - 1) && own.contains(index + 1)
    }
    return clause
  }

  private static let quotationMarks: Set = ["\"", "“", "”"]
}
