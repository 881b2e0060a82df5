import Language
import Source

/// Finds the things that a Japanese clause names: runs of nouns, with the adjectives that describe them.
struct JapaneseTerms {
  let syntax: JapaneseTree

  private var tree: SyntaxTree { syntax.tree }

  /// The terms among some words of the sentence, in their order; nouns that are verbs, numbers and light
  /// nouns ("必要") are none.
  func terms(in words: [Int]) -> [Term] {
    let own = Set(words)
    return words.compactMap { own.contains($0) && isHead($0) ? term(head: $0, own: own) : nil }
  }

  private func isHead(_ index: Int) -> Bool {
    let word = tree.words[index]
    guard word.partOfSpeech.isNominal, word.relation != "compound", word.relation != "nummod",
      word.relation != "punct"
    else { return false }
    return !isCounter(index)
  }

  private func isCounter(_ index: Int) -> Bool { tree.words[index].tag.hasPrefix("名詞-接尾-助数詞") }

  private func term(head: Int, own: Set<Int>) -> Term? {
    let run = syntax.compound(of: head).filter(own.contains)
    let lemmas = lemmas(of: run)
    let light = syntax.grammar.light
    guard !lemmas.allSatisfy(light.contains), let first = run.first else { return nil }
    let describing = describingWords(of: head, before: first, own: own)
    let start = describing.first ?? first
    let range = tree.words[start].range.lowerBound..<tree.words[head].range.upperBound
    let isName = run.contains { tree.words[$0].partOfSpeech == .properNoun }
    // A name is one with all its parts; of other compounds the last noun is what it is about.
    let headWords = isName ? run : lastNoun(of: run)
    guard let headFirst = headWords.first else { return nil }
    let headRange = tree.words[headFirst].range.lowerBound..<tree.words[head].range.upperBound
    let modifiers = run.filter { $0 < headFirst }
    let qualities = describing.filter { tree.words[$0].isContent }.map { tree.words[$0].lemma }
    let particle = syntax.particle(of: head)
    return Term(
      range: range, text: syntax.text[range], head: syntax.text[headRange],
      headLemmas: self.lemmas(of: headWords), modifiers: qualities + self.lemmas(of: modifiers),
      qualities: qualities, context: range, isName: isName, entityType: entityType(of: run),
      isLight: light.contains(tree.words[head].lemma),
      preposition: particle.isEmpty ? nil : particle)
  }

  /// The last noun with the endings that make one word with it: 大臣 of 外務大臣, 参加者 of 大会参加者.
  private func lastNoun(of run: [Int]) -> [Int] {
    var first = run.count - 1
    while first > 0, tree.words[run[first]].tag.hasPrefix("名詞-接尾") { first -= 1 }
    return Array(run.dropFirst(max(0, first)))
  }

  /// The base forms of content words, numbers as one.
  private func lemmas(of run: [Int]) -> [String] { JapaneseLemmas(syntax: syntax).lemmas(of: run) }

  private func entityType(of run: [Int]) -> String? {
    run.lazy.compactMap { tree.words[$0].entityType }.last
  }

  /// The adjectives and participles right before a noun that bring nothing else: 自由で開かれた海洋.
  private func describingWords(of head: Int, before first: Int, own: Set<Int>) -> [Int] {
    var found: [Int] = []
    var open = tree.children(of: head, ["acl"])
    while let clause = open.popLast() {
      let parts = tree.children(of: clause).filter { tree.words[$0].relation != "punct" }
      let joined = parts.filter { ["advcl", "conj"].contains(tree.words[$0].relation) }
      let function = Set(syntax.function(of: clause))
      let isBare = parts.allSatisfy { function.contains($0) || joined.contains($0) }
      guard isBare, clause < first, own.contains(clause), syntax.isPredicate(clause),
        tree.words[clause].partOfSpeech != .noun
      else { return [] }
      found += [clause] + function
      open += joined
    }
    let words = found.sorted()
    // Only what touches the noun is part of its phrase.
    guard let last = words.last, first - last <= 2 else { return [] }
    return words
  }
}

/// The base forms by which the words of Japanese claims are compared.
struct JapaneseLemmas {
  let syntax: JapaneseTree

  /// The base forms of the content words, numbers with their counter as one, in order.
  func lemmas(of words: [Int]) -> [String] { contentWords(of: words).map(\.lemma) }

  /// The content words with their places, numbers with their counter as one, in order.
  func contentWords(of words: [Int]) -> [Claim.ContentWord] {
    var found: [Claim.ContentWord] = []
    var number: Int?
    for index in words {
      let word = syntax.words[index]
      guard word.isContent else { continue }
      let isNumber = word.partOfSpeech == .numeral
      let isCounter = word.tag.hasPrefix("名詞-接尾-助数詞")
      if let place = number, place + 1 == index, isNumber || isCounter, let last = found.popLast() {
        found.append(
          Claim.ContentWord(
            lemma: last.lemma + word.lemma,
            range: last.range.lowerBound..<word.range.upperBound))
      } else {
        found.append(Claim.ContentWord(lemma: word.lemma, range: word.range))
      }
      number = isNumber ? index : nil
    }
    return found
  }
}
