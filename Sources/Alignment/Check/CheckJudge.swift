import Claims
import Source
import Values

/// Makes a verdict of what was measured, and says why.
struct CheckJudge: Sendable {
  private let models: VerdictModels
  private let uncovered: UncoveredWords
  private let words: CheckWords
  private let conflicts: ClaimConflict
  /// The reasons in words (`Resources/en/reasons.yaml`).
  private let messages: MessageCatalog

  /// The share of the support of what is stated from which a claim is stated in part.
  private static let partlyShare = 0.25
  /// How many sentences are shown as evidence.
  private static let shown = 3

  /// - Throws: `ResourceError` when a model or table cannot be read.
  init(words: CheckWords) throws {
    self.words = words
    models = try VerdictModels()
    uncovered = try UncoveredWords()
    conflicts = try ClaimConflict()
    messages = try MessageCatalog(from: "reasons.yaml", in: .module)
  }

  func answer(_ measured: ClaimChecker.Measured) -> CheckAnswer {
    let (claim, source, result) = (measured.claim, measured.source, measured.result)
    guard let best = result.ranking.first else {
      return CheckAnswer(
        verdict: .absent, support: 0, contradiction: 0, evidence: [],
        unsupported: Self.joined(claim.words.map(\.range)), reasons: [messages("empty")])
    }
    let statedFrom = models.statedFrom(measured.setting)
    let contradictedFrom = models.contradictedFrom
    let (support, contradiction) = probabilities(measured)
    // Where both are likely, the one that exceeds its threshold by more.
    let verdict: Verdict =
      if contradiction >= contradictedFrom, contradiction - contradictedFrom > support - statedFrom
      {
        .contradicted
      } else if support >= statedFrom {
        .stated
      } else if support >= statedFrom * Self.partlyShare {
        .partly
      } else { .absent }
    let evidence = result.ranking.prefix(Self.shown).map {
      CheckAnswer.Evidence(
        sentence: $0.sentence, text: source[$0.sentence].text, score: min(max($0.score, 0), 1))
    }
    return CheckAnswer(
      verdict: verdict, support: support, contradiction: contradiction, evidence: evidence,
      unsupported: result.covers.map { uncovered.ranges(of: claim, by: $0) } ?? [],
      reasons: reasons(claim, source[best.sentence], result))
  }

  /// The probabilities that the source states the claim and that it contradicts it: those of the trained models, unless
  /// the best sentence excludes the claim by a rule, or cannot contradict it by one.
  private func probabilities(
    _ measured: ClaimChecker.Measured
  ) -> (support: Double, contradiction: Double) {
    let (claim, result) = (measured.claim, measured.result)
    let (support, contradiction) = models.probabilities(result.features, in: measured.setting)
    guard let best = result.ranking.first else { return (support, contradiction) }
    let sentence = measured.source[best.sentence]
    let isMet = result.ranking.prefix(Self.shown).contains {
      conflicts.isMet(claim, by: measured.source[$0.sentence])
    }
    if !isMet, conflicts.exists(between: claim, and: sentence) {
      let certain = max(contradiction, ClaimConflict.probability)
      return (min(support, 1 - certain), certain)
    }
    let isBeside = contradiction >= models.contradictedFrom && conflicts.isBeside(claim, sentence)
    let contradicted = isBeside ? models.contradictedFrom / 2 : contradiction
    let stated = models.support(
      support, besideContradiction: contradicted, result.features, in: measured.setting)
    return (stated, contradicted)
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
  ) -> [Message] {
    var reasons: [Message] = []
    for value in claim.values {
      let comparisons = sentence.values.map { value.compared(with: $0) }
      let agreeing = comparisons.first { [.equal, .compatible].contains($0.relation) }
      if let told = agreeing ?? comparisons.first(where: { $0.relation == .different }) {
        reasons.append(told.wording)
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
    var told: Set<String> = []
    for word in claim.words where !sentence.lemmas.contains(word.lemma) {
      if told.insert(word.lemma).inserted, let other = sentence.word(telling: word) {
        reasons.append(messages("related", ["word": word.lemma, "other": other.lemma]))
      }
    }
    let shared = claim.words.filter { sentence.lemmas.contains($0.lemma) }.map(\.lemma)
    let missing = result.missing.map(\.lemma)
    if !shared.isEmpty {
      reasons.append(messages("shared", ["words": messages.joined(distinct(shared))]))
    }
    if !missing.isEmpty {
      reasons.append(messages("missing", ["words": messages.joined(distinct(missing))]))
    }
    return reasons
  }

  private func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}
