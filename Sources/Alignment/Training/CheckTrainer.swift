import Foundation
import Language

/// Learns the weights of the checker's models from examples with their right answers.
///
/// Every set of examples counts the same, however long it is, and in each what is so as much as what is
/// not: a set with a hundred times as many claims of one sort does not decide alone.
public struct CheckTrainer {
  private let checker: ClaimChecker
  private var sets: [ExampleSet] = []
  private var words: [(features: [UncoveredFeature: Double], isUncovered: Bool)] = []

  private struct ExampleSet {
    let examples: [Example]
    /// Whether they are texts made of pairs of sentences: see ``CheckSetting/weightOfMade``.
    let isMade: Bool

    var contradictions: Int { examples.filter { $0.label == "contradicted" }.count }
  }

  private struct Example {
    let setting: CheckSetting
    let features: [SupportFeature: Double]
    let label: String
  }

  /// How many examples are measured at a time, at least.
  private static let block = 64

  /// Makes a trainer that has seen nothing.
  ///
  /// - Throws: `ModelError` when a model is missing, `ResourceError` when the installation is broken.
  public init(store: ModelStore, encoder: SentenceEncoder) throws {
    checker = try ClaimChecker(store: store, encoder: encoder)
  }

  /// Adds a set of examples; those that have neither a label nor marked words are left out.
  ///
  /// Pairs of sentences are also asked in texts made of several of them: what a text states, denies or leaves out is
  /// learned from them too, since sets of whole texts have few denials.
  ///
  /// - Throws: `ModelError` when a model fails.
  public mutating func add(_ requests: [CheckRequest]) throws {
    let known = requests.filter { $0.label != nil || !$0.uncovered.isEmpty }
    try addExamples(known, areMade: false)
    let pairs = known.filter {
      $0.areSentences && $0.passages.count == 1 && $0.language == $0.sourceLanguage
    }
    try addExamples(Self.texts(of: pairs), areMade: true)
  }

  /// Adds the facts of some events as one set: the words of each in one account are put to the accounts in other
  /// languages. What a text in the claim's own language states is not learned from them: their facts lie so close that
  /// a model would take whatever shares its names for stated.
  ///
  /// - Throws: `ModelError` when a model fails.
  public mutating func add(_ events: [AlignedEvent]) throws {
    try addExamples(
      events.flatMap(\.requests).filter { $0.language != $0.sourceLanguage }, areMade: false)
  }

  /// Each pair with the sources of others around it; the same pairs always give the same texts.
  private static func texts(of pairs: [CheckRequest]) -> [CheckRequest] {
    guard pairs.count > sentencesBeside * distance else { return [] }
    return pairs.indices.map { index in
      let others = (1...sentencesBeside).map { pairs[(index + $0 * distance) % pairs.count] }
      return pairs[index].asked(of: others, place: index % (sentencesBeside + 1))
    }
  }

  /// How many sentences stand around a pair's, and how far apart in the set they are taken from, so that they are of
  /// other matters where a set goes from matter to matter.
  private static let sentencesBeside = 6
  private static let distance = 37

  /// The examples that are measured at a time: those of one claim always together.
  private static func blocks(_ known: [CheckRequest]) -> [Range<Int>] {
    CheckRequest.questions(known).reduce(into: []) { blocks, question in
      if let last = blocks.last, last.count < block {
        blocks[blocks.count - 1] = last.lowerBound..<question.upperBound
      } else {
        blocks.append(question)
      }
    }
  }

  private mutating func addExamples(_ known: [CheckRequest], areMade: Bool) throws {
    var examples: [Example] = []
    for range in Self.blocks(known) {
      let block = Array(known[range])
      for (measured, request) in zip(try checker.measured(block, threads: nil), block) {
        if let label = request.label {
          examples.append(
            Example(
              setting: measured.setting, features: measured.result.features, label: label))
        }
        if !request.uncovered.isEmpty { addWords(of: request, measured) }
      }
    }
    if !examples.isEmpty { sets.append(ExampleSet(examples: examples, isMade: areMade)) }
  }

  private mutating func addWords(of request: CheckRequest, _ measured: ClaimChecker.Measured) {
    guard let covers = measured.result.covers else { return }
    let features = UncoveredMeasure(claim: measured.claim, covers: covers).features()
    for (word, features) in zip(measured.claim.syntax, features)
    where word.partOfSpeech != .punctuation {
      guard let known = request.uncovered.first(where: { $0.range.overlaps(word.range) }) else {
        continue
      }
      words.append((features, known.isUncovered))
    }
  }

  // MARK: Models

  /// A set with fewer examples of a setting is none of that setting: as every set counts the same, its few examples
  /// would each count as hundreds of another's.
  private static let leastExamples = 20

  /// A set with fewer contradictions than this is not learned from: those of every set together count the same, so that
  /// its few would each count as many of another's. With the 34 of the propositions, two counts of two things were
  /// called contradictions.
  private static let leastContradictions = 100

  /// The models that can be made of what was added, as JSON, by the names of their files.
  public func models() throws -> [(name: String, json: Data)] {
    var models: [(name: String, json: Data)] = []
    for setting in CheckSetting.allCases {
      let own = sets.map { set in
        ExampleSet(examples: set.examples.filter { $0.setting == setting }, isMade: set.isMade)
      }.filter { $0.examples.count >= Self.leastExamples }
      guard own.contains(where: { !$0.examples.isEmpty }) else { continue }
      models.append(
        (
          "support-\(setting.rawValue).json",
          try model(
            own, of: setting.features, penalty: setting.penalty, threshold: setting.threshold,
            weightOfMade: setting.weightOfMade
          ) {
            ["supported", "aligned"].contains($0)
          }
        ))
    }
    // Of the facts of events nobody has said which of them deny each other.
    let judged = sets.filter { set in
      let contradicted = set.contradictions
      return !set.examples.allSatisfy { $0.setting == .foreign }
        && (contradicted == 0 || contradicted >= Self.leastContradictions)
    }
    if judged.contains(where: { $0.contradictions > 0 }) {
      models.append(
        (
          "contradiction.json",
          try model(judged, of: SupportFeature.allCases, penalty: 1) { $0 == "contradicted" }
        ))
    }
    if !words.isEmpty { models.append(("uncovered.json", try wordModel())) }
    return models
  }

  /// The features of all examples with their right answers, for those who want to see what a model learns from:
  /// a line of JSON an example.
  public func table() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try sets.enumerated().reduce(into: Data()) { lines, set in
      for example in set.element.examples {
        let features = example.features.map { ($0.rawValue, $1) }
        lines += try encoder.encode(
          Row(
            features: Dictionary(uniqueKeysWithValues: features), label: example.label,
            set: set.offset))
        lines.append(UInt8(ascii: "\n"))
      }
    }
  }

  private struct Row: Encodable {
    let features: [String: Double]
    let label: String
    let set: Int
  }

  private func model(
    _ sets: [ExampleSet], of features: [SupportFeature], penalty: Double, threshold: Double? = nil,
    weightOfMade: Double = 1, _ isTrue: (String) -> Bool
  ) throws -> Data {
    let made = sets.filter { $0.isMade && !$0.examples.isEmpty }.count
    let groups = sets.map { set -> [LogisticRegression.Example] in
      let share = set.isMade ? 500 * weightOfMade / Double(max(made, 1)) : 500
      let positive = set.examples.filter { isTrue($0.label) }.count
      return set.examples.map { example in
        let isTrue = isTrue(example.label)
        let count = isTrue ? positive : set.examples.count - positive
        return LogisticRegression.Example(
          features: features.map { example.features[$0] ?? 0 }, isTrue: isTrue,
          weight: share / Double(max(count, 1)))
      }
    }
    var trained = TrainedModel(groups, names: features.map(\.rawValue), penalty: penalty)
    if let threshold { trained.threshold = threshold }
    return try trained.json()
  }

  private func wordModel() throws -> Data {
    let examples = words.map { word in
      LogisticRegression.Example(
        features: UncoveredFeature.allCases.map { word.features[$0] ?? 0 },
        isTrue: word.isUncovered, weight: 1)
    }
    return try TrainedModel(
      [examples], names: UncoveredFeature.allCases.map(\.rawValue), penalty: 1
    )
    .json()
  }
}
