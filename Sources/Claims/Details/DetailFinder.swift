import Language

/// Finds the parts of a claim that could be left out of it: phrases with a preposition or particle, clauses, objects,
/// items of lists, values before a noun.
struct DetailFinder {
  let tree: SyntaxTree
  /// Nouns that say nothing by themselves, by their base forms.
  let light: Set<String>

  /// Words of a claim, by their indices in the sentence.
  struct Part: Hashable {
    /// The detail's own words, in order.
    let own: [Int]
    /// Those and the words that it needs to be read by itself, in order.
    let all: [Int]
  }

  /// The largest share of a claim's content words that one of its details has: more is the claim again.
  private static let largestShare = 0.85

  /// Nobody reads a claim of more words than this part by part.
  private static let mostWords = 200

  /// The details of a claim, in the order of the words that head them.
  ///
  /// - Parameter words: the claim's words, in order.
  /// - Complexity: O(n²) for n words, of which there are 200 at most.
  func details(of words: [Int]) -> [Part] {
    guard words.count <= Self.mostWords else { return [] }
    let claim = Set(words)
    let content = words.filter(isContent).count
    var places: [[Int]: Int] = [:]
    var found: [Part] = []
    for head in words where isDetail(head, of: claim) {
      for own in phrases(of: head, in: claim) {
        let told = own.filter(isContent)
        guard !told.isEmpty, !cutsNumber(own),
          Double(told.count) < Self.largestShare * Double(content)
        else {
          continue
        }
        let part = part(own, in: claim)
        // Without its object a verb says nothing: "ate" of "ate hats".
        let isAll = part.all.filter(isContent).count == content
        guard !isAll || !Self.complements.contains(tree.words[head].relation) else { continue }
        // "In Geneva" and "Geneva" say the same; the shorter one is kept.
        if let place = places[told] {
          if own.count < found[place].own.count { found[place] = whole(part, in: claim) }
        } else {
          places[told] = found.count
          found.append(whole(part, in: claim))
        }
      }
    }
    return found
  }

  private func isContent(_ index: Int) -> Bool {
    tree.words[index].isContent && !tree.words[index].isLink
  }

  private func isDetail(_ index: Int, of claim: Set<Int>) -> Bool {
    let word = tree.words[index]
    guard word.head != index, claim.contains(word.head) else { return false }
    if Self.describing.contains(word.relation) {
      // A description is a detail of its own where it is a value: "an hour-long call".
      return word.entityType != nil
    }
    return Self.removable.contains(word.relation)
  }

  /// A phrase, and of a list also its first item alone.
  private func phrases(of head: Int, in claim: Set<Int>) -> [[Int]] {
    let whole = tree.subtree(of: head).filter(claim.contains)
    let rest = tree.children(of: head, [Relation.conjunct, "cc"])
    guard rest.contains(where: { tree.words[$0].relation == Relation.conjunct }) else {
      return [unjoined(whole)]
    }
    let first = tree.subtree(of: head, except: Set(rest)).filter(claim.contains)
    return [unjoined(whole), unjoined(first)]
  }

  /// Whether a number goes on outside of some words: "6" of "7.6".
  private func cutsNumber(_ own: [Int]) -> Bool {
    guard let first = own.first, let last = own.last else { return false }
    return isNumber(first) && goesOn(from: first - 1, by: -1)
      || isNumber(last) && goesOn(from: last + 1, by: 1)
  }

  private func goesOn(from index: Int, by step: Int) -> Bool {
    guard tree.words.indices.contains(index) else { return false }
    if isNumber(index) { return true }
    let next = index + step
    return [".", ",", "．", "，"].contains(tree.words[index].text)
      && tree.words.indices.contains(next) && isNumber(next)
  }

  /// Whether a word stands behind a number without a space between: 時 of 0時, "%" of "40%".
  private func isCounter(_ index: Int) -> Bool {
    index > 0 && !isNumber(index) && isNumber(index - 1)
      && tree.words[index - 1].range.upperBound == tree.words[index].range.lowerBound
      && tree.words[index].partOfSpeech != .punctuation
  }

  private func isNumber(_ index: Int) -> Bool { tree.words[index].partOfSpeech == .numeral }

  /// Words without what joins them to what stands before or after.
  private func unjoined(_ words: [Int]) -> [Int] {
    let isJoint = { (index: Int) in
      [.punctuation, .coordinatingConjunction].contains(tree.words[index].partOfSpeech)
    }
    guard let first = words.firstIndex(where: { !isJoint($0) }),
      let last = words.lastIndex(where: { !isJoint($0) })
    else { return [] }
    return Array(words[first...last])
  }

  // MARK: - What it needs to be read

  private func part(_ own: [Int], in claim: Set<Int>) -> Part {
    var all = Set(own)
    let members = Set(own)
    for top in own where !members.contains(tree.words[top].head) || tree.words[top].head == top {
      if isSentence(top, members) {
        all.subtract(conjunctions(of: top))
        continue
      }
      all.formUnion(way(up: top, in: claim))
    }
    return Part(own: own, all: withHyphens(withNumbers(all.sorted())))
  }

  /// A detail with all of the owners that it has a word of, and with what tells of a noun what it is: "the two countries’
  /// goal", the expectation "that it will close".
  private func whole(_ part: Part, in claim: Set<Int>) -> Part {
    var all = Set(part.all)
    for word in Set(part.all).subtracting(part.own) {
      let owners = tree.children(of: word, ["poss"]).filter(all.contains)
      let clauses =
        light.contains(tree.words[word].lemma) ? tree.children(of: word, ["acl", "relcl"]) : []
      // Of a clause that the detail has a part of, that part is meant.
      for addition in owners + clauses.filter({ !all.contains($0) }) {
        all.formUnion(tree.subtree(of: addition).filter(claim.contains))
      }
    }
    return Part(own: part.own, all: all.sorted())
  }

  /// Whether a clause can be read by itself: what it hangs on may be denied elsewhere while the clause is not.
  private func isSentence(_ top: Int, _ members: Set<Int>) -> Bool {
    tree.words[top].relation == "advcl"
      && tree.children(of: top, Self.subjects).contains(where: members.contains)
  }

  /// What joins a clause to the one that it hangs on: "after it closed", "when it closed".
  private func conjunctions(of clause: Int) -> [Int] {
    tree.children(of: clause, ["mark"])
      + tree.children(of: clause, ["advmod"]).filter { tree.words[$0].tag == "WRB" }
  }

  /// Words with all of the numbers that they have a part of, with the symbols of their currencies, and with those that
  /// they are written in one with: "7", ".", "6"; 0 of 0時.
  private func withNumbers(_ words: [Int]) -> [Int] {
    var members = Set(words.flatMap { isCounter($0) ? [$0 - 1, $0] : [$0] })
    for word in members.sorted() where isNumber(word) {
      for step in [-1, 1] {
        var next = word + step
        while goesOn(from: next, by: step) {
          members.insert(next)
          next += step
        }
        if step < 0, tree.words.indices.contains(next), tree.words[next].partOfSpeech == .symbol {
          members.insert(next)
        }
      }
    }
    return members.sorted()
  }

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
      } else {
        way.insert(head)
        way.formUnion(tree.children(of: head, Self.grammatical))
        way.formUnion(state(of: head))
        // "Tons" or "dollars" without their number say nothing.
        for number in tree.children(of: head, ["nummod"]) {
          way.formUnion(tree.subtree(of: number))
        }
        for subject in tree.children(of: head, Self.subjects) { way.formUnion(short(subject)) }
        let isComplement = Self.complements.contains(tree.words[current].relation)
        for complement in tree.children(of: head, Self.complements)
        where complement != current && (!isComplement || isState(complement)) {
          way.insert(complement)
          way.formUnion(tree.children(of: complement, Self.close))
        }
      }
      current = head
    }
    return way.filter(claim.contains)
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

  /// Words with the hyphens between them: "hour", "-", "long".
  private func withHyphens(_ words: [Int]) -> [Int] {
    let members = Set(words)
    let hyphens = words.map { $0 + 1 }.filter { index in
      tree.words.indices.contains(index) && tree.words[index].text == "-"
        && members.contains(index + 1)
    }
    return members.union(hyphens).sorted()
  }

  // MARK: - Relations, of English (ClearNLP) and of Japanese (Universal Dependencies)

  /// How what can be left out hangs on its head.
  private static let removable: Set = [
    "prep", "agent", "dative", "npadvmod", "advcl", "acl", "relcl", "xcomp", "ccomp", "pcomp",
    "appos", "dobj", "attr", "oprd", "pobj", "conj", "obl", "obl:agent", "nmod", "obj",
  ]
  private static let describing: Set = ["amod", "nummod"]
  private static let complements: Set = ["dobj", "attr", "oprd", "acomp", "obj", "ccomp", "xcomp"]
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
