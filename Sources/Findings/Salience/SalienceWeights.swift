import Claims
import Source
import Values

/// What each reason weighs (`Resources/salience.yaml`).
struct SalienceWeights: Sendable, Decodable {
  /// What a finding weighs by its sort, `omission/silence`.
  let sorts: [String: Double]
  /// What an act adds, by its group or, where it has its own weight, by its name.
  let acts: [String: Double]
  /// What a value adds, by its kind, and by `measured` where it measures or counts something that Crossread knows.
  let values: [String: Double]
  let rarity: Double
  let voice: Double
  let everyVoice: Double
  let party: Double
  let head: Double
  let opening: Double
  let repetition: Double
  let thing: Double
  let word: Double
  let mostThings: Int
  let name: Double
  let peerSilence: Double
  let peerSilenceAlone: Double
  let postSilence: Double
  let earlierSilence: Double
  let foreignSilence: Double
  let share: Double
  let dependent: Double
  let document: Double
  let raised: Double
  let muted: Double

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    self = try ResourceTable.decode(SalienceWeights.self, from: "salience.yaml", in: .module)
  }

  /// What a value weighs. One and two count persons and sides more often than they tell anything.
  func value(_ measure: Measure) -> Double {
    guard measure.quantity == nil else { return values["measured"] ?? 0 }
    let value = measure.value
    guard value.kind != .number || value.quantity.map({ $0.upper > 2 }) ?? true else { return 0 }
    return values[value.kind.rawValue] ?? 0
  }

  /// What a sort of finding weighs; a sort that is missing weighs nothing, which a test makes sure never happens.
  func sort(_ kind: Finding.Kind, _ type: String) -> Double {
    sorts["\(kind.rawValue)/\(type)"] ?? 0
  }
}
