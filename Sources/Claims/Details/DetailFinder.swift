import Language

/// Finds the parts of a claim that could be left out of it: phrases with a preposition or particle, clauses, objects,
/// items of lists, values before a noun.
struct DetailFinder {
  let tree: SyntaxTree
  let grammar: Grammar
  /// What can be taken out of a claim; nothing where the language does not tell.
  var adjuncts: Adjuncts?
  /// Verbs that perform what their object names, by their base forms: 会談を行う.
  var performing: Set<String> = []
  /// Particles that only mark what a noun is to its verb.
  var marking: Set<String> = []
  /// Verbs that say nothing without the noun with に or と before them, by their base forms.
  var demanding: Set<String> = []

  /// Words of a claim, by their indices in the sentence.
  struct Part: Hashable {
    /// The detail's own words, in order.
    let own: [Int]
    /// Those and the words that it needs to be read by itself, in order.
    let all: [Int]
    /// Its own words with the marks without which the claim is a sentence that says less; none where it is not.
    let removable: [Int]

    /// The shorter of two parts that say the same; taken out of the claim, both go as one.
    func merged(with other: Part) -> Part {
      let shorter = other.own.count < own.count ? other : self
      return Part(
        own: shorter.own, all: shorter.all,
        removable: removable.isEmpty ? other.removable : removable)
    }
  }

  /// The largest share of a claim's content words that one of its details has: more is the claim again.
  private static let largestShare = 0.85

  /// Nobody reads a claim of more words than this part by part.
  private static let mostWords = 200

  private var context: DetailContext {
    DetailContext(
      tree: tree, light: grammar.light, completing: grammar.completing, demanding: demanding,
      conditions: grammar.conditions)
  }

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
        guard !told.isEmpty, !WrittenNumbers(tree: tree).areCut(by: own),
          Double(told.count) < Self.largestShare * Double(content),
          !isPerformed(head, by: told), !isOtherName(own), !cutsBracket(own)
        else {
          continue
        }
        let needed = context.words(of: own, in: claim)
        // Without its object a verb says nothing: "ate" of "ate hats".
        let isAll = needed.filter(isContent).count == content
        let isComplement = DetailContext.complements.contains(tree.words[head].relation)
        guard !isAll || !isComplement else { continue }
        let part = Part(
          own: unmarked(own), all: context.explained(needed, of: own, in: claim),
          removable: isWhole(own, of: head, in: claim)
            ? adjuncts?.removable(head, tree.subtree(of: head).filter(claim.contains), in: claim)
              ?? [] : [])
        // "In Geneva" and "Geneva" say the same; the shorter one is kept.
        if let place = places[told] {
          found[place] = found[place].merged(with: part)
        } else {
          places[told] = found.count
          found.append(part)
        }
      }
    }
    return found
  }

  /// Whether words are all that a word heads in the claim, and not the first item of a list alone.
  private func isWhole(_ own: [Int], of head: Int, in claim: Set<Int>) -> Bool {
    own.count == unjoined(tree.subtree(of: head).filter(claim.contains)).count
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

  /// Whether words are only a part of what stands in a bracket: "at noon (local time; 21:00 in Japan)".
  private func cutsBracket(_ own: [Int]) -> Bool {
    guard own.allSatisfy(tree.isBracketed), let bracket = own.first.flatMap(tree.bracket) else {
      return false
    }
    return !bracket.filter(isContent).allSatisfy(own.contains)
  }

  /// 会談を of 会談を行った: the noun is what is done, and the verb says nothing without it.
  private func isPerformed(_ head: Int, by told: [Int]) -> Bool {
    told.count == 1 && tree.words[head].relation == "obj"
      && performing.contains(tree.words[tree.words[head].head].lemma)
  }

  /// Whether words only give a short name, in brackets, of what stands before them: "(EAS)", "(“2+2”)".
  private func isOtherName(_ own: [Int]) -> Bool {
    guard let first = own.first, own.allSatisfy(tree.isBracketed) else { return false }
    let text = own.map { tree.words[$0].text }.joined()
    let isAbbreviation = text.contains(where: \.isUppercase) && !text.contains(where: \.isLowercase)
    return isAbbreviation || first > 0 && ["\"", "“", "「"].contains(tree.words[first - 1].text)
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

  /// Words without the particles at their end: 会談 of 会談を.
  private func unmarked(_ own: [Int]) -> [Int] {
    let isMark = { (index: Int) in
      tree.words[index].relation == "case" && marking.contains(tree.words[index].text)
    }
    return own.lastIndex { !isMark($0) }.map { Array(own[...$0]) } ?? own
  }

  /// Words without what joins them to what stands before or after.
  private func unjoined(_ words: [Int]) -> [Int] { tree.withoutOuterPunctuation(words) }

  /// How what can be left out hangs on its head, in English (ClearNLP) and Japanese (Universal Dependencies).
  private static let removable: Set = [
    "prep", "agent", "dative", "npadvmod", "advcl", "acl", "relcl", "xcomp", "ccomp", "pcomp",
    "appos", "dobj", "attr", "oprd", "pobj", "conj", "obl", "obl:agent", "nmod", "obj",
  ]
  private static let describing: Set = ["amod", "nummod"]
}
