import Claims
import Ingestion
import Language
import Source
import Values

/// Turns claims and sources into passages: analysed, with values and embeddings.
struct PassageReader: Sendable {
  private let encoder: SentenceEncoder
  private let wordNet: WordNet?
  private let recognizers: [LanguageTag: ValueRecognizer]
  private let words: CheckWords
  private let centre: EmbeddingCentre
  /// The middle of the tokens of texts about nothing in particular.
  private let tokenBackground: [LanguageTag: Embedding]

  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  init(encoder: SentenceEncoder, words: CheckWords) throws {
    self.encoder = encoder
    wordNet = WordNet()
    self.words = words
    let background = try BackgroundVectors()
    centre = EmbeddingCentre(background: background[.texts])
    tokenBackground = background[.tokens]
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
    let meanings = meanings(ofWordsIn: accounts)
    return zip(accounts, areSentences).map { account, areSentences in
      (areSentences ? paragraphs(of: account) : sentences(of: account)).map {
        passage($0, of: account.account, meanings: meanings)
      }
    }
  }

  /// A word of English with what it is used as.
  private struct Term: Hashable {
    let lemma: String
    let partOfSpeech: PartOfSpeech

    init(_ word: Word) {
      lemma = word.lemma
      partOfSpeech = word.partOfSpeech
    }
  }

  /// What the words of the English accounts mean, each word looked up once.
  private func meanings(ofWordsIn accounts: [AnalyzedAccount]) -> [Term: WordMeaning] {
    guard let wordNet else { return [:] }
    let terms = Set(
      accounts.filter { $0.account.language == .english }.flatMap(\.sentences).flatMap(\.words)
        .filter(\.isContent).map(Term.init))
    return terms.reduce(into: [:]) { meanings, term in
      meanings[term] = wordNet.meaning(of: term.lemma, term.partOfSpeech)
    }
  }

  /// A passage's place: whose text it is of, and its index there.
  typealias Place = (text: Int, passage: Int)

  /// Gives passages their embeddings, and the vectors of their tokens.
  ///
  /// - Parameters:
  ///   - questions: the places of each claim and of what it is checked against.
  ///   - words: whether words are compared one by one where the languages differ.
  /// - Throws: `ModelError` when the encoder fails.
  func embed(
    _ passages: inout [[Passage]], _ questions: [[Place]], words: Bool = true
  ) throws {
    let places = questions.joined()
    let encoded = try encoder.embedWithTokens(
      places.map { passages[$0.text][$0.passage].text })
    for (place, text) in zip(places, encoded) {
      let language = passages[place.text][place.passage].language
      passages[place.text][place.passage].embedding =
        centre.centred(text.embedding, language: language)
    }
    var start = 0
    for question in questions {
      let own = Array(encoded[start..<start + question.count])
      start += question.count
      weigh(&passages, question, own, words: words)
    }
  }

  /// Gives the passages of one question their tokens, by language: what all have in common sets none apart.
  private func weigh(
    _ passages: inout [[Passage]], _ places: [Place], _ encoded: [EncodedText], words: Bool
  ) {
    let languages = places.map { passages[$0.text][$0.passage].language }
    let areAcross = words && Set(languages).count > 1
    for (language, indices) in Dictionary(grouping: places.indices, by: { languages[$0] }) {
      var seen: Set<String> = []
      let distinct = indices.filter { index in
        seen.insert(passages[places[index].text][places[index].passage].text).inserted
      }
      let matter = Matter(
        distinct.map { encoded[$0].tokens }, background: tokenBackground[language] ?? .zero)
      for index in indices {
        passages[places[index].text][places[index].passage].tokens =
          matter.tokens(encoded[index].tokens)
        guard areAcross else { continue }
        passages[places[index].text][places[index].passage].meanings = meanings(
          of: passages[places[index].text][places[index].passage], encoded[index].tokens)
      }
    }
  }

  /// What the words of a passage mean in it.
  private func meanings(of passage: Passage, _ tokens: TokenVectors) -> WordVectors {
    WordVectors(
      passage.words.map {
        $0.range.lowerBound - passage.start..<$0.range.upperBound - passage.start
      },
      places: encoder.tokenizer.places(of: passage.text), tokens: tokens,
      centre: tokenBackground[passage.language] ?? .zero)
  }

  /// Finds which tokens of a claim its words are made of.
  func placeTokens(ofWordsIn claim: inout Passage) {
    let start = claim.start
    let places = encoder.tokenizer.places(of: claim.text).prefix(claim.tokens.vectors.count)
    claim.tokensOfWords = Self.tokens(
      of: claim.words, at: places.map { $0.lowerBound + start..<$0.upperBound + start })
  }

  /// Of each word, in order, the tokens that overlap it, as a range of their indices.
  ///
  /// - Complexity: linear in the number of words and tokens.
  private static func tokens(
    of words: [Passage.ContentWord], at places: [Range<Int>]
  ) -> [Range<Int>] {
    var start = 0
    return words.map { word in
      while start < places.count, places[start].upperBound <= word.range.lowerBound { start += 1 }
      var end = start
      while end < places.count, places[end].lowerBound < word.range.upperBound { end += 1 }
      return start..<end
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

  private func passage(
    _ part: Part, of account: Account, meanings: [Term: WordMeaning]
  ) -> Passage {
    let values =
      recognizers[account.language]?.values(
        in: account.text, range: part.range, reference: account.published) ?? []
    let subjects = Self.placesOfSubjects(part.syntax)
    let content = part.words.filter { $0.isContent && !words.isNegation($0.lemma) }.map { word in
      Passage.ContentWord(
        lemma: word.lemma, range: word.range, weight: encoder.tokenizer.cost(of: word.lemma),
        kind: Passage.ContentWord.Kind(word.partOfSpeech),
        isOfSubject: subjects.contains(word.range.lowerBound), meaning: meanings[Term(word)])
    }
    return Passage(
      text: account.text[part.range], start: part.range.lowerBound, language: account.language,
      words: content, negations: negations(in: part.words), values: values, syntax: part.syntax)
  }

  private func negations(in words: [Word]) -> Int {
    words.filter { self.words.isNegation($0.lemma) }.count
  }

  /// A part of a sentence: its tokens are those that the sentence has in its place, and its meaning is that of the
  /// sentence, so that it is not encoded again. Its words have no places in a tree.
  ///
  /// - Parameters:
  ///   - ranges: where the words of the part stand that are looked for.
  ///   - sentence: the sentence of the account that it is of, encoded.
  func passage(
    of part: Claim, at ranges: [Range<Int>], in account: AnalyzedAccount, sentence: Passage
  ) -> Passage {
    let analyzed = account.sentences[part.sentence]
    let isWithin = { (range: Range<Int>) in ranges.contains { $0.overlaps(range) } }
    var passage = Passage(
      text: part.text, start: ranges.first?.lowerBound ?? 0, language: account.account.language,
      words: sentence.words.filter { isWithin($0.range) },
      negations: negations(in: analyzed.words.filter { isWithin($0.range) }), values: part.values,
      syntax: [])
    let places = encoder.tokenizer.places(of: sentence.text)
      .prefix(sentence.tokens.vectors.count)
      .map { $0.lowerBound + analyzed.range.lowerBound..<$0.upperBound + analyzed.range.lowerBound }
    let own = places.indices.filter { isWithin(places[$0]) }
    passage.tokens = sentence.tokens.selecting(own)
    passage.tokensOfWords = Self.tokens(of: passage.words, at: own.map { places[$0] })
    passage.embedding = sentence.embedding
    return passage
  }

  /// Where the words of all subjects begin, with all that hangs from them.
  private static func placesOfSubjects(_ syntax: [Passage.SyntaxWord]) -> Set<Int> {
    Set(
      syntax.indices.filter { index in
        var next = index
        for _ in 0..<height {
          if syntax[next].isSubject { return true }
          guard syntax[next].head != next else { return false }
          next = syntax[next].head
        }
        return false
      }.map { syntax[$0].range.lowerBound })
  }

  /// How far up the tree a subject is looked for.
  private static let height = 12
}
