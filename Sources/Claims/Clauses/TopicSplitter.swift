import Language

/// Splits a clause whose object is a list into one clause an item: "they discussed A, B and C" says three
/// things, and an account may leave out any of them.
struct TopicSplitter {
  let tree: SyntaxTree
  let acts: ActTable
  let grammar: Grammar

  /// The clause itself where it holds no list, else one clause an item with the shared verb and subject.
  func split(_ clause: Clause) -> [Clause] {
    let own = Set(clause.words)
    for list in lists(in: clause) {
      let condition = conditions(of: list)
      let items = list.items.map {
        itemWords($0, of: list, own: own).filter { !condition.contains($0) }
      }
      .filter { !$0.isEmpty }
      guard items.count > (list.isEnumeration ? 0 : 1) else { continue }
      return split(clause, items: items, list: list, own: own)
    }
    return [clause]
  }

  private struct List {
    /// The word that the list hangs from, and everything between it and the predicate.
    let stem: [Int]
    /// The nouns that head the items.
    let items: [Int]
    /// Whether the list gives examples of what stands before it: "issues, including A and B".
    let isEnumeration: Bool
  }

  private func split(_ clause: Clause, items: [[Int]], list: List, own: Set<Int>) -> [Clause] {
    let condition = conditions(of: list).filter(own.contains)
    let itemWords = Set(items.joined()).union(joints(of: list)).union(condition)
    let core = coreWords(of: clause, own: own).union(list.stem.filter(own.contains))
    var rest = clause.words.filter { !itemWords.contains($0) && !isJoint($0, beside: itemWords) }
    // Where the stem is all of an enumeration, "including" itself goes with the items.
    if list.isEnumeration { rest.removeAll { list.stem.contains($0) } }
    var clauses: [Clause] = []
    if list.isEnumeration {
      var general = clause
      general.words = rest
      clauses += split(general)
    }
    for (index, item) in items.enumerated() {
      var part = clause
      let isFirst = index == 0 && !list.isEnumeration
      part.words = (isFirst ? rest + item + condition : item + condition).sorted()
      let shared = list.isEnumeration ? coreWords(of: clause, own: own) : core
      part.shared = isFirst ? clause.shared : (clause.shared + shared.sorted())
      clauses.append(part)
    }
    return clauses
  }

  /// The predicate with its subject, auxiliaries and negation: what every item needs to be read.
  private func coreWords(of clause: Clause, own: Set<Int>) -> Set<Int> {
    let grammatical = Relation.auxiliaries.union(Relation.negation).union(["prt"])
    let small = tree.children(of: clause.predicate, grammatical)
    return Set(clause.subject + small + [clause.predicate]).filter {
      own.contains($0) || clause.shared.contains($0)
    }
  }

  /// "Heavy costs and losses should they attack": the condition that the parser hangs from one item holds for all.
  private func conditions(of list: List) -> Set<Int> {
    let clauses = list.items.flatMap { tree.children(of: $0, ["advcl"]) }.filter { clause in
      tree.children(of: clause, ["mark"]).contains {
        grammar.conditions.contains(tree.words[$0].lemma)
      }
    }
    return Set(clauses.flatMap { tree.subtree(of: $0) })
  }

  // MARK: - Finding the lists

  private func lists(in clause: Clause) -> [List] {
    let own = Set(clause.words)
    let found =
      enumerations(of: clause, own: own) + partitives(of: clause) + objectLists(of: clause)
      + matterLists(of: clause, own: own)
    return found.filter { list in list.items.allSatisfy(own.contains) }
  }

  /// Examples of what is talked about: "discussed issues, including A and B". Examples of anything else
  /// could not be read without it.
  private func enumerations(of clause: Clause, own: Set<Int>) -> [List] {
    let matters = matters(of: clause)
    return own.sorted().compactMap { word in
      guard Relation.prepositions.contains(tree.words[word].relation),
        grammar.enumerating.contains(tree.words[word].lemma),
        matters.contains(tree.words[word].head), !isWhatSomethingIs(tree.words[word].head),
        let object = tree.child(of: word, Relation.prepositionObjects)
      else { return nil }
      return List(stem: [word], items: items(from: object), isEnumeration: true)
    }
  }

  /// "It is a plan, including cuts": it is a plan, but no cuts. "There are plans, including cuts" has both.
  private func isWhatSomethingIs(_ noun: Int) -> Bool {
    tree.words[noun].relation == "attr" && tree.child(of: tree.words[noun].head, ["expl"]) == nil
  }

  /// "Covered many matters, trade among them": trade is one of the matters.
  private func partitives(of clause: Clause) -> [List] {
    let wholes = matters(of: clause).union([clause.predicate])
    return clause.words.compactMap { part in
      guard tree.words[part].partOfSpeech.isNominal, wholes.contains(tree.words[part].head),
        tree.isSetOff(part),
        let preposition = tree.children(of: part, ["prep"]).first(where: {
          grammar.partitive.contains(tree.words[$0].lemma)
        }), let whole = tree.child(of: preposition, Relation.prepositionObjects),
        tree.words[whole].partOfSpeech == .pronoun
      else { return nil }
      return List(
        stem: tree.subtree(of: preposition), items: items(from: part), isEnumeration: true)
    }
  }

  /// The nouns that tell what a clause is about: its objects, and those of prepositions of matter.
  private func matters(of clause: Clause) -> Set<Int> {
    let objects = tree.children(of: clause.predicate, Relation.objects)
    let prepositional = ([clause.predicate] + objects)
      .flatMap { tree.children(of: $0, Relation.prepositions) }
      .filter { grammar.matter.contains(tree.words[$0].lemma) }
      .flatMap { tree.children(of: $0, Relation.prepositionObjects) }
    return Set((objects + prepositional).flatMap(tree.coordination(of:)))
  }

  private func objectLists(of clause: Clause) -> [List] {
    let introducesTopics = act(of: clause)?.introducesTopics ?? false
    let heads = tree.children(of: clause.predicate, Relation.objects.union(["xcomp"]))
    return heads.compactMap { object in
      let items = items(from: object)
      guard items.count > 1 else { return nil }
      let isList = introducesTopics ? !isBareList(items) : items.allSatisfy(isElaborate)
      return isList ? List(stem: [], items: items, isEnumeration: false) : nil
    }
  }

  /// Lists after a preposition of matter, at the verb or at its object: "exchanged views on A and B".
  private func matterLists(of clause: Clause, own: Set<Int>) -> [List] {
    let objects = tree.children(of: clause.predicate, Relation.objects)
    return ([clause.predicate] + objects).flatMap { parent in
      tree.children(of: parent, Relation.prepositions).compactMap { preposition in
        guard grammar.matter.contains(tree.words[preposition].lemma),
          let object = tree.child(of: preposition, Relation.prepositionObjects)
        else { return nil }
        let repeated = tree.children(of: preposition, [Relation.conjunct]).flatMap { other in
          tree.children(of: other, Relation.prepositionObjects).flatMap(items(from:))
        }
        let items = items(from: object) + repeated
        guard items.count > 1, !isBareList(items) else { return nil }
        let nouns =
          parent == clause.predicate ? [] : tree.subtree(of: parent, except: [preposition])
        return List(stem: nouns + [preposition], items: items, isEnumeration: false)
      }
    }
  }

  /// The nouns coordinated with one, passing through prepositions that are repeated: "about A and about B".
  private func items(from noun: Int) -> [Int] {
    tree.coordination(of: noun).flatMap { word -> [Int] in
      guard tree.words[word].partOfSpeech == .adposition else { return [word] }
      let object = tree.child(of: word, Relation.prepositionObjects)
      return object.map(tree.coordination(of:)) ?? []
    }
  }

  private func itemWords(_ item: Int, of list: List, own: Set<Int>) -> [Int] {
    let others = Set(tree.children(of: item, [Relation.conjunct, "cc", "preconj"]) + list.stem)
    let words = tree.subtree(of: item, except: others).filter(own.contains)
    let isPunctuation = { (index: Int) in self.tree.words[index].partOfSpeech == .punctuation }
    let first = words.firstIndex { !isPunctuation($0) } ?? words.endIndex
    let last = words.lastIndex { !isPunctuation($0) } ?? words.startIndex
    return first <= last && first < words.endIndex ? Array(words[first...last]) : []
  }

  /// The conjunctions between the items, with all their words: "as well as".
  private func joints(of list: List) -> [Int] {
    list.items.flatMap { tree.children(of: $0, ["cc", "preconj"]) }
      .flatMap { tree.subtree(of: $0) }
  }

  /// A comma or conjunction that joined items, or a preposition that was repeated for one of them.
  private func isJoint(_ word: Int, beside items: Set<Int>) -> Bool {
    let isJoining =
      Relation.coordinators.contains(tree.words[word].relation)
      || tree.words[word].partOfSpeech == .adposition && tree.words[word].relation == "conj"
    return isJoining && (items.contains(tree.words[word].head) || items.contains(word + 1))
  }

  /// Whether all items are single common nouns, which name one matter together: "peace and security".
  private func isBareList(_ items: [Int]) -> Bool {
    items.allSatisfy { item in
      tree.words[item].partOfSpeech == .noun
        && !tree.children(of: item).contains { tree.words[$0].isContent && !items.contains($0) }
    }
  }

  /// Whether an item has two content words or more.
  private func isElaborate(_ item: Int) -> Bool {
    let others = Set(tree.children(of: item, [Relation.conjunct]))
    return tree.subtree(of: item, except: others).filter { tree.words[$0].isContent }.count > 1
  }

  private func act(of clause: Clause) -> Act? {
    acts.act(ofPredicate: clause.predicate, in: tree)
  }
}
