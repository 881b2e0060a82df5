/// The models that tell how likely a source states a claim and how likely it contradicts it.
struct VerdictModels: Sendable {
  private let support: [CheckSetting: LogisticModel<SupportFeature>]
  private let contradiction: LogisticModel<SupportFeature>

  /// From which probability on a claim is contradicted.
  var contradictedFrom: Double { contradiction.threshold }

  /// Reads the models of some settings.
  ///
  /// - Throws: `ResourceError` when a model cannot be read.
  init(of settings: [CheckSetting] = CheckSetting.allCases) throws {
    support = try settings.reduce(into: [:]) { models, setting in
      models[setting] = try LogisticModel(resource: "support-\(setting.rawValue).json")
    }
    contradiction = try LogisticModel(resource: "contradiction.json")
  }

  /// From which probability on a claim is stated.
  func statedFrom(_ setting: CheckSetting) -> Double { support[setting]?.threshold ?? 1 }

  /// The probabilities that a source states a claim and that it contradicts it.
  func probabilities(
    _ features: [SupportFeature: Double], in setting: CheckSetting
  ) -> (support: Double, contradiction: Double) {
    (support[setting]?.probability(features) ?? 0, contradiction.probability(features))
  }

  /// The probability that a source states a claim, knowing how likely it contradicts it: where one of the two denies and
  /// the other does not, what a text is more likely to contradict than not is not stated in it, however many of the words
  /// stand there. The model of texts has learned mostly from such that deny nothing.
  func support(
    _ support: Double, besideContradiction contradiction: Double,
    _ features: [SupportFeature: Double], in setting: CheckSetting
  ) -> Double {
    guard setting == .document, features[.negationDiffers] == 1, contradiction >= 0.5 else {
      return support
    }
    return min(support, 1 - contradiction)
  }
}
