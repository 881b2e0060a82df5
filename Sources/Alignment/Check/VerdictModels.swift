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

  /// The probabilities that a source states a claim and that it contradicts it. Where one of the two denies and the other
  /// does not, what is more likely contradicted than not is not stated, however many of its words stand there.
  func probabilities(
    _ features: [SupportFeature: Double], in setting: CheckSetting
  ) -> (support: Double, contradiction: Double) {
    let stated = support[setting]?.probability(features) ?? 0
    let contradicted = contradiction.probability(features)
    guard features[.negationDiffers] == 1, contradicted >= 0.5 else {
      return (stated, contradicted)
    }
    return (min(stated, 1 - contradicted), contradicted)
  }
}
