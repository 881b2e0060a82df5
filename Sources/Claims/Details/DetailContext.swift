import Language

/// Finds the words that a part of a claim needs to be read by itself: who does what, without what else is told of it.
struct DetailContext {
  let tree: SyntaxTree
  /// Nouns that say nothing by themselves, by their base forms.
  let light: Set<String>
  /// Nouns that, bare behind a preposition, make one predicate with a verb and its object: "take into account".
  let completing: Set<String>
  /// Verbs that say nothing without the noun with に or と before them: 合意に至る.
  let demanding: Set<String>
  /// Conjunctions before what the main clause depends on, by their base forms: "if".
  let conditions: Set<String>

  /// A part with the words that it needs, in order.
  ///
  /// - Parameter claim: the words of the claim.
  func words(of own: [Int], in claim: Set<Int>) -> [Int] {
    var all = Set(own)
    let members = Set(own)
    for top in own where !members.contains(tree.words[top].head) || tree.words[top].head == top {
      if isSentence(top, members) {
        all.subtract(conjunctions(of: top))
        continue
      }
      all.formUnion(way(up: top, in: claim))
    }
    return written(all)
  }

  /// The words of a part with all of the owners that it has a word of, and with what tells of a noun what it is: "the
  /// two countries’ goal", the expectation "that it will close".
  ///
  /// - Parameters:
  ///   - own: the part's own words.
  ///   - words: those with the words that it needs.
  func explained(_ words: [Int], of own: [Int], in claim: Set<Int>) -> [Int] {
    var all = Set(words)
    for word in Set(words).subtracting(own) {
      let owners = tree.children(of: word, ["poss"]).filter(all.contains)
      let clauses =
        light.contains(tree.words[word].lemma) ? tree.children(of: word, ["acl", "relcl"]) : []
      // Of a clause that the detail has a part of, that part is meant.
      for addition in owners + clauses.filter({ !all.contains($0) }) {
        all.formUnion(tree.subtree(of: addition).filter(claim.contains))
      }
    }
    return written(all)
  }

  /// Words in order, with what they are written in one with, and without marks of what is no longer there.
  private func written(_ words: Set<Int>) -> [Int] {
    let joined = withHyphens(
      WrittenNumbers(tree: tree).completed(in: withArticles(withPrepositions(words)).sorted()))
    return tree.withoutOuterPunctuation(withoutStrayCommas(withBrackets(joined)))
  }

  // MARK: - Clauses

  /// Whether a clause can be read by itself: what it hangs on may be denied elsewhere while the clause is not. A condition
  /// cannot, since nobody says that it is so.
  private func isSentence(_ top: Int, _ members: Set<Int>) -> Bool {
    tree.words[top].relation == "advcl"
      && tree.children(of: top, Self.subjects).contains(where: members.contains)
      && !isCondition(top)
  }

  private func isCondition(_ clause: Int) -> Bool {
    tree.words[clause].relation == "advcl"
      && (conjunctions(of: clause).contains { conditions.contains(tree.words[$0].lemma) }
        || conditions.contains(tree.words[clause].text.lowercased()))
  }

  /// What joins a clause to the one that it hangs on: "after it closed", "when it closed".
  private func conjunctions(of clause: Int) -> [Int] {
    tree.children(of: clause, ["mark"])
      + tree.children(of: clause, ["advmod"]).filter { tree.words[$0].tag == "WRB" }
  }

  // MARK: - The way up

  /// The words from a phrase up to the head of its claim, with their subjects, auxiliaries and what else they cannot
  /// be read without, but without their other additions.
  private func way(up start: Int, in claim: Set<Int>) -> Set<Int> {
    var way: Set<Int> = []
    var seen: Set<Int> = [start]
    var current = start
    while tree.words[current].head != current {
      let head = tree.words[current].head
      guard claim.contains(head) else {
        // "The sale costs much and raises the output": who raises it stands with what is another claim.
        if tree.words[current].relation == Relation.conjunct {
          for subject in tree.children(of: head, Self.subjects) { way.formUnion(short(subject)) }
        }
        break
      }
      guard seen.insert(head).inserted else { break }
      if tree.words[current].relation == Relation.conjunct {
        // The item takes its head's place; a verb also has its subject.
        for subject in tree.children(of: head, Self.subjects) { way.formUnion(short(subject)) }
        if isItemOfObject(current, of: head) {
          way.insert(head)
          way.formUnion(tree.children(of: head, Self.grammatical))
        }
      } else {
        way.insert(head)
        way.formUnion(tree.children(of: head, Self.grammatical))
        way.formUnion(state(of: head))
        way.formUnion(conditioned(head, by: current))
        // "Tons" or "dollars" without their number say nothing.
        for number in tree.children(of: head, ["nummod"]) {
          way.formUnion(tree.subtree(of: number))
        }
        for subject in tree.children(of: head, Self.subjects) { way.formUnion(short(subject)) }
        way.formUnion(complements(of: head, beside: current))
      }
      current = head
    }
    return way.filter(claim.contains)
  }

  /// "Wants a rise, backdated to May, and an end to night shifts": an item of the object that the parser takes for one
  /// beside the verb.
  private func isItemOfObject(_ item: Int, of verb: Int) -> Bool {
    tree.words[item].partOfSpeech.isNominal && tree.words[verb].partOfSpeech == .verb
      && tree.child(of: item, Self.subjects) == nil
  }

  /// "Heavy costs and losses should they attack": a condition behind a noun holds for all of its list.
  private func conditioned(_ noun: Int, by clause: Int) -> [Int] {
    guard tree.words[noun].partOfSpeech.isNominal, isCondition(clause) else { return [] }
    return tree.subtree(of: noun, except: [clause])
  }

  /// What makes one predicate with a verb, beside the phrase that is looked at.
  private func complements(of head: Int, beside current: Int) -> Set<Int> {
    let isComplement = Self.complements.contains(tree.words[current].relation)
    let others = tree.children(of: head, Self.complements).filter {
      $0 != current && (!isComplement || isState($0))
    }
    return (others + demanded(by: head)).reduce(into: Set(completion(of: head))) {
      words, complement in
      words.insert(complement)
      words.formUnion(tree.children(of: complement, Self.close))
    }
  }

  /// The bare noun with its preposition by which a verb and its object are one predicate: "bear it in mind".
  private func completion(of verb: Int) -> [Int] {
    guard tree.child(of: verb, ["dobj"]) != nil else { return [] }
    return tree.children(of: verb, Relation.prepositions).flatMap { preposition in
      let noun = tree.child(of: preposition, ["pobj"])
      return noun.map { isCompleting($0) ? [preposition, $0] : [] } ?? []
    }
  }

  private func demanded(by verb: Int) -> [Int] {
    guard demanding.contains(tree.words[verb].lemma) else { return [] }
    return tree.children(of: verb, ["obl"]).filter { noun in
      tree.children(of: noun, ["case"]).contains { ["に", "と"].contains(tree.words[$0].text) }
    }.suffix(1)
  }

  private func isCompleting(_ noun: Int) -> Bool {
    completing.contains(tree.words[noun].lemma) && tree.children(of: noun).isEmpty
  }

  /// The adverb by which a form of "be" says what somebody or something is: "the fire was out".
  private func state(of verb: Int) -> [Int] {
    guard tree.words[verb].lemma == "be", tree.child(of: verb, Self.complements) == nil else {
      return []
    }
    return tree.children(of: verb, ["advmod"])
      .filter { $0 == verb + 1 && tree.words[$0].tag != "WRB" }
  }

  /// Whether a word says with its verb what somebody or something is, whatever else stands with it: "made clear that".
  private func isState(_ complement: Int) -> Bool {
    tree.words[complement].partOfSpeech == .adjective
  }

  /// A noun phrase without the clauses and names that tell more of it.
  private func short(_ head: Int) -> [Int] {
    let additions = tree.children(of: head, ["relcl", "acl", "appos", "advcl"])
    return tree.subtree(of: head, except: Set(additions))
  }

  // MARK: - Words that stand together

  /// Words with both of two prepositions that are one: "because of illness".
  private func withPrepositions(_ words: Set<Int>) -> Set<Int> {
    let others = words.flatMap { word in
      [word - 1, word + 1].filter { other in
        tree.words.indices.contains(other)
          && [word, other].allSatisfy { tree.words[$0].tag == "IN" }
          && (tree.words[word].head == other || tree.words[other].head == word)
      }
    }
    return words.union(others)
  }

  /// Words with what stands right behind an "a" or "an" of theirs, on which its form rests: "an initial period".
  private func withArticles(_ words: Set<Int>) -> Set<Int> {
    words.filter { ["a", "an"].contains(tree.words[$0].text.lowercased()) }.reduce(into: words) {
      words, article in
      let noun = tree.words[article].head
      guard article < noun, words.contains(noun) else { return }
      words.formUnion((article...noun).filter { tree.hangs($0, from: noun) })
    }
  }

  // MARK: - Marks

  /// Words with the hyphens and dots between them, and with what they are written in one with: "one", "-", "off".
  private func withHyphens(_ words: [Int]) -> [Int] {
    var members = Set(words)
    let hyphens = words.map { $0 + 1 }.filter { index in
      tree.words.indices.contains(index) && Self.hyphens.contains(tree.words[index].text)
        && members.contains(index + 1)
    }
    members.formUnion(hyphens)
    for word in words {
      for step in [-1, 1] {
        var next = word
        while isWrittenOn(from: next, by: step) {
          next += 2 * step
          members.formUnion([next - step, next])
        }
      }
    }
    return members.sorted()
  }

  /// Whether a word is tied by a hyphen, without a space, to the one behind it or before it.
  private func isWrittenOn(from word: Int, by step: Int) -> Bool {
    let (hyphen, other) = (word + step, word + 2 * step)
    guard tree.words.indices.contains(other), tree.words[hyphen].tag == "HYPH" else { return false }
    let ranges = [word, hyphen, other].sorted().map { tree.words[$0].range }
    return ranges[0].upperBound == ranges[1].lowerBound
      && ranges[1].upperBound == ranges[2].lowerBound
  }

  /// Words with the brackets around those of them that are all that stands in there.
  private func withBrackets(_ words: [Int]) -> [Int] {
    let members = Set(words)
    let brackets = Set(words.compactMap(tree.bracket)).filter { bracket in
      bracket.allSatisfy {
        members.contains($0) || tree.words[$0].partOfSpeech == .punctuation
      }
    }
    return members.union(brackets.flatMap { $0 }).sorted()
  }

  /// Words without the commas behind which something is left out: "the mayor, who was ill, spoke".
  private func withoutStrayCommas(_ words: [Int]) -> [Int] {
    let members = Set(words)
    return words.filter { index in
      tree.words[index].text != ","
        || members.contains(index - 1) && members.contains(index + 1)
    }
  }

  private static let hyphens: Set = ["-", "–", "/", "・", "／"]

  // MARK: - Relations, of English (ClearNLP) and of Japanese (Universal Dependencies)

  static let complements: Set = ["dobj", "attr", "oprd", "acomp", "obj", "ccomp", "xcomp"]
  private static let subjects = Relation.subjects.union(["nsubj:pass"])
  /// What a word on the way cannot be read without.
  private static let grammatical: Set = [
    "aux", "auxpass", "aux:pass", "cop", "neg", "prt", "mark", "det", "poss", "case", "fixed",
    "compound",
  ]
  private static let close: Set = [
    "det", "poss", "compound", "amod", "nummod", "case", "fixed", "neg",
  ]
}
