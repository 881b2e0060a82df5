import Claims
import Language
import Source

/// Says whether an account tells a detail of another account's claim anywhere, in whatever words: as `crossread check`
/// says it of a claim and a text, by what its models have learned from texts.
struct DetailChecker: Sendable {
  private let reader: PassageReader
  private let measure: SupportMeasure
  private let models: VerdictModels

  /// - Throws: `ResourceError` when a model or table cannot be read.
  init(encoder: SentenceEncoder) throws {
    let words = try CheckWords()
    reader = try PassageReader(encoder: encoder, words: words)
    measure = SupportMeasure(words: words)
    // An account is a text, however short it is.
    models = try VerdictModels(of: [.document, .foreign])
  }

  /// A detail, and the accounts of which is asked whether they tell it.
  struct Question: Sendable {
    let detail: Claim
    /// Where the words stand that are its own.
    let words: [Range<Int>]
    let accounts: [String]
  }

  /// What accounts have of a detail, by their ids.
  typealias Answer = [String: Told]

  /// How likely an account tells a detail, and whether that is enough.
  struct Told: Sendable {
    let support: Double
    let isTold: Bool
  }

  /// The answers to some questions, in their order.
  ///
  /// - Throws: `ModelError` when the encoder fails.
  /// - Complexity: linear in the details times the sentences of the accounts asked, of which those are compared by
  ///   meaning that have most words in common with the detail.
  func answers(
    to questions: [Question], in accounts: [AnalyzedAccount]
  ) throws -> [Answer] {
    guard !questions.isEmpty else { return [] }
    let order = Dictionary(
      uniqueKeysWithValues: accounts.enumerated().map { ($1.id, $0) })
    var sentences = reader.passages(of: accounts, areSentences: accounts.map { _ in false })
    try reader.embed(
      &sentences, [places(of: questions, order, in: sentences)], words: false)
    let sources = sentences
    return questions.concurrentMap { question in
      guard let own = order[question.detail.account],
        sources[own].indices.contains(question.detail.sentence)
      else { return [:] }
      let detail = reader.passage(
        of: question.detail, at: question.words, in: accounts[own],
        sentence: sources[own][question.detail.sentence])
      return question.accounts.reduce(into: [:]) { answer, id in
        answer[id] = order[id].flatMap { told(detail, in: sources[$0]) }
      }
    }
  }

  /// The places of the sentences of all accounts that are asked or have details, each once, in order.
  private func places(
    of questions: [Question], _ order: [String: Int], in sentences: [[Passage]]
  ) -> [PassageReader.Place] {
    let named = Set(questions.flatMap { $0.accounts + [$0.detail.account] })
    return named.compactMap { order[$0] }.sorted().flatMap { account in
      sentences[account].indices.map { (text: account, passage: $0) }
    }
  }

  private func told(_ detail: Passage, in source: [Passage]) -> Told? {
    guard let language = source.first?.language else { return nil }
    let setting: CheckSetting = language == detail.language ? .document : .foreign
    // Of a long account, what is not near the detail is compared by its words alone, as check does.
    let near = Set(measure.nearest(detail, in: source))
    let sentences = source.indices.map { near.contains($0) ? source[$0] : source[$0].unencoded }
    let features = measure.measure(detail, against: sentences).features
    let likely = models.probabilities(features, in: setting)
    let support = models.support(
      likely.support, besideContradiction: likely.contradiction, features, in: setting)
    let least = setting == .document ? Self.surely : models.statedFrom(setting)
    return Told(support: support, isTold: support >= least)
  }

  /// From which probability on an account is said to tell a detail: above even, since to say it of one that is silent is
  /// worse than not to say it of one that is not.
  private static let surely = 0.7
}

extension Passage {
  /// The passage as it is before it is encoded.
  fileprivate var unencoded: Passage {
    var passage = self
    passage.embedding = .zero
    passage.tokens = .none
    passage.meanings = .none
    return passage
  }
}
