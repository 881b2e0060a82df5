import Language

/// What stands in brackets behind a name says something of it: "Tide (2004)", "Ada Brook (born 2 May 1961;
/// Irish: Áine)". Brackets are read by their marks, since parsers find little syntax in them.
struct BracketPropositions {
  let tree: SyntaxTree
  let names: NameSpans

  func clauses() -> [Clause] {
    var found: [Clause] = []
    var index = 0
    while index < tree.words.count {
      guard tree.words[index].text == "(", index > 0, let end = closing(of: index) else {
        index += 1
        continue
      }
      if let name = nameBefore(index), let head = name.max() {
        found += propositions(in: index..<end, of: name, head: head)
      }
      index = end + 1
    }
    return found
  }

  private func closing(of opening: Int) -> Int? {
    var depth = 0
    for index in opening..<tree.words.count {
      if tree.words[index].text == "(" { depth += 1 }
      if tree.words[index].text == ")" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private func propositions(in range: Range<Int>, of name: Set<Int>, head: Int) -> [Clause] {
    let parts = parts(of: range.dropFirst())
    guard parts.count > 1, let first = parts.first else {
      // The bracket itself shows how the two belong together.
      return parts.map { clause(head, name.union($0).union([range.lowerBound])) }
    }
    // "(Irish: A, B)": the label counts for both.
    let label = first.count > 2 && tree.words[first[1]].text == ":" ? Array(first.prefix(2)) : []
    return parts.enumerated().map { index, part in
      let sharesLabel = index > 0 && !isDated(part) && tree.words[part[0]].partOfSpeech != .verb
      return clause(head, name.union(part).union(sharesLabel ? label : []))
    }
  }

  private func clause(_ head: Int, _ words: Set<Int>) -> Clause {
    Clause(predicate: head, words: words.sorted(), subject: [], reporter: nil)
  }

  private func isDated(_ part: [Int]) -> Bool {
    part.first.map {
      tree.words[$0].entityType == "DATE" || (tree.words[$0].text.first?.isNumber ?? false)
    } ?? false
  }

  /// The parts between semicolons and commas, without dates and places that have a comma of their own.
  private func parts(of words: Range<Int>) -> [[Int]] {
    var parts: [[Int]] = [[]]
    var depth = 0
    for index in words {
      let text = tree.words[index].text
      if text == "(" { depth += 1 }
      if text == ")" { depth -= 1 }
      if depth == 0, text == ";" || (text == "," && !isInsidePart(index, of: words)) {
        parts.append([])
      } else {
        parts[parts.count - 1].append(index)
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  private func isInsidePart(_ comma: Int, of words: Range<Int>) -> Bool {
    guard words.contains(comma - 1), words.contains(comma + 1) else { return false }
    let before = tree.words[comma - 1]
    let after = tree.words[comma + 1]
    return after.text.first?.isNumber ?? false
      || before.entityType == "GPE" && after.entityType == "GPE"
  }

  /// The noun phrase that ends before a bracket, as far as it is one run of words.
  private func nameBefore(_ bracket: Int) -> Set<Int>? {
    var last = bracket - 1
    if last > 0, ["\"", "”"].contains(tree.words[last].text) { last -= 1 }
    let word = tree.words[last]
    guard ![.verb, .adposition, .coordinatingConjunction, .punctuation].contains(word.partOfSpeech)
    else { return nil }
    let own = Set(tree.subtree(of: head(of: last, before: bracket)))
    var found: Set = [last]
    var index = last - 1
    while own.contains(index), ![",", ";", ":"].contains(tree.words[index].text),
      tree.words[index].relation != "cc"
    {
      found.insert(index)
      index -= 1
    }
    return found
  }

  /// The noun that a run of words before a bracket belongs to.
  private func head(of word: Int, before bracket: Int) -> Int {
    var head = word
    for _ in 0..<12 {
      let next = tree.words[head].head
      let isInside = Self.inside.contains(tree.words[head].relation)
      let isObjectOfOther =
        tree.words[head].relation == "pobj" && tree.words[next].lemma != "of"
      guard next != head, isInside, !isObjectOfOther, next < bracket,
        ![.verb, .auxiliary].contains(tree.words[next].partOfSpeech),
        !names.areOneName(head, head) || names.areOneName(head, next)
      else { return head }
      head = next
    }
    return head
  }

  private static let inside: Set = [
    "compound", "nmod", "amod", "nummod", "poss", "pobj", "prep", "case", "det",
  ]
}
