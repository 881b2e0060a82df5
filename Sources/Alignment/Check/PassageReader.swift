import Claims
import Ingestion
import Language
import Source
import Values

/// Turns claims and sources into passages: analysed, with values and embeddings.
struct PassageReader: Sendable {
  private let analyzer: LanguageAnalyzer
  private let encoder: SentenceEncoder
  private let recognizers: [LanguageTag: ValueRecognizer]
  private let words: CheckWords
  private let centre: EmbeddingCentre

  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  init(analyzer: LanguageAnalyzer, encoder: SentenceEncoder, words: CheckWords) throws {
    self.analyzer = analyzer
    self.encoder = encoder
    self.words = words
    centre = try EmbeddingCentre(encoder: encoder)
    recognizers = try Dictionary(
      uniqueKeysWithValues: [LanguageTag.english, .japanese].map {
        ($0, try ValueRecognizer(language: $0))
      })
  }

  /// The passages of each account, one a sentence, in order.
  ///
  /// - Parameter accounts: accounts whose paragraphs are sentences if `areSentences` says so.
  ///   Their embeddings are zero, see ``embed(_:)``.
  func passages(of accounts: [AnalyzedAccount], areSentences: [Bool]) -> [[Passage]] {
    zip(accounts, areSentences).map { account, areSentences in
      (areSentences ? paragraphs(of: account) : sentences(of: account)).map {
        passage($0, of: account.account)
      }
    }
  }

  /// Gives passages their embeddings.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  func embed(_ passages: inout [[Passage]], _ places: [(text: Int, passage: Int)]) throws {
    let embeddings = try encoder.embed(places.map { passages[$0.text][$0.passage].text })
    for (place, embedding) in zip(places, embeddings) {
      let language = passages[place.text][place.passage].language
      passages[place.text][place.passage].embedding =
        centre.centred(embedding, language: language)
    }
  }

  private struct Part {
    let range: Range<Int>
    let sentences: [Sentence]

    var words: [Word] { sentences.flatMap(\.words) }

    /// The words with heads that count from the first word of the part.
    var syntax: [Passage.SyntaxWord] {
      sentences.reduce(into: []) { syntax, sentence in
        let start = syntax.count
        syntax += sentence.words.map { word in
          Passage.SyntaxWord(
            range: word.range, partOfSpeech: word.partOfSpeech, relation: word.relation,
            head: start + min(word.head, sentence.words.count - 1),
            isEntity: word.entityType != nil)
        }
      }
    }
  }

  private func sentences(of account: AnalyzedAccount) -> [Part] {
    account.sentences.map { Part(range: $0.range, sentences: [$0]) }
  }

  /// The paragraphs as they were given, however many sentences the analyser finds in one.
  private func paragraphs(of account: AnalyzedAccount) -> [Part] {
    let sentences = Dictionary(grouping: account.sentences, by: \.paragraph)
    return account.account.paragraphs.enumerated().map { index, paragraph in
      Part(range: paragraph.range, sentences: sentences[index] ?? [])
    }
  }

  private func passage(_ part: Part, of account: Account) -> Passage {
    let content = part.words.filter(\.isContent).filter { !words.isNegation($0.lemma) }
    let known = content.map { word in
      Passage.ContentWord(
        lemma: word.lemma, range: word.range, weight: encoder.tokenizer.cost(of: word.lemma),
        isName: word.partOfSpeech == .properNoun, isNumber: word.partOfSpeech == .numeral)
    }
    let values =
      recognizers[account.language]?.values(
        in: account.text, range: part.range, reference: account.published) ?? []
    return Passage(
      text: account.text[part.range], language: account.language, words: known,
      lemmas: Set(known.map(\.lemma)),
      negations: part.words.filter { words.isNegation($0.lemma) }.count, values: values,
      embedding: .zero, syntax: part.syntax)
  }
}
