import Source

/// Analyses texts one by one, each in its language: English by the pipeline, Japanese by MeCab and rules.
///
/// What a language needs is opened when its first text comes.
public struct TextAnalyzer {
  /// A text to analyse.
  public struct Text: Sendable {
    /// The text, as one paragraph: sentences end with it.
    public let scalars: [Unicode.Scalar]
    /// Its language.
    public let language: LanguageTag

    /// Makes a text.
    ///
    /// - Throws: ``UnsupportedLanguage`` when nothing analyses the language.
    public init(
      _ scalars: [Unicode.Scalar], language: LanguageTag
    ) throws(UnsupportedLanguage) {
      guard TextAnalyzer.languages.contains(language) else {
        throw UnsupportedLanguage(language: language)
      }
      self.scalars = scalars
      self.language = language
    }
  }

  /// A text whose language nothing analyses.
  public struct UnsupportedLanguage: Error, Hashable, Sendable {
    /// The language.
    public let language: LanguageTag
  }

  /// The languages that are analysed.
  public static let languages: [LanguageTag] = [.english, .japanese]

  private let store: ModelStore
  private let threads: Int?
  private var english: EnglishPipeline?
  private var japanese: JapaneseAnalyzer?

  /// Makes an analyser.
  ///
  /// - Parameter threads: how many threads may work at once; as many as there are cores if not given.
  ///   It changes no result.
  public init(store: ModelStore = ModelStore(), threads: Int? = nil) {
    self.store = store
    self.threads = threads
  }

  /// Analyses texts, English ones several at a time, and keeps what `transform` makes of each.
  ///
  /// - Parameter transform: takes the index of a text and its document.
  /// - Returns: the results in the order of the texts.
  /// - Throws: `ModelError` when the model of a language is missing or damaged.
  /// - Complexity: linear in the length of the texts.
  public mutating func map<Result: Sendable>(
    _ texts: [Text], _ transform: @Sendable (Int, Document) -> Result
  ) throws -> [Result] {
    var results = [Result?](repeating: nil, count: texts.count)
    let places = texts.indices.filter { texts[$0].language == .english }
    if !places.isEmpty {
      let found = try englishPipeline().map(places.map { texts[$0].scalars }, threads: threads) {
        transform(places[$0], $1)
      }
      for (place, result) in zip(places, found) { results[place] = result }
    }
    for place in texts.indices where texts[place].language == .japanese {
      let text = SourceText(texts[place].scalars)
      let sentences = try japaneseAnalyzer().sentences(in: text, range: text.range)
      results[place] = transform(place, Document(text, sentences: sentences))
    }
    return results.compactMap { $0 }
  }

  private mutating func englishPipeline() throws -> EnglishPipeline {
    let pipeline = try english ?? LanguageAnalyzer.englishPipeline(in: store)
    english = pipeline
    return pipeline
  }

  private mutating func japaneseAnalyzer() throws -> JapaneseAnalyzer {
    let analyzer = try japanese ?? JapaneseAnalyzer()
    japanese = analyzer
    return analyzer
  }
}

extension SourceText {
  fileprivate init(_ scalars: [Unicode.Scalar]) {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(String(view))
  }
}

extension Document {
  /// A document of words that another analyser found, which have no tokens of white space between
  /// them.
  fileprivate init(_ text: SourceText, sentences: [Sentence]) {
    var tokens: [Token] = []
    var ranges: [Range<Int>] = []
    for sentence in sentences {
      let first = tokens.count
      for word in sentence.words { tokens.append(Token(word, in: text, sentenceStart: first)) }
      ranges.append(first..<tokens.count)
    }
    self.init(scalars: text.scalars, tokens: tokens, sentences: ranges.filter { !$0.isEmpty })
  }
}

extension Token {
  fileprivate init(_ word: Word, in text: SourceText, sentenceStart: Int) {
    let end = word.range.upperBound
    self.init(
      range: word.range, head: sentenceStart + word.head,
      hasSpace: end < text.count && text.scalars[end].properties.isWhitespace, isSpace: false,
      beginsEntity: word.beginsEntity, lemma: word.lemma, norm: word.text, tag: word.tag,
      partOfSpeech: word.partOfSpeech.rawValue, morphology: word.morphology,
      relation: word.relation, entityType: word.entityType ?? "")
  }
}

extension Word {
  /// Form and reading as features, in the names that spaCy's Japanese pipelines give them.
  fileprivate var morphology: String {
    [inflection.map { "Inflection=\($0)" }, reading.map { "Reading=\($0)" }]
      .compactMap { $0 }.joined(separator: "|")
  }
}
