import Language
import Source
import Values

/// Reads a Japanese sentence as claims: one for each clause and each matter of a talk, without the words that
/// name who says it.
struct JapaneseClauses {
  private let syntax: JapaneseTree
  private let measures: JapaneseMeasures

  /// Prepares a sentence.
  ///
  /// - Parameter values: the numbers, dates, times and durations in it.
  init(
    sentence: Sentence, text: SourceText, values: [Value], acts: ActTable, grammar: Grammar,
    japanese: JapaneseGrammar, quantities: QuantityTable
  ) {
    syntax = JapaneseTree(
      tree: SyntaxTree(sentence), text: text, acts: acts, grammar: grammar, japanese: japanese)
    measures = JapaneseMeasures(
      syntax: syntax, values: values.sorted { $0.range.lowerBound < $1.range.lowerBound },
      quantities: quantities)
  }

  /// The claims of the sentence, in the order of their predicates.
  ///
  /// - Complexity: linear in the number of words, but for the words that clauses share.
  func parts() -> [ClaimContent] {
    let finder = JapaneseAttribution(syntax: syntax)
    let source = finder.sourcePhrase()
    let labels = syntax.words.indices.filter { syntax.words[$0].relation == "discourse" }
    let excluded = Set(labels + (source?.words ?? []))
    let topics = JapaneseTopicSplitter(syntax: syntax)
    let clauses = JapaneseClauseSplitter(syntax: syntax).clauses(without: excluded)
    let last = clauses.last?.predicate ?? 0
    return clauses.flatMap { clause in
      // 「橋が崩れ、警察によると、3人が死亡した」: the source is of what stands behind it.
      let isBefore = source?.words.first.map { first in
        clause.predicate < first && first < last
      }
      let attributions = finder.attributions(
        of: clause, source: isBefore ?? false ? nil : source?.attribution)
      return topics.split(clause).compactMap { part(of: $0, attributions: attributions) }
    }
  }

  /// Whoever the sentence tells to have said the one before it, where it tells no more.
  func announcer() -> Attribution? { JapaneseAttribution(syntax: syntax).announcer() }

  private func part(of clause: JapaneseClause, attributions: [Attribution]) -> ClaimContent? {
    let words = syntax.trimmed(clause.allWords)
    let content = words.filter { syntax.words[$0].isContent && !syntax.words[$0].isLink }
    guard !content.isEmpty else { return nil }
    let measures = self.measures.measures(in: words)
    let mood = JapaneseMood(syntax: syntax, namesFuture: namesFuture(measures, words))
    let chain = mood.chain(from: clause.predicate)
    let act = JapaneseActs(syntax: syntax).act(of: chain.outer.reversed() + [chain.core])
    let modality = mood.modality(of: chain, act: act)
    let actors = JapaneseActors(syntax: syntax)
    let kept = withoutInsertions(words)
    return ClaimContent(
      ranges: syntax.ranges(of: words), act: act,
      actors: actors.phrases(of: clause), subject: range(of: clause.subject),
      actsJointly: actors.isJoint(clause),
      polarity: mood.polarity(of: chain, act: act),
      modality: modality != .fact
        ? modality : clause.isHearsay ? .hearsay : clause.modality ?? .fact,
      measures: measures,
      words: JapaneseLemmas(syntax: syntax).contentWords(of: content)
        .filter { !syntax.grammar.light.contains($0.lemma) },
      terms: JapaneseTerms(syntax: syntax).terms(in: kept),
      initiators: syntax.ranges(
        of: InitiatorFinder(tree: syntax.tree, grammar: syntax.grammar).initiators(in: words)),
      attributions: attributions,
      details: details(of: words))
  }

  private func details(of words: [Int]) -> [DetailRanges] {
    DetailFinder(
      tree: syntax.tree, grammar: syntax.grammar, performing: syntax.japanese.performing,
      marking: syntax.japanese.marking, demanding: syntax.japanese.demanding
    ).details(of: words).map { part in
      DetailRanges(
        own: syntax.ranges(of: part.own), all: syntax.ranges(of: part.all), removable: [])
    }
  }

  private func range(of words: [Int]) -> Range<Int>? {
    guard let first = words.first, let last = words.last else { return nil }
    return syntax.words[first].range.lowerBound..<syntax.words[last].range.upperBound
  }

  private func namesFuture(_ measures: [Measure], _ words: [Int]) -> Bool {
    let dates: Set<Value.Kind> = [.date, .dateTime, .dateRange]
    return measures.contains { dates.contains($0.value.kind) }
      || words.contains { syntax.japanese.future.contains(syntax.words[$0].text) }
  }

  /// Words without what stands in round brackets and without a pair of which only one is there.
  private func withoutInsertions(_ words: [Int]) -> [Int] {
    let tops = words.filter { index in
      let word = syntax.words[index]
      return word.relation == "appos"
        || word.relation == "parataxis" && word.head < index && !syntax.isPredicate(index)
    }
    guard !tops.isEmpty else { return words }
    let inserted = Set(tops.flatMap { syntax.tree.subtree(of: $0) })
    return words.filter { !inserted.contains($0) }
  }
}
