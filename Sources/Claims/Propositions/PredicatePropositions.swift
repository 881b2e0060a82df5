import Language

/// The propositions of one predicate: its subjects with each of its objects and additions.
struct PredicatePropositions {
  let spreader: PhraseSpreader
  let reporting: ReportingVerbs
  let grammar: Grammar

  private var tree: SyntaxTree { spreader.tree }

  /// A predicate whose propositions are to be read.
  struct Task {
    let predicate: Int
    /// The subject that it has from outside: of the verb before it, or the noun that it describes.
    var subjects: [Set<Int>]
    /// It describes a noun, which a relative pronoun of its own stands for.
    var isRelative = false
    /// The auxiliaries that it shares with the verb before it.
    var auxiliaries: [Int] = []
    /// The words of the clause that tells who says it, which go with each of its propositions.
    var prefix: Set<Int> = []
    /// The verb of that clause.
    var reporter: Int?
  }

  /// What a predicate gives: its propositions, and the clauses inside of it.
  struct Result {
    var clauses: [Clause] = []
    var tasks: [Task] = []
  }

  func read(_ task: Task) -> Result {
    let core = core(of: task.predicate).union(task.auxiliaries).union(antecedent(of: task))
    var parts = Parts(subjects: subjects(of: task), core: core)
    for child in tree.children(of: task.predicate) { sort(child, of: task, into: &parts) }
    shareObject(of: task.predicate, in: &parts)
    addExamples(of: task.predicate, to: &parts)
    var result = Result(tasks: parts.tasks)
    if !parts.isReport {
      result.clauses = propositions(of: task.predicate, parts).map { words in
        Clause(
          predicate: task.predicate, words: words.union(task.prefix).sorted(),
          subject: subject(of: task), reporter: parts.insertion ?? task.reporter)
      }
    }
    for child in tree.children(of: task.predicate, [Relation.conjunct]) {
      result.tasks.append(
        Task(
          predicate: child, subjects: parts.subjects,
          auxiliaries: tree.sharedAuxiliaries(
            of: child, with: task.predicate, orElse: task.auxiliaries),
          prefix: task.prefix, reporter: task.reporter))
    }
    return result
  }

  /// What belongs to a predicate, sorted by what becomes of it.
  private struct Parts {
    var subjects: [Set<Int>]
    /// The verb with its auxiliaries and what else cannot be left out.
    var core: Set<Int>
    var objects: [[Set<Int>]] = []
    private var relations: [String] = []
    /// What may be left out: where, when, how, why.
    var additions: [(head: Int, phrases: [Set<Int>])] = []
    var tasks: [Task] = []
    var hasObject = false
    /// It only tells who says what stands in it.
    var isReport = false
    /// The clause put in that tells who says it: "..., it said, ...".
    var insertion: Int?
    /// Adjectives that say by themselves what the subject is: "she is Canadian" of "she is a Canadian writer".
    var qualities: Set<Int> = []

    /// Adds an object; a second one behind a comma is an item of a list that the parser did not see.
    mutating func add(_ phrases: [Set<Int>], as relation: String, isListItem: Bool = false) {
      if isListItem, let index = relations.firstIndex(of: relation) {
        objects[index] += phrases
      } else {
        relations.append(relation)
        objects.append(phrases)
      }
    }

    init(subjects: [Set<Int>], core: Set<Int>) {
      self.subjects = subjects
      self.core = core
    }
  }

  // MARK: Subjects

  private func subjects(of task: Task) -> [Set<Int>] {
    guard let own = tree.child(of: task.predicate, Self.subjectRelations) else {
      return task.subjects.isEmpty ? [[]] : task.subjects
    }
    if task.isRelative, ["WDT", "WP"].contains(tree.words[own].tag) { return task.subjects }
    let isClause = ["csubj", "csubjpass"].contains(tree.words[own].relation)
    return isClause ? [Set(tree.subtree(of: own))] : spreader.phrases(of: own)
  }

  /// The words of the grammatical subject, by which it is told who acts.
  private func subject(of task: Task) -> [Int] {
    if let own = tree.child(of: task.predicate, Self.subjectRelations),
      !(task.isRelative && ["WDT", "WP"].contains(tree.words[own].tag))
    {
      return spreader.phrases(of: own).reduce(into: Set()) { $0.formUnion($1) }.sorted()
    }
    return task.subjects.reduce(into: Set()) { $0.formUnion($1) }.sorted()
  }

  private static let subjectRelations: Set = ["nsubj", "nsubjpass", "csubj", "csubjpass"]

  /// "The film, which he directed": the film belongs to what is said, with the words that tie the two together.
  private func antecedent(of task: Task) -> Set<Int> {
    guard task.isRelative, let own = tree.child(of: task.predicate, Self.subjectRelations),
      !Self.relativeTags.contains(tree.words[own].tag), let noun = task.subjects.first
    else { return [] }
    let ties = tree.children(of: task.predicate).filter { child in
      guard let words = tree.subtree(of: child, limit: 3) else { return false }
      return words.contains { Self.relativeTags.contains(tree.words[$0].tag) }
    }
    return noun.union(ties.flatMap { tree.subtree(of: $0) })
  }

  /// Relative pronouns and adverbs.
  private static let relativeTags: Set = ["WDT", "WP", "WRB"]

  private func core(of predicate: Int) -> Set<Int> {
    let small = Relation.auxiliaries.union(Relation.negation).union(["prt", "expl"])
    let words = tree.children(of: predicate, small).flatMap { tree.subtree(of: $0) }
    return Set([predicate] + words)
  }

  // MARK: Sorting

  private func sort(_ child: Int, of task: Task, into parts: inout Parts) {
    let word = tree.words[child]
    if Self.relativeTags.contains(word.tag) || parts.core.contains(child) || isConnective(child) {
      return
    }
    switch word.relation {
    case "nsubj", "nsubjpass", "csubj", "csubjpass", "aux", "auxpass", "neg", "prt", "expl",
      "punct", "cc", "preconj", "mark", Relation.conjunct:
      return
    case "dobj", "attr", "acomp", "oprd", "dative":
      parts.add(
        spreader.complementPhrases(of: child), as: word.relation, isListItem: tree.isSetOff(child))
      parts.hasObject = parts.hasObject || !isPartOfLightVerb(child, task.predicate)
      if word.relation == "attr" { parts.qualities = qualities(of: child) }
    case "xcomp":
      parts.add(spreader.verbPhrases(of: child), as: word.relation)
      parts.hasObject = true
    case "ccomp", "parataxis": sortClause(child, of: task, into: &parts)
    case "prep", "agent":
      parts.additions.append((child, spreader.prepositionalPhrases(of: child)))
    case "advmod", "npadvmod":
      let words = Set(tree.subtree(of: child))
      if word.relation == "advmod", words.count == 1, child != 0 {
        parts.core.formUnion(words)
      } else {
        parts.additions.append((child, [words]))
      }
    case "advcl":
      if let mark = limitingMark(of: child), grammar.conditions.contains(tree.words[mark].lemma) {
        // Without its condition the rest would say something else.
        parts.core.formUnion(tree.subtree(of: child))
      } else if limitingMark(of: child) != nil {
        parts.additions.append((child, spreader.verbPhrases(of: child)))
      } else {
        parts.tasks.append(inner(child, of: task, parts))
      }
    default: parts.core.formUnion(tree.subtree(of: child))
    }
  }

  /// A clause inside: what is reported, what is put in, or what stands beside.
  private func sortClause(_ child: Int, of task: Task, into parts: inout Parts) {
    if reporting.isInsertedReport(child) {
      parts.insertion = child
    } else if reporting.reports(task.predicate, clause: child), tree.isPredicate(child) {
      let own = tree.child(of: task.predicate, Self.subjectRelations).map { tree.subtree(of: $0) }
      let marks = tree.children(of: child, ["mark"])
      parts.isReport = true
      parts.tasks.append(
        Task(
          predicate: child, subjects: [],
          prefix: task.prefix.union(parts.core).union(own ?? []).union(marks),
          reporter: task.predicate))
    } else if child < task.predicate || tree.words[child].relation == "parataxis" {
      parts.tasks.append(inner(child, of: task, parts))
    } else {
      parts.add(spreader.verbPhrases(of: child), as: "ccomp")
      parts.hasObject = true
    }
  }

  private func inner(_ child: Int, of task: Task, _ parts: Parts) -> Task {
    Task(
      predicate: child, subjects: parts.subjects, prefix: task.prefix, reporter: task.reporter)
  }

  /// "If", "when", "until": the clause limits what is said. "While" and "although" state something beside it.
  private func limitingMark(of clause: Int) -> Int? {
    tree.children(of: clause, ["mark", "advmod"]).first { mark in
      mark < clause && ["IN", "WRB"].contains(tree.words[mark].tag)
    }.flatMap { grammar.contrasting.contains(tree.words[$0].lemma) ? nil : $0 }
  }

  /// A word or phrase that only ties the sentence to the one before it: "also", "on the other hand".
  private func isConnective(_ word: Int) -> Bool {
    guard ["advmod", "prep"].contains(tree.words[word].relation) else { return false }
    let words = tree.subtree(of: word)
    guard words.count <= 5 else { return false }
    return grammar.connectives.contains(
      words.map { tree.words[$0].text.lowercased() }.joined(separator: " "))
  }

  /// "Take place": the noun makes one verb with the verb.
  private func isPartOfLightVerb(_ object: Int, _ verb: Int) -> Bool {
    tree.words[object].relation == "dobj" && tree.children(of: object).isEmpty
      && tree.words[object].partOfSpeech == .noun
      && grammar.lightVerbs.contains(tree.words[verb].lemma)
  }

  private func qualities(of attribute: Int) -> Set<Int> {
    Set(
      tree.children(of: attribute, ["amod"]).filter {
        tree.words[$0].text.first?.isUppercase ?? false
      })
  }

  // MARK: Sharing

  /// "They reviewed and adopted the plan": the object stands behind the second verb and belongs to both.
  private func shareObject(of verb: Int, in parts: inout Parts) {
    guard parts.objects.isEmpty else { return }
    let isStranded = { (word: Int) in
      self.tree.words[word].relation == "prep" && self.tree.children(of: word).isEmpty
    }
    let light: Set = ["cc", "conj", "punct", "advmod", "prt"]
    let hasOwnParts = tree.children(of: verb).contains { child in
      child > verb && !light.contains(tree.words[child].relation) && !isStranded(child)
    }
    guard !hasOwnParts,
      let other = tree.children(of: verb, [Relation.conjunct]).first(where: {
        tree.words[$0].partOfSpeech == .verb && tree.child(of: $0, Self.subjectRelations) == nil
      }), let object = tree.child(of: other, ["dobj"])
    else { return }
    parts.add(spreader.phrases(of: object), as: "dobj")
    parts.hasObject = true
    let stranded = tree.children(of: verb).filter(isStranded)
    parts.core.formUnion(stranded)
    parts.additions.removeAll { stranded.contains($0.head) }
  }

  /// "Won prizes ..., including A": A can stand where its general name stands.
  private func addExamples(of verb: Int, to parts: inout Parts) {
    guard let last = parts.objects.indices.last else { return }
    for preposition in spreader.examplePrepositions(of: verb) {
      parts.additions.removeAll { $0.head == preposition }
      for example in tree.children(of: preposition, ["pobj"]) {
        parts.objects[last] += spreader.phrases(of: example)
      }
    }
  }

  // MARK: Putting together

  private func propositions(of verb: Int, _ parts: Parts) -> [Set<Int>] {
    let subjects = parts.subjects.map { $0.union(parts.core) }
    var bases = spreader.combined([subjects] + parts.objects)
    var found: [Set<Int>] = []
    if !parts.qualities.isEmpty {
      found += parts.qualities.sorted().flatMap { quality in subjects.map { $0.union([quality]) } }
      bases = bases.map { $0.subtracting(parts.qualities) }
    }
    let behind = parts.additions.filter { $0.head > verb }
    let first = parts.additions.count > 1 && !parts.hasObject ? behind.first : nil
    let isLeading = parts.additions.count == 1 && behind.isEmpty
    if parts.additions.isEmpty || parts.hasObject || isLeading { found += bases }
    if let first { found += spreader.combined([bases, first.phrases]) }
    for addition in parts.additions where addition.head != first?.head {
      let beside = first.map { [$0.phrases] } ?? []
      found += spreader.combined([bases] + beside + [addition.phrases])
    }
    return found
  }
}
