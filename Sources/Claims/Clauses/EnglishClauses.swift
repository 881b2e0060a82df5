import Language
import Source
import Values

/// Reads an English sentence as claims: one for each clause and each matter of a talk, without the words that
/// name who says it.
struct EnglishClauses {
  private let tree: SyntaxTree
  private let text: SourceText
  private let values: [Value]
  private let acts: ActTable
  private let grammar: Grammar
  private let quantities: QuantityTable
  private let granularity: Granularity
  /// The words that limit nothing: appositions, and "contrary to reports".
  private let asides: Set<Int>

  /// Prepares a sentence.
  ///
  /// - Parameter values: the numbers, dates, times and durations in it.
  init(
    sentence: Sentence, text: SourceText, values: [Value], acts: ActTable, grammar: Grammar,
    quantities: QuantityTable, granularity: Granularity
  ) {
    self.granularity = granularity
    tree = SyntaxTree.english(sentence)
    self.text = text
    self.values = values
    self.acts = acts
    self.grammar = grammar
    self.quantities = quantities
    let tree = tree
    let tops = tree.words.indices.filter {
      tree.words[$0].relation == "appos" || grammar.opposing.contains(tree.words[$0].lemma)
    }
    asides = tops.reduce(into: []) { asides, top in
      if !asides.contains(top) { asides.formUnion(tree.subtree(of: top)) }
    }
  }

  /// The claims of the sentence, in the order of their predicates.
  func parts() -> [ClaimContent] {
    switch granularity {
    case .claim: claims()
    case .proposition: propositions()
    }
  }

  private func propositions() -> [ClaimContent] {
    let finder = AttributionFinder(tree: tree, text: text, acts: acts, grammar: grammar)
    return PropositionSplitter(tree: tree, acts: acts, grammar: grammar).clauses().compactMap {
      content(of: $0, attributions: finder.attributions(of: $0))
    }
  }

  private func claims() -> [ClaimContent] {
    let finder = AttributionFinder(tree: tree, text: text, acts: acts, grammar: grammar)
    let topics = TopicSplitter(tree: tree, acts: acts, grammar: grammar)
    let sourceWords = finder.sourcePhraseWords()
    let opening = SentenceOpening(tree: tree).count
    return ClauseSplitter(tree: tree, acts: acts, grammar: grammar, opening: opening).clauses()
      .flatMap {
        clause -> [ClaimContent] in
        guard !sourceWords.contains(clause.predicate), clause.predicate >= opening else {
          return []
        }
        var clause = clause
        clause.words.removeAll { $0 < opening }
        clause.subject.removeAll { $0 < opening }
        let attributions = finder.attributions(of: clause)
        clause.words.removeAll { sourceWords.contains($0) }
        return topics.split(clause).compactMap { content(of: $0, attributions: attributions) }
      }
  }

  private func content(of clause: Clause, attributions: [Attribution]) -> ClaimContent? {
    let words = clause.allWords
    let content = words.filter { tree.words[$0].isContent && !tree.words[$0].isLink }
    guard !content.isEmpty else { return nil }
    let carrying =
      granularity == .claim
      ? withoutOpenCommas(
        tree.withoutOuterPunctuation(words, keeping: grammar.continuingDenials)) : words
    let mood = Mood(
      tree: tree, acts: acts, grammar: grammar, isAttributed: !attributions.isEmpty)
    let actors = EnglishActors(tree: tree, text: text, grammar: grammar)
      .actors(in: clause.subject)
    let subject = clause.subject.map { tree.words[$0].range }
    return ClaimContent(
      ranges: ranges(of: carrying), act: act(of: clause), actors: actors,
      subject: subject.first.map { $0.lowerBound..<(subject.last ?? $0).upperBound },
      actsJointly: ActorNumber(tree: tree, grammar: grammar).isJoint(clause),
      polarity: Negation(tree: tree, acts: acts, grammar: grammar).polarity(of: clause),
      modality: mood.modality(of: clause),
      measures: MeasureFinder(tree: tree, text: text, quantities: quantities)
        .measures(of: values, in: words),
      words: contentWords(content),
      terms: TermFinder(tree: tree, text: text, grammar: grammar)
        .terms(in: wordsOfTerms(words)),
      initiators: ranges(of: InitiatorFinder(tree: tree, grammar: grammar).initiators(in: words)),
      attributions: attributions, details: details(of: carrying))
  }

  /// Words without the first of two commas where what stood between them is left out with the second: "the talks, [which
  /// began at three and lasted an hour,] focused on"; it stays where it closes another addition.
  private func withoutOpenCommas(_ words: [Int]) -> [Int] {
    let isComma = { (index: Int) in tree.words[index].text == "," }
    var lastComma = -1
    return words.indices.filter { place in
      let index = words[place]
      guard isComma(index) else { return true }
      let next = place + 1 < words.count ? words[place + 1] : index + 1
      let opensGap = next > index + 1 && isComma(next - 1)
      if opensGap, !closesApposition(index, behind: lastComma) { return false }
      lastComma = index
      return true
    }.map { words[$0] }
  }

  /// Whether a comma stands behind an apposition that began after another one: "Ada, the mayor, [who was ill,] spoke".
  private func closesApposition(_ comma: Int, behind opening: Int) -> Bool {
    var word = comma - 1
    while word > opening {
      if tree.words[word].relation == "appos" { return true }
      guard tree.words[word].head < word else { return false }
      word = tree.words[word].head
    }
    return false
  }

  private func contentWords(_ content: [Int]) -> [Claim.ContentWord] {
    content.map {
      Claim.ContentWord(
        lemma: grammar.spelled(tree.words[$0].lemma), range: tree.words[$0].range,
        isAside: asides.contains($0))
    }
  }

  private func details(of words: [Int]) -> [DetailRanges] {
    guard granularity == .claim else { return [] }
    return DetailFinder(
      tree: tree, grammar: grammar,
      adjuncts: Adjuncts(tree: tree, grammar: grammar, acts: acts)
    ).details(of: words).map { part in
      DetailRanges(
        own: ranges(of: part.own), all: ranges(of: part.all), removable: ranges(of: part.removable))
    }
  }

  private func ranges(of words: [Int]) -> [Range<Int>] {
    ClaimText.merged(words.map { tree.words[$0].range }, of: text)
  }

  private func wordsOfTerms(_ words: [Int]) -> [Int] {
    let additions = words.filter { index in
      let word = tree.words[index]
      let isExtent =
        word.relation == "advcl" && acts.act(ofPredicate: index, in: tree)?.group == "extent"
      return word.relation == "appos" || isExtent
    }.flatMap { tree.subtree(of: $0) }
    return tree.withoutBrackets(words).filter { !Set(additions).contains($0) }
  }

  /// The act of the predicate, or of what an adjective or a light verb introduces: "glad to have met".
  private func act(of clause: Clause) -> Act? {
    PredicateActs(tree: tree, acts: acts, grammar: grammar).act(of: clause)
  }
}

extension Word {
  /// Whether the word is an address and no word of the language: `pic.example.com/x`.
  var isLink: Bool {
    text.contains("://") || (text.contains("/") && text.prefix { $0 != "/" }.contains("."))
  }
}
