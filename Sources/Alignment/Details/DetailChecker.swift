import Claims
import Language
import Source

/// Says whether an account tells a detail of another account's claim anywhere, in whatever words: as `crossread check`
/// says it of a claim and a text, by what its models have learned from texts.
struct DetailChecker: Sendable {
  private let reader: PassageReader
  private let measure: SupportMeasure
  private let models: [CheckSetting: LogisticModel<SupportFeature>]

  /// From which probability on an account tells a detail. A detail is less than the claims that the models have learned
  /// from, of which a text states a part more often than all.
  private static let toldFrom: [CheckSetting: Double] = [.document: 0.4, .foreign: 0.5]

  /// - Throws: `ResourceError` when a model or table cannot be read.
  init(encoder: SentenceEncoder) throws {
    let words = try CheckWords()
    reader = try PassageReader(encoder: encoder, words: words)
    measure = SupportMeasure(words: words)
    models = try Self.toldFrom.keys.reduce(into: [:]) { models, setting in
      models[setting] = try LogisticModel(resource: "support-\(setting.rawValue).json")
    }
  }

  /// A detail, and the accounts of which is asked whether they tell it.
  struct Question: Sendable {
    let detail: Claim
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
    let sources = reader.passages(
      of: accounts, areSentences: accounts.map { _ in false })
    let details = questions.compactMap { question in
      order[question.detail.account].map { reader.passage(of: question.detail, in: accounts[$0]) }
    }
    guard details.count == questions.count else { return questions.map { _ in [:] } }
    let asked = zip(questions, details).map { question, detail in
      question.accounts.compactMap { id in
        order[id].map { (id: id, account: $0, near: measure.nearest(detail, in: sources[$0])) }
      }
    }
    var passages = sources + [details]
    let sentences = places(of: asked.joined().map { ($0.account, $0.near) })
    try reader.embed(
      &passages, [sentences + details.indices.map { (sources.count, $0) }], words: false)
    let read = passages
    return Array(questions.indices).concurrentMap { index in
      asked[index].reduce(into: [:]) { answer, source in
        answer[source.id] = told(
          read[sources.count][index], in: read[source.account], near: source.near)
      }
    }
  }

  /// The places of some sentences of accounts, each once, in order.
  private func places(of sentences: [(account: Int, near: [Int])]) -> [PassageReader.Place] {
    let near = sentences.reduce(into: [:]) { near, asked in
      near[asked.account, default: Set<Int>()].formUnion(asked.near)
    }
    return near.sorted { $0.key < $1.key }.flatMap { account, indices in
      indices.sorted().map { (text: account, passage: $0) }
    }
  }

  private func told(_ detail: Passage, in source: [Passage], near: [Int]) -> Told? {
    guard let language = source.first?.language else { return nil }
    let setting: CheckSetting = language == detail.language ? .document : .foreign
    guard let model = models[setting], let threshold = Self.toldFrom[setting] else { return nil }
    // What is not near the detail is compared by its words alone, whatever other details had it encoded for.
    let compared = Set(near)
    let sentences = source.indices.map { compared.contains($0) ? source[$0] : source[$0].unencoded }
    let support = model.probability(measure.measure(detail, against: sentences).features)
    return Told(support: support, isTold: support >= threshold)
  }
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
