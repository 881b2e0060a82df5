import Claims
import Source
import Values

/// Makes a verdict of what was measured, and says why.
struct CheckJudge: Sendable {
  private let support: LogisticModel<SupportFeature>
  private let contradiction: LogisticModel<SupportFeature>
  private let words: CheckWords
  /// The reasons in words (`Resources/reasons.yaml`).
  private let messages: MessageTable

  /// The support from which a claim is stated.
  private static let statedFrom = 0.5
  /// The support from which a claim is stated in part.
  private static let partlyFrom = 0.2
  /// The contradiction from which a claim is contradicted, where it is more likely than support: false
  /// alarms bury a tool.
  private static let contradictedFrom = 0.5
  /// How many sentences are shown as evidence.
  private static let shown = 3

  /// - Throws: `ResourceError` when a model or table cannot be read.
  init(words: CheckWords) throws {
    self.words = words
    support = try LogisticModel(resource: "support.json")
    contradiction = try LogisticModel(resource: "contradiction.json")
    messages = try MessageTable(from: "reasons.yaml", in: .module)
  }

  func answer(
    _ claim: Passage, _ source: [Passage], _ result: SupportMeasure.Result
  ) -> CheckAnswer {
    guard let best = result.ranking.first else {
      return CheckAnswer(
        verdict: .absent, support: 0, contradiction: 0, evidence: [],
        unsupported: Self.joined(claim.words.map(\.range)), because: [messages("empty")])
    }
    let support = support.probability(result.features)
    let contradiction = contradiction.probability(result.features)
    let verdict: Verdict =
      if contradiction >= Self.contradictedFrom, contradiction > support {
        .contradicted
      } else if support >= Self.statedFrom {
        .stated
      } else if support >= Self.partlyFrom {
        .partly
      } else { .absent }
    let evidence = result.ranking.prefix(Self.shown).map {
      CheckAnswer.Evidence(
        sentence: $0.sentence, text: source[$0.sentence].text, score: min(max($0.score, 0), 1))
    }
    return CheckAnswer(
      verdict: verdict, support: support, contradiction: contradiction, evidence: evidence,
      unsupported: Self.joined(result.missing.map(\.range)),
      because: reasons(claim, source[best.sentence], result))
  }

  /// Ranges with what stands between words that follow on each other.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { joined, range in
      if let last = joined.last, range.lowerBound <= last.upperBound + 1 {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }

  private func reasons(
    _ claim: Passage, _ sentence: Passage, _ result: SupportMeasure.Result
  ) -> [String] {
    var reasons: [String] = []
    for value in claim.values {
      let comparisons = sentence.values.map { value.compared(with: $0) }
      let agreeing = comparisons.first { [.equal, .compatible].contains($0.relation) }
      if let told = agreeing ?? comparisons.first(where: { $0.relation == .different }) {
        reasons.append(told.reason)
      }
    }
    if result.features[.negationDiffers] == 1 {
      reasons.append(messages(claim.negations > 0 ? "denied.claim" : "denied.source"))
    }
    for word in claim.words where !sentence.lemmas.contains(word.lemma) {
      let opposite = words.opposites(of: word.lemma).sorted().first {
        sentence.lemmas.contains($0) && !claim.lemmas.contains($0)
      }
      if let opposite {
        reasons.append(messages("opposite", ["word": word.lemma, "other": opposite]))
      }
    }
    guard sentence.language == claim.language else {
      return reasons + [messages("across")]
    }
    let shared = claim.words.filter { sentence.lemmas.contains($0.lemma) }.map(\.lemma)
    let missing = result.missing.map(\.lemma)
    if !shared.isEmpty {
      reasons.append(messages("shared", ["words": distinct(shared).joined(separator: ", ")]))
    }
    if !missing.isEmpty {
      reasons.append(messages("missing", ["words": distinct(missing).joined(separator: ", ")]))
    }
    return reasons
  }

  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
