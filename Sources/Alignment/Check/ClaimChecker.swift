import Claims
import Ingestion
import Language
import Source
import Values

/// Says what a source does with a claim: states it, in part, contradicts it or leaves it out, and why.
///
///     let checker = try ClaimChecker(store: ModelStore(), encoder: encoder)
///     let request = CheckRequest(claim: "They met.", sentences: ["The two held talks."])
///     let answer = try checker.answers(to: [request])[0]
///
/// The probabilities are logistic functions of named features, whose weights `crossread train` makes from
/// examples.
public struct ClaimChecker: Sendable {
  private let reader: PassageReader
  private let analyzer: LanguageAnalyzer
  private let measure: SupportMeasure
  private let judge: CheckJudge

  /// Reads the models.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(store: ModelStore, encoder: SentenceEncoder) throws {
    let words = try CheckWords()
    analyzer = try LanguageAnalyzer(store: store, languages: [.english, .japanese])
    reader = try PassageReader(encoder: encoder, words: words)
    measure = SupportMeasure(words: words)
    judge = try CheckJudge(words: words)
  }

  /// The answers to some requests, in their order.
  ///
  /// Requests that follow on each other with one claim are one question put to several sources: what all of these
  /// have in common sets none of them apart. What else is asked changes nothing.
  ///
  /// - Throws: `ModelError` when a model fails.
  /// - Complexity: linear in the length of the sources.
  public func answers(to requests: [CheckRequest], threads: Int? = nil) throws -> [CheckAnswer] {
    answers(to: try read(requests, threads: threads), threads: threads)
  }

  /// The answers to requests that have been read, in their order.
  ///
  /// - Complexity: linear in the number of sentences.
  package func answers(to requests: ReadRequests, threads: Int? = nil) -> [CheckAnswer] {
    requests.all.concurrentMap(threads: threads) { judge.answer(measured($0)) }
  }

  /// Requests whose claims and sources have been analysed and encoded.
  package struct ReadRequests: Sendable {
    fileprivate let all: [Request]

    fileprivate struct Request: Sendable {
      let setting: CheckSetting
      let claim: Passage
      let source: [Passage]
    }

    /// How many pairs of a claim and a sentence they are.
    package var pairCount: Int { all.reduce(0) { $0 + $1.source.count } }
  }

  /// A claim and its source with what was measured.
  struct Measured {
    let setting: CheckSetting
    let claim: Passage
    let source: [Passage]
    let result: SupportMeasure.Result
  }

  /// What is measured of some requests, in their order.
  func measured(_ requests: [CheckRequest], threads: Int?) throws -> [Measured] {
    try read(requests, threads: threads).all.concurrentMap(threads: threads, measured)
  }

  private func measured(_ request: ReadRequests.Request) -> Measured {
    Measured(
      setting: request.setting, claim: request.claim, source: request.source,
      result: measure.measure(request.claim, against: request.source))
  }

  /// Analyses and encodes the claims and sources of some requests.
  ///
  /// - Throws: `ModelError` when a model fails.
  package func read(_ requests: [CheckRequest], threads: Int? = nil) throws -> ReadRequests {
    let accounts = requests.flatMap { request in
      [
        Account(
          passages: [request.claim], language: request.language, published: request.published),
        Account(
          passages: request.passages, language: request.sourceLanguage,
          published: request.published),
      ]
    }
    let areSentences = requests.flatMap { [true, $0.areSentences] }
    let analyzed = try analyzer.analyze(accounts, threads: threads)
    var passages = reader.passages(of: analyzed, areSentences: areSentences)
    let questions = CheckRequest.questions(requests).map { question in
      question.flatMap { index in
        [(text: 2 * index, passage: 0)].filter { !passages[$0.text].isEmpty }
          + measure.nearest(passages[2 * index].first, in: passages[2 * index + 1])
          .map { (text: 2 * index + 1, passage: $0) }
      }
    }
    try reader.embed(&passages, questions)
    for index in requests.indices where !passages[2 * index].isEmpty {
      reader.placeTokens(ofWordsIn: &passages[2 * index][0])
    }
    let all = requests.indices.compactMap { index -> ReadRequests.Request? in
      guard let claim = passages[2 * index].first else { return nil }
      let source = passages[2 * index + 1]
      return ReadRequests.Request(
        setting: CheckSetting(of: requests[index], sentences: source.count), claim: claim,
        source: source)
    }
    return ReadRequests(all: all)
  }
}
