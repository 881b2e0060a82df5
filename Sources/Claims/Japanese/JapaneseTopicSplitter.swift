import Language

/// Splits a Japanese clause whose matter is a list into one clause an item: 「AやB、Cについて議論した」 says three
/// things, and an account may leave out any of them.
///
/// - Complexity: linear in the number of words, and in the number of items times the words that they share.
struct JapaneseTopicSplitter {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }
  private var japanese: JapaneseGrammar { syntax.japanese }

  /// A list that no person reads is not taken apart.
  private static let longestList = 40

  private struct List {
    /// The nouns that head the items; the last of them carries the particle of all.
    let items: [Int]
    /// The particles that all items share.
    let particles: [Int]
    /// The noun that the items are examples of: 課題 in 気候変動などの課題.
    var general: Int?
    /// Whether the items act, each by itself: 「男性2人と女性1人がけがをした」.
    var isSubject = false
  }

  /// The clause itself where it holds no list, else one clause an item with the shared verb and topic.
  func split(_ clause: JapaneseClause) -> [JapaneseClause] {
    let own = Set(clause.words)
    if let list = countedSubjects(of: clause), list.items.allSatisfy(own.contains) {
      return split(clause, list: list, own: own)
    }
    for matter in matters(of: clause) {
      guard let list = list(at: matter, of: clause), list.items.allSatisfy(own.contains) else {
        continue
      }
      return split(clause, list: list, own: own)
    }
    return [clause]
  }

  private func split(_ clause: JapaneseClause, list: List, own: Set<Int>) -> [JapaneseClause] {
    let items = list.items.map { itemWords($0, of: list).filter(own.contains) }
    let listWords = listWords(list)
    let core = coreWords(of: clause).filter { own.contains($0) && !listWords.contains($0) }
    let rest = clause.words.filter { !listWords.contains($0) }
    var clauses: [JapaneseClause] = []
    if let general = list.general,
      list.isSubject || !syntax.grammar.light.contains(tree.words[general].lemma)
    {
      var part = clause
      let examples = Set(
        list.items + tree.children(of: general, ["acl", "nmod"]).filter(isEnumeration))
      let phrase = tree.subtree(of: general, except: examples)
      part.words = syntax.trimmed((rest + phrase.filter(own.contains)).sorted())
      if list.isSubject { part.subject = phrase }
      clauses.append(part)
    }
    for item in items where !item.isEmpty {
      var part = clause
      let isFirst = clauses.isEmpty
      part.words = syntax.trimmed((isFirst ? rest + item : item).sorted())
      part.shared = clause.shared + list.particles + (isFirst ? [] : core)
      if list.isSubject {
        part.subject = item
        part.subjectHead = item.last
      } else if !isFirst {
        part.shared += clause.subject.count <= 60 ? clause.subject : []
      }
      clauses.append(part)
    }
    return clauses
  }

  // MARK: - Finding the list

  /// The counted who act, where each of the counts says something: 「男性2人と女性1人が」, 「子ども2人を含む5人が」.
  private func countedSubjects(of clause: JapaneseClause) -> List? {
    guard let head = clause.subjectHead, isCounted(head) else { return nil }
    let particles = sharedParticles(of: head)
    if let examples = examples(of: head), examples.allSatisfy(isCounted) {
      return List(items: examples, particles: particles, general: head, isSubject: true)
    }
    let items = tree.coordination(of: head)
    guard items.count > 1, items.count <= Self.longestList, items.allSatisfy(isCounted) else {
      return nil
    }
    return List(items: items, particles: particles, isSubject: true)
  }

  private func isCounted(_ noun: Int) -> Bool {
    let words =
      syntax.compound(of: noun)
      + tree.children(of: noun, ["nmod"])
      .flatMap { syntax.compound(of: $0) }
    return words.contains { tree.words[$0].partOfSpeech == .numeral }
  }

  private func isEnumeration(_ word: Int) -> Bool {
    syntax.grammar.enumerating.contains(syntax.lemma(of: word))
  }

  /// The nouns that tell what a clause is about: its objects, and those with について.
  private func matters(of clause: JapaneseClause) -> [Int] {
    let children = tree.children(of: clause.predicate, ["obj", "obl"])
    if let agreed = agreedMatter(of: clause, among: children) { return [agreed] }
    let nouns = children.filter {
      tree.words[$0].relation == "obj" || japanese.matter.contains(syntax.particle(of: $0))
    }
    // 「AとBについての協議を行った」: the matter stands at the object.
    let inner = nouns.flatMap { noun in
      tree.children(of: noun, ["nmod"]).filter { japanese.matter.contains(syntax.particle(of: $0)) }
    }
    return nouns.filter { japanese.matter.contains(syntax.particle(of: $0)) } + inner
      + nouns.filter { tree.words[$0].relation == "obj" }
  }

  /// 「AとBで一致した」: an agreement stands on its matter with で or に.
  private func agreedMatter(of clause: JapaneseClause, among nouns: [Int]) -> Int? {
    let act = syntax.acts.act(ofVerb: syntax.lemma(of: clause.predicate), in: .japanese)
    guard act?.group == "agreement" else { return nil }
    return nouns.last {
      japanese.agreedParticles.contains(syntax.particle(of: $0))
        && tree.coordination(of: $0).count > 1
    }
  }

  private func list(at matter: Int, of clause: JapaneseClause) -> List? {
    let particles = sharedParticles(of: matter)
    if let examples = examples(of: matter) {
      return List(items: examples, particles: particles, general: matter)
    }
    let items = tree.coordination(of: matter)
    guard items.count > 1, items.count <= Self.longestList else { return nil }
    let isMatter = tree.words[matter].relation != "obj"
    let introducesTopics =
      isMatter
      || syntax.acts.act(ofVerb: syntax.lemma(of: clause.predicate), in: .japanese)?
        .introducesTopics ?? false
    let isList = introducesTopics ? !isBareList(items) : items.allSatisfy(isElaborate)
    return isList ? List(items: items, particles: particles) : nil
  }

  /// The items of 「AやBなどのC」 and 「AとBを含むC」.
  private func examples(of noun: Int) -> [Int]? {
    for child in tree.children(of: noun, ["nmod", "acl"]) {
      if tree.words[child].relation == "acl" {
        guard syntax.grammar.enumerating.contains(syntax.lemma(of: child)),
          let object = tree.child(of: child, ["obj"])
        else { continue }
        return tree.coordination(of: object)
      }
      let items = tree.coordination(of: child)
      let isOpen =
        syntax.function(of: child).contains { japanese.openEnds.contains(tree.words[$0].text) }
        || tree.words[child].text == "等"
      if isOpen, items.count > 1 { return items }
    }
    return nil
  }

  private func sharedParticles(of matter: Int) -> [Int] {
    syntax.function(of: matter).filter { !japanese.openEnds.contains(tree.words[$0].text) }
  }

  /// The words of an item without those that join it to the others.
  private func itemWords(_ item: Int, of list: List) -> [Int] {
    let others = tree.children(of: item, ["conj", "cc", "punct"])
    let words = tree.subtree(of: item, except: Set(others + syntax.function(of: item)))
    return words.filter { $0 <= item && !syntax.function(of: item).contains($0) }
  }

  /// All words of the list, with its joints and the noun that it gives examples of.
  private func listWords(_ list: List) -> Set<Int> {
    guard let last = list.items.max() else { return [] }
    return Set(tree.subtree(of: list.general ?? last))
  }

  /// The predicate with its subject and ending and the noun that it performs: what every item needs.
  private func coreWords(of clause: JapaneseClause) -> [Int] {
    let predicate = clause.predicate
    let objects =
      japanese.performing.contains(syntax.lemma(of: predicate))
      ? tree.children(of: predicate, ["obj"]).flatMap { syntax.phrase(of: $0) } : []
    return clause.subject + objects + syntax.phrase(of: predicate)
  }

  /// Whether all items are single nouns, which name one matter together: 平和と安定.
  private func isBareList(_ items: [Int]) -> Bool {
    items.allSatisfy { tree.words[$0].partOfSpeech == .noun && !isElaborate($0) }
  }

  /// Whether an item has two content words or more.
  private func isElaborate(_ item: Int) -> Bool {
    syntax.compound(of: item).filter { tree.words[$0].isContent }.count > 1
      || !tree.children(of: item, ["nmod", "acl"]).isEmpty
  }
}
