import Claims
import Language
import Source

/// A claim as it is compared: what it means as a whole, and what each of its content words means in it.
struct EncodedClaim: Sendable {
  /// Its embedding without what the claims of the event in its language have in common.
  var embedding: Embedding
  /// The directions of its content words, in their order.
  let words: WordVectors
}

/// Turns the words of claims into vectors.
struct ClaimEncoder: Sendable {
  private let encoder: SentenceEncoder
  private let centre: EmbeddingCentre
  /// The middle of the tokens of texts about nothing in particular.
  private let background: [LanguageTag: Embedding]

  /// How many texts about the matter at hand the background counts for.
  private static let backgroundCount: Float = 15
  /// What claims have in common is learned from so many of them at most.
  private static let sampleSize = 2_048
  /// So many claims are encoded at a time, since the vectors of their tokens take far more room than what is kept.
  private static let blockSize = 1_024

  /// - Throws: `ResourceError` when the background cannot be read.
  init(encoder: SentenceEncoder) throws {
    self.encoder = encoder
    let vectors = try BackgroundVectors()
    centre = EmbeddingCentre(background: vectors[.texts])
    background = vectors[.tokenMeans]
  }

  /// How rare a word is in the language.
  func cost(of word: String) -> Double { encoder.tokenizer.cost(of: word) }

  /// Words of a text, with where they stand in it.
  struct Text: Sendable {
    let text: String
    let language: LanguageTag
    /// The places of the content words, in Unicode scalars of the text.
    let words: [Range<Int>]
  }

  /// The encoded texts, in their order.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  /// - Complexity: linear in the number of texts and their words.
  func encoded(_ texts: [Text]) throws -> [EncodedClaim] {
    var encoded = try encodedByWords(texts)
    let embeddings = centre.centred(
      encoded.map(\.embedding), languages: texts.map(\.language))
    for index in encoded.indices { encoded[index].embedding = embeddings[index] }
    return encoded
  }

  private func encodedByWords(_ texts: [Text]) throws -> [EncodedClaim] {
    guard texts.count > Self.sampleSize else {
      let answers = try encoder.embedWithTokens(texts.map(\.text))
      return withWords(texts, answers, centres: tokenCentres(of: texts, answers))
    }
    let step = (texts.count + Self.sampleSize - 1) / Self.sampleSize
    let sample = stride(from: 0, to: texts.count, by: step).map { texts[$0] }
    let centres = tokenCentres(
      of: sample, try encoder.embedWithTokens(sample.map(\.text)))
    var encoded: [EncodedClaim] = []
    encoded.reserveCapacity(texts.count)
    for start in stride(from: 0, to: texts.count, by: Self.blockSize) {
      let block = Array(texts[start..<min(start + Self.blockSize, texts.count)])
      let answers = try encoder.embedWithTokens(block.map(\.text))
      encoded += withWords(block, answers, centres: centres)
    }
    return encoded
  }

  private func withWords(
    _ texts: [Text], _ answers: [EncodedText], centres: [LanguageTag: Embedding]
  ) -> [EncodedClaim] {
    Array(zip(texts, answers)).concurrentMap(minimumShare: 32) { text, answer in
      EncodedClaim(
        embedding: answer.embedding,
        words: WordVectors(
          text.words, places: encoder.tokenizer.places(of: text.text), tokens: answer.tokens,
          centre: centres[text.language] ?? .zero))
    }
  }

  /// What the tokens of the texts have in common, by language: the fewer texts, the more the background counts.
  private func tokenCentres(of texts: [Text], _ answers: [EncodedText]) -> [LanguageTag: Embedding]
  {
    var means: [LanguageTag: [Embedding]] = [:]
    for (text, answer) in zip(texts, answers) where answer.tokens.count > 0 {
      means[text.language, default: []].append(answer.tokens.mean)
    }
    let unknown = Embedding.mean(
      background.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value))
    let languages = Set(means.keys).union(background.keys)
    return Dictionary(
      uniqueKeysWithValues: languages.map { language in
        let own = means[language] ?? []
        let share = Float(own.count) / (Float(own.count) + Self.backgroundCount)
        let common = background[language] ?? unknown
        let centre = common.subtracting(common, scaledBy: share)
          .subtracting(Embedding.mean(own), scaledBy: -share)
        return (language, centre)
      })
  }
}

extension ClaimEncoder.Text {
  /// The words of a claim as they stand in its account.
  init(_ claim: Claim, of account: SourceText, language: LanguageTag) {
    let separator = language == .japanese ? "" : " "
    var text = ""
    var length = 0
    var starts: [(range: Range<Int>, start: Int)] = []
    for range in claim.ranges {
      if length > 0 {
        text += separator
        length += separator.unicodeScalars.count
      }
      starts.append((range, length))
      text += account[range]
      length += range.count
    }
    self.text = text
    self.language = language
    words = claim.words.map { word in
      guard let place = starts.first(where: { $0.range.contains(word.range.lowerBound) }) else {
        return 0..<0
      }
      let start = place.start + word.range.lowerBound - place.range.lowerBound
      return start..<start + word.range.count
    }
  }
}
