import Ingestion
import Language
import Source
import Values

/// Turns analysed accounts into claims.
public struct ClaimExtractor: Sendable {
  private let acts: ActTable
  private let grammars: [LanguageTag: Grammar]
  private let japanese: JapaneseGrammar
  private let quantities: QuantityTable
  private let recognizers: [LanguageTag: ValueRecognizer]
  private let finder: EntityFinder

  /// Reads the tables of acts, grammar, quantities and names.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init() throws {
    acts = try ActTable()
    grammars = try Grammar.all()
    japanese = try JapaneseGrammar.read()
    quantities = try QuantityTable.read()
    recognizers = try Dictionary(
      uniqueKeysWithValues: [LanguageTag.english, .japanese].map {
        ($0, try ValueRecognizer(language: $0))
      })
    finder = try EntityFinder()
  }

  /// The entities that the accounts of an event name; the order of the accounts changes nothing.
  ///
  /// - Complexity: linear in the number of words, and O(n²) in the number of different names.
  public func entities(of accounts: [AnalyzedAccount], in event: Event) -> EntityDirectory {
    finder.entities(of: accounts, in: event)
  }

  /// The claims of an account by itself, whose names are compared with no other account's.
  public func claims(of analyzed: AnalyzedAccount, in event: Event) -> [Claim] {
    claims(of: analyzed, in: event, entities: entities(of: [analyzed], in: event))
  }

  /// The claims of an account in the order of their place; headings and captions make none.
  ///
  /// - Parameters:
  ///   - event: the event, whose other accounts the account may report.
  ///   - entities: what the accounts of the event name.
  /// - Complexity: linear in the number of words, but for the depth of coordination in a sentence.
  public func claims(
    of analyzed: AnalyzedAccount, in event: Event, entities: EntityDirectory
  ) -> [Claim] {
    var builder = ClaimBuilder(
      analyzed: analyzed, event: event, entities: entities, acts: acts,
      grammar: grammars[analyzed.account.language] ?? grammars[.english], japanese: japanese,
      quantities: quantities, recognizer: recognizers[analyzed.account.language])
    return builder.claims()
  }
}

extension Word {
  /// Whether the word is an address and no word of the language: `pic.example.com/x`.
  var isLink: Bool {
    text.contains("://") || (text.contains("/") && text.prefix { $0 != "/" }.contains("."))
  }
}

/// The work on one account: it carries on what later sentences refer back to.
private struct ClaimBuilder {
  let account: Account
  let sentences: [Sentence]
  let acts: ActTable
  let grammar: Grammar?
  let japanese: JapaneseGrammar
  let quantities: QuantityTable
  let recognizer: ValueRecognizer?
  let voices: VoiceResolver
  let timeZone: String?
  let entities: EntityDirectory

  init(
    analyzed: AnalyzedAccount, event: Event, entities: EntityDirectory, acts: ActTable,
    grammar: Grammar?, japanese: JapaneseGrammar, quantities: QuantityTable,
    recognizer: ValueRecognizer?
  ) {
    account = analyzed.account
    sentences = analyzed.sentences
    self.acts = acts
    self.grammar = grammar
    self.japanese = japanese
    self.quantities = quantities
    self.recognizer = recognizer
    self.entities = entities
    voices = VoiceResolver(
      account: analyzed.account, directory: SourceDirectory(event: event, entities: entities))
    timeZone = event.timeZone
  }

  mutating func claims() -> [Claim] {
    guard let grammar else { return [] }
    var drafts: [Draft] = []
    for (index, sentence) in sentences.enumerated() where makesClaims(sentence) {
      drafts += self.drafts(of: sentence, index: index, grammar: grammar)
    }
    let voices = voices.voices(for: drafts.map { ($0.attribution, $0.range, $0.paragraph) })
    return zip(drafts, voices).map { draft, voice in claim(draft, voice: voice) }
  }

  private func makesClaims(_ sentence: Sentence) -> Bool {
    switch account.paragraphs[sentence.paragraph].role {
    case .heading, .caption: false
    default: sentence.words.contains(where: \.isContent)
    }
  }

  /// A claim before it is known who says it.
  private struct Draft {
    var sentence: Int
    var paragraph: Int
    var ranges: [Range<Int>]
    var gist: String
    var act: Act?
    var actors: [String]
    var actsJointly: Bool?
    var polarity: Claim.Polarity
    var modality: Claim.Modality
    var measures: [Measure]
    var lemmas: [String]
    var terms: [Term]
    var attribution: Attribution?

    var range: Range<Int> {
      (ranges.first?.lowerBound ?? 0)..<(ranges.last?.upperBound ?? 0)
    }
  }

  private func drafts(of sentence: Sentence, index: Int, grammar: Grammar) -> [Draft] {
    let values = values(of: sentence)
    switch account.language {
    case .english:
      return englishDrafts(of: sentence, index: index, values: values, grammar: grammar)
    case .japanese:
      return japaneseDrafts(of: sentence, index: index, values: values, grammar: grammar)
    default: return [wholeDraft(of: sentence, index: index, values: values)].compactMap { $0 }
    }
  }

  /// The values of a sentence, with the numbers that stand right behind a mark: "M7.6".
  private func values(of sentence: Sentence) -> [Value] {
    guard let recognizer else { return [] }
    let reference = reference(for: sentence)
    let values = recognizer.values(
      in: account.text, range: sentence.range, reference: reference, timeZone: timeZone
    ).filter { !$0.isPartOfCode }
    let marked = quantities.markedNumbers(in: account.text, range: sentence.range)
      .filter { range in !values.contains { $0.range.overlaps(range) } }
      .flatMap {
        recognizer.values(
          in: account.text, range: $0, reference: reference, timeZone: timeZone)
      }
    guard !marked.isEmpty else { return values }
    return (values + marked).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Without a parser every word would be the root of a clause of its own.
  private func wholeDraft(of sentence: Sentence, index: Int, values: [Value]) -> Draft? {
    let whole = WholeSentence(sentence: sentence, text: account.text)
    guard let range = whole.range else { return nil }
    return Draft(
      sentence: index, paragraph: sentence.paragraph, ranges: [range], gist: account.text[range],
      act: nil, actors: [], actsJointly: nil, polarity: .affirmed, modality: .fact,
      measures: values.filter { range.overlaps($0.range) }
        .map { Measure(value: $0, counted: nil, governor: nil) },
      lemmas: whole.lemmas, terms: [], attribution: nil)
  }

  private func japaneseDrafts(
    of sentence: Sentence, index: Int, values: [Value], grammar: Grammar
  ) -> [Draft] {
    JapaneseClauses(
      sentence: sentence, text: account.text, values: values, acts: acts, grammar: grammar,
      japanese: japanese, quantities: quantities
    ).parts().map { part in
      Draft(
        sentence: index, paragraph: sentence.paragraph, ranges: part.ranges, gist: part.gist,
        act: part.act, actors: part.actors, actsJointly: part.actsJointly, polarity: part.polarity,
        modality: part.modality, measures: part.measures, lemmas: part.lemmas, terms: part.terms,
        attribution: part.attribution)
    }
  }

  private func englishDrafts(
    of sentence: Sentence, index: Int, values: [Value], grammar: Grammar
  ) -> [Draft] {
    let tree = SyntaxTree(sentence)
    let finder = AttributionFinder(tree: tree, text: account.text, acts: acts, grammar: grammar)
    let topics = TopicSplitter(tree: tree, acts: acts, grammar: grammar)
    let sourceWords = finder.sourcePhraseWords()
    return ClauseSplitter(tree: tree, acts: acts, grammar: grammar).clauses()
      .flatMap { clause -> [Draft] in
        var clause = clause
        let attribution = finder.attribution(of: clause)
        clause.words.removeAll { sourceWords.contains($0) }
        return topics.split(clause).compactMap { part in
          draft(
            of: part, tree: tree, sentence: sentence, index: index, values: values,
            attribution: attribution, grammar: grammar)
        }
      }
  }

  /// The date from which "today" is read: of the account, or of the account whose words are quoted.
  private func reference(for sentence: Sentence) -> Timestamp? {
    let quote = account.embeddedQuotes.first { $0.range.overlaps(sentence.range) }
    return quote.flatMap { voices.publication(ofQuote: $0) } ?? account.published
  }

  private func draft(
    of clause: Clause, tree: SyntaxTree, sentence: Sentence, index: Int, values: [Value],
    attribution: Attribution?, grammar: Grammar
  ) -> Draft? {
    let words = clause.allWords
    let content = words.filter { tree.words[$0].isContent && !tree.words[$0].isLink }
    guard !content.isEmpty else { return nil }
    let ranges = ClaimText.merged(
      tree.withoutOuterPunctuation(words).map { tree.words[$0].range }, of: account.text)
    let mood = Mood(tree: tree, acts: acts, grammar: grammar)
    let actors = TermFinder(tree: tree, text: account.text, grammar: grammar)
      .terms(in: clause.subject).map(\.text)
    var seen: Set<String> = []
    return Draft(
      sentence: index, paragraph: sentence.paragraph, ranges: ranges,
      gist: gist(of: words, in: tree), act: act(of: clause, in: tree), actors: actors,
      actsJointly: ActorNumber(tree: tree, grammar: grammar).isJoint(clause.subject),
      polarity: mood.polarity(of: clause), modality: mood.modality(of: clause),
      measures: MeasureFinder(tree: tree, text: account.text, quantities: quantities)
        .measures(of: values, in: words),
      lemmas: content.map { tree.words[$0].lemma }.filter { seen.insert($0).inserted },
      terms: TermFinder(tree: tree, text: account.text, grammar: grammar)
        .terms(in: wordsOfGist(words, in: tree)),
      attribution: attribution)
  }

  private func gist(of words: [Int], in tree: SyntaxTree) -> String {
    let kept = wordsOfGist(words, in: tree)
    let ranges = ClaimText.merged(
      tree.withoutOuterPunctuation(kept).map { tree.words[$0].range }, of: account.text)
    return ClaimText.joined(ranges, of: account.text)
  }

  private func wordsOfGist(_ words: [Int], in tree: SyntaxTree) -> [Int] {
    let additions = words.filter { index in
      let word = tree.words[index]
      let isExtent =
        word.relation == "advcl" && acts.act(ofPredicate: index, in: tree)?.group == "extent"
      return word.relation == "appos" || isExtent
    }.flatMap { tree.subtree(of: $0) }
    return tree.withoutBrackets(words).filter { !Set(additions).contains($0) }
  }

  /// The act of the predicate, or of what an adjective or a light verb introduces: "glad to have met".
  private func act(of clause: Clause, in tree: SyntaxTree) -> Act? {
    let complement = tree.child(of: clause.predicate, ["xcomp", "advcl", "ccomp"])
    let verbs = [clause.predicate] + (complement.map { [$0] } ?? [])
    return verbs.lazy.compactMap { acts.act(ofPredicate: $0, in: tree) }.first
  }

  private func claim(_ draft: Draft, voice: Voice) -> Claim {
    let text =
      account.language == .japanese
      ? ClaimText.joinedClosely(draft.ranges, of: account.text)
      : ClaimText.joined(draft.ranges, of: account.text)
    let place = draft.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }
    return Claim(
      id: "C-" + ContentIdentifier.short([account.id, text] + place), account: account.id,
      sentence: draft.sentence, paragraph: draft.paragraph, ranges: draft.ranges, text: text,
      gist: draft.gist, act: draft.act, voice: voice,
      actors: actors(named: draft.actors), actsJointly: draft.actsJointly,
      polarity: draft.polarity, modality: draft.modality, measures: draft.measures,
      lemmas: draft.lemmas, terms: draft.terms.map(named),
      mentions: entities.mentions(in: account.id, at: draft.ranges))
  }

  private func named(_ term: Term) -> Term {
    var term = term
    term.entity = entities.entity(ofPhraseAt: term.range, in: account.id)?.id
    return term
  }

  /// The actors by their names in the event; one that is named twice acts once.
  private func actors(named phrases: [String]) -> [Actor] {
    var seen: Set<String> = []
    return phrases.map { phrase in
      let entity = entities.entity(named: phrase, in: account.id)
      return Actor(text: phrase, name: entity?.name ?? phrase, entity: entity?.id)
    }.filter { seen.insert($0.name).inserted }
  }
}
