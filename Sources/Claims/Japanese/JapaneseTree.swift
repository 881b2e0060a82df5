import Language
import Source

/// A Japanese sentence as a tree, with what its particles and endings tell of each phrase.
struct JapaneseTree {
  let tree: SyntaxTree
  let text: SourceText
  let acts: ActTable
  let grammar: Grammar
  let japanese: JapaneseGrammar

  var words: [Word] { tree.words }

  private static let grammatical: Set = ["case", "mark", "aux", "aux:pass", "cop", "fixed"]

  // MARK: - Words of a phrase

  /// The particles and auxiliaries of a phrase, in order.
  func function(of head: Int) -> [Int] {
    var found: [Int] = []
    for child in tree.children(of: head, Self.grammatical) where child > head {
      found.append(child)
      found += tree.children(of: child, ["fixed"])
    }
    return found.sorted()
  }

  /// The words of a compound up to its head: 安全|対策.
  func compound(of head: Int) -> [Int] {
    var first = head
    while first > 0, isInCompound(first - 1, of: head) { first -= 1 }
    return Array(first...head)
  }

  private func isInCompound(_ index: Int, of head: Int) -> Bool {
    let word = words[index]
    return word.head == head && ["compound", "nummod"].contains(word.relation)
      || word.relation == "nummod" && word.head > index && word.head <= head
      || word.relation == "punct" && word.head == head && index > 0
        && words[index - 1].head == head && words[index - 1].relation == "compound"
  }

  /// The base forms of a phrase's particles, as one: について.
  func particle(of head: Int) -> String {
    tree.children(of: head, ["case"]).filter { $0 > head }.flatMap {
      [$0] + tree.children(of: $0, ["fixed"])
    }.sorted().map { words[$0].text }.joined()
  }

  /// A phrase with what it makes one unit with, and without what describes it.
  func phrase(of head: Int) -> [Int] { compound(of: head) + function(of: head) }

  // MARK: - Predicates

  /// Whether a word is the head of a clause.
  func isPredicate(_ index: Int) -> Bool {
    let word = words[index]
    guard !Self.grammatical.contains(word.relation) else { return false }
    switch word.partOfSpeech {
    case .verb, .adjective: return true
    default:
      return tree.child(of: index, ["aux", "cop", "nsubj", "nsubj:pass", "obj", "dislocated"])
        != nil
    }
  }

  /// The base form of a predicate: 検討する, with the whole compound where `isWhole`.
  func lemma(of predicate: Int, isWhole: Bool = false) -> String {
    let word = words[predicate]
    guard word.partOfSpeech == .verb, word.tag.hasPrefix("名詞") else { return word.lemma }
    let nouns = isWhole ? compound(of: predicate) : [predicate]
    // 明らかにする.
    let joint =
      tree.children(of: predicate, ["case", "mark", "aux"]).first { $0 > predicate }
      .map { words[$0].text } ?? ""
    return nouns.map { words[$0].lemma }.joined() + (joint == "に" ? joint : "") + "する"
  }

  /// The modality that a noun gives to the clause before it, by its whole compound or the end of it: 可能性 of 再発可能性.
  func modality(ofNoun index: Int) -> Claim.Modality? {
    var name = ""
    for part in compound(of: index).reversed() {
      name = words[part].lemma + name
      if let modality = grammar.modality[name] { return modality }
    }
    return nil
  }

  /// Whether a predicate is in the passive.
  func isPassive(_ predicate: Int) -> Bool {
    tree.child(of: predicate, ["aux:pass"]) != nil
  }

  /// 直そうとする: to be about to do what is told before と, which nobody says.
  func isAttempt(_ predicate: Int) -> Bool {
    guard let inner = tree.child(of: predicate, ["ccomp"]) else { return false }
    return japanese.attempting.contains(lemma(of: predicate))
      && ending(of: inner).contains {
        japanese.volition.contains($0)
      }
  }

  /// The base forms of a predicate's ending, without the polite ます; every negation as ない.
  func ending(of predicate: Int) -> [String] {
    function(of: predicate).map { words[$0].lemma }.filter { $0 != "ます" }
      .map { grammar.negations.contains($0) ? "ない" : $0 }
  }

  /// Whether a clause tells of the past.
  func isPast(_ predicate: Int) -> Bool { ending(of: predicate).contains("た") }

  /// Whether a clause tells of what goes on: 訪れている.
  func isUnderWay(_ predicate: Int) -> Bool {
    let ending = ending(of: predicate)
    return zip(ending, ending.dropFirst()).contains { $0 == ("て", "いる") || $0 == ("で", "いる") }
  }

  /// The topic or subject of a predicate; of several the one with が.
  func subject(of head: Int) -> Int? { subjects(of: head).first }

  /// The subjects of a predicate, topics last.
  func subjects(of head: Int) -> [Int] {
    tree.children(of: head, ["nsubj", "nsubj:pass"]) + tree.children(of: head, ["dislocated"])
  }

  /// Whether a predicate brings more than itself.
  func hasOwnParts(_ head: Int) -> Bool {
    let own: Set = [
      "nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "dislocated", "ccomp", "nmod", "acl",
    ]
    return !tree.children(of: head, own).isEmpty
  }

  /// Whether a noun is a name or has one in it.
  func isName(_ noun: Int) -> Bool {
    let isNamed = compound(of: noun).contains {
      words[$0].partOfSpeech == .properNoun
    }
    return isNamed && words[noun].partOfSpeech != .particle
  }

  // MARK: - Words of a clause

  /// Words without punctuation at their two ends and without brackets whose partners are elsewhere.
  func trimmed(_ indices: [Int]) -> [Int] {
    let paired = withoutUnpairedBrackets(indices)
    let isMark = { (index: Int) in
      if words[index].partOfSpeech == .coordinatingConjunction { return true }
      return words[index].partOfSpeech == .punctuation && Self.closing[words[index].text] == nil
        && !Self.closers.contains(words[index].text)
    }
    guard let first = paired.firstIndex(where: { !isMark($0) }),
      let last = paired.lastIndex(where: { !isMark($0) })
    else { return [] }
    return unwrapped(Array(paired[first...last]))
  }

  /// Words without a pair of brackets around all of them.
  private func unwrapped(_ indices: [Int]) -> [Int] {
    guard let first = indices.first, let last = indices.last,
      Self.closing[words[first].text] == words[last].text, indices.count > 2
    else { return indices }
    let inner = Array(indices.dropFirst().dropLast())
    return withoutUnpairedBrackets(inner).count == inner.count ? trimmed(inner) : indices
  }

  private func withoutUnpairedBrackets(_ indices: [Int]) -> [Int] {
    var open: [Int] = []
    var unpaired: Set<Int> = []
    for index in indices {
      let mark = words[index].text
      if Self.closing[mark] != nil {
        open.append(index)
      } else if Self.closers.contains(mark) {
        if let start = open.last, Self.closing[words[start].text] == mark {
          open.removeLast()
        } else {
          unpaired.insert(index)
        }
      }
    }
    unpaired.formUnion(open)
    return unpaired.isEmpty ? indices : indices.filter { !unpaired.contains($0) }
  }

  private static let closing = [
    "「": "」", "『": "』", "（": "）", "(": ")", "【": "】", "“": "”", "〈": "〉", "《": "》",
  ]
  private static let closers = Set(closing.values)

  /// The ranges of words, those that touch joined to one.
  func ranges(of indices: [Int]) -> [Range<Int>] {
    ClaimText.merged(indices.map { words[$0].range }, of: text)
  }
}
