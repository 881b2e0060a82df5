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
  private let granularity: Granularity
  private let references: ReferenceWords

  /// Reads the tables of acts, grammar, quantities and names.
  ///
  /// - Throws: `ResourceError` when a table of Crossread's own cannot be read.
  public init(granularity: Granularity = .claim) throws {
    self.granularity = granularity
    acts = try ActTable()
    grammars = try Grammar.all()
    japanese = try JapaneseGrammar.read()
    quantities = try QuantityTable.read()
    recognizers = try Dictionary(
      uniqueKeysWithValues: [LanguageTag.english, .japanese].map {
        ($0, try ValueRecognizer(language: $0))
      })
    finder = try EntityFinder()
    references = try ReferenceWords.read()
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

  /// The claims of an account in the order of their place; headings, captions and labels make none.
  ///
  /// - Parameters:
  ///   - event: the event, whose other accounts the account may report.
  ///   - entities: what the accounts of the event name.
  /// - Complexity: linear in the number of words, but for the depth of coordination in a sentence.
  public func claims(
    of analyzed: AnalyzedAccount, in event: Event, entities: EntityDirectory
  ) -> [Claim] {
    claims(
      of: analyzed, in: event, entities: entities,
      sources: SourceDirectory(event: event, entities: entities))
  }

  /// The claims of all accounts of an event, account by account, several at a time.
  ///
  /// - Parameters:
  ///   - entities: what the accounts of the event name.
  ///   - threads: how many to use at most; as many as there are cores if not given. It changes nothing.
  /// - Complexity: linear in the number of words, but for the depth of coordination in a sentence.
  public func claims(
    of accounts: [AnalyzedAccount], in event: Event, entities: EntityDirectory,
    threads: Int? = nil
  ) -> [Claim] {
    let sources = SourceDirectory(event: event, entities: entities)
    return accounts.concurrentMap(threads: threads) {
      claims(of: $0, in: event, entities: entities, sources: sources)
    }.flatMap { $0 }
  }

  private func claims(
    of analyzed: AnalyzedAccount, in event: Event, entities: EntityDirectory,
    sources: SourceDirectory
  ) -> [Claim] {
    let builder = ClaimBuilder(
      analyzed: analyzed, event: event, entities: entities, sources: sources, acts: acts,
      grammar: grammars[analyzed.account.language] ?? grammars[.english], japanese: japanese,
      quantities: quantities, recognizer: recognizers[analyzed.account.language],
      granularity: granularity, references: references)
    return builder.claims()
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
  let granularity: Granularity
  let recognizer: ValueRecognizer?
  let voices: VoiceResolver
  let timeZone: String?
  let entities: EntityDirectory
  /// Where the account's words stand in quotation marks.
  let quotations: OrderedRanges
  let references: ReferenceWords

  init(
    analyzed: AnalyzedAccount, event: Event, entities: EntityDirectory,
    sources: SourceDirectory, acts: ActTable, grammar: Grammar?, japanese: JapaneseGrammar,
    quantities: QuantityTable,
    recognizer: ValueRecognizer?, granularity: Granularity, references: ReferenceWords
  ) {
    self.granularity = granularity
    account = analyzed.account
    sentences = analyzed.sentences
    self.acts = acts
    self.grammar = grammar
    self.japanese = japanese
    self.quantities = quantities
    self.recognizer = recognizer
    self.entities = entities
    self.references = references
    voices = VoiceResolver(account: analyzed.account, directory: sources)
    timeZone = event.timeZone
    quotations = OrderedRanges(ranges: QuotationFinder().quotations(in: analyzed.account))
  }

  func claims() -> [Claim] {
    guard let grammar else { return [] }
    var resolver = ReferenceResolver(
      account: account, directory: entities, words: references, acts: acts, grammar: grammar,
      japanese: japanese)
    var drafts: [Draft] = []
    let labels = LabelSentence(account: account, sentences: sentences)
    let finder = SentenceValues(
      account: account, recognizer: recognizer, quantities: quantities, grammar: grammar,
      voices: voices, timeZone: timeZone)
    var day: Value?
    for (index, sentence) in sentences.enumerated() {
      let values = finder.values(of: sentence, behind: day)
      day = values.last(where: \.namesDay) ?? day
      let announcer = announcer(in: index, grammar: grammar)
      if let announcer {
        for place in drafts.indices
        where drafts[place].sentence == index - 1 && drafts[place].attributions.isEmpty {
          drafts[place].attributions = [announcer]
        }
      }
      let contents =
        makesClaims(sentence) && !labels.isLabel(index) && announcer == nil
        ? contents(of: sentence, values: values, grammar: grammar) : []
      let found = resolver.read(sentence, index: index, contents: contents)
      drafts += zip(contents, found.claims).map { content, references in
        Draft(
          sentence: index, paragraph: sentence.paragraph, content: content,
          references: references,
          attributions: content.attributions.map { $0.resolved(by: found.all) })
      }
    }
    let voices = voices.voices(
      for: drafts.map {
        VoiceResolver.Cited(
          attributions: $0.attributions, range: $0.content.span, paragraph: $0.paragraph,
          subject: $0.content.subject)
      }, quotations: quotations)
    return zip(drafts, voices).map { draft, voice in claim(draft, voice: voice) }
  }

  private func makesClaims(_ sentence: Sentence) -> Bool {
    switch account.paragraphs[sentence.paragraph].role {
    case .heading, .caption: false
    default:
      // The counter of a thread and a picture say nothing: "1/6", "🧵".
      sentence.words.contains { $0.isContent && $0.text.contains(where: \.isLetter) }
        && !isOnlyName(sentence)
    }
  }

  /// Whether a Japanese sentence is a row of nouns and nothing else, as stands under 担当: 「通商政策局 欧州課」. With a number
  /// it says something, 「死者3人」, and so it does where the last noun is of something that is done: 「首相、辞任」.
  private func isOnlyName(_ sentence: Sentence) -> Bool {
    guard account.language == .japanese else { return false }
    let words = sentence.words.filter {
      ![.punctuation, .symbol].contains($0.partOfSpeech)
    }
    let isDone = words.count > 1 && words.last?.tag.contains("サ変") ?? false
    return words.allSatisfy(\.partOfSpeech.isNominal) && !isDone
  }

  /// A claim before it is known who says it.
  private struct Draft {
    let sentence: Int
    let paragraph: Int
    let content: ClaimContent
    let references: [PlacedReference]
    var attributions: [Attribution]
  }

  /// Who says the sentence before one that only tells so.
  private func announcer(in index: Int, grammar: Grammar) -> Attribution? {
    guard account.language == .japanese, index > 0,
      sentences[index].paragraph == sentences[index - 1].paragraph
    else { return nil }
    return japaneseClauses(of: sentences[index], grammar: grammar, values: []).announcer()
  }

  private func japaneseClauses(
    of sentence: Sentence, grammar: Grammar, values: [Value]
  ) -> JapaneseClauses {
    JapaneseClauses(
      sentence: sentence, text: account.text, values: values, acts: acts, grammar: grammar,
      japanese: japanese, quantities: quantities)
  }

  private func contents(
    of sentence: Sentence, values: [Value], grammar: Grammar
  ) -> [ClaimContent] {
    guard !isDateline(sentence, values) else { return [] }
    switch account.language {
    case .english:
      return EnglishClauses(
        sentence: sentence, text: account.text, values: values, acts: acts, grammar: grammar,
        quantities: quantities, granularity: granularity
      ).parts()
    case .japanese:
      return japaneseClauses(of: sentence, grammar: grammar, values: values).parts()
    default:
      // Without a parser every word would be the root of a clause of its own.
      return WholeSentence(sentence: sentence, text: account.text, values: values).parts()
    }
  }

  /// Whether a sentence is a date and nothing else, as stands below a headline.
  private func isDateline(_ sentence: Sentence, _ values: [Value]) -> Bool {
    let dates = values.filter { $0.timex != nil && $0.kind != .duration }
    return !dates.isEmpty
      && sentence.words.allSatisfy { word in
        word.partOfSpeech == .punctuation || dates.contains { $0.range.overlaps(word.range) }
      }
  }

  private func claim(_ draft: Draft, voice: Voice) -> Claim {
    let content = draft.content
    let isJapanese = account.language == .japanese
    let written =
      isJapanese
      ? ClaimText.joinedClosely(content.ranges, of: account.text)
      : ClaimText.joined(content.ranges, of: account.text)
    let place = content.ranges.map { "\($0.lowerBound)-\($0.upperBound)" }
    let mentions = entities.mentions(in: account.id, at: content.ranges)
    let reading = ReferenceReading(
      references: draft.references, mentions: mentions, text: account.text, directory: entities)
    return Claim(
      id: "C-" + ContentIdentifier.short([account.id, written] + place), account: account.id,
      sentence: draft.sentence, paragraph: draft.paragraph, ranges: content.ranges,
      text: reading.text(of: content.ranges, isJapanese: isJapanese),
      act: content.act, voice: voice,
      actors: reading.actors(of: content, in: account.id), actsJointly: content.actsJointly,
      initiators: reading.entities(in: content.initiators),
      polarity: content.polarity, modality: content.modality,
      quotations: passages(quotations.intersection(with: content.ranges)),
      hedges: passages(hedges(of: draft)),
      measures: content.measures,
      words: content.words, terms: content.terms.map(named), mentions: mentions,
      references: reading.all, fillings: reading.fillings(in: content.ranges),
      details: content.details.map { detail(at: $0, in: reading) }, whole: nil)
  }

  private func detail(at place: DetailRanges, in reading: ReferenceReading) -> Detail {
    let text = reading.text(of: place.all, isJapanese: account.language == .japanese)
    let places = place.own.map { "\($0.lowerBound)-\($0.upperBound)" }
    return Detail(
      id: "C-" + ContentIdentifier.short([account.id, text] + places), words: place.own,
      ranges: place.all, text: text, removable: place.removable)
  }

  private func passages(_ ranges: [Range<Int>]) -> [Claim.Passage] {
    ranges.map { Claim.Passage(text: account.text[$0], range: $0) }
  }

  private func hedges(of draft: Draft) -> [Range<Int>] {
    guard let grammar else { return [] }
    let words = sentences[draft.sentence].words.filter { word in
      draft.content.ranges.contains { $0.overlaps(word.range) }
    }
    return HedgeFinder(hedges: grammar.hedges, text: account.text).hedges(in: words)
  }

  private func named(_ term: Term) -> Term {
    var term = term
    term.entity = entities.entity(ofPhraseAt: term.range, in: account.id)?.id
    return term
  }
}
