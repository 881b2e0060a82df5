import Source

/// What each reason weighs (`Resources/salience.yaml`).
struct SalienceWeights: Sendable, Decodable {
  /// What a finding weighs by its sort, `omission/silence`.
  let sorts: [String: Double]
  /// What an act adds, by its group or, where it has its own weight, by its name.
  let acts: [String: Double]
  let rarity: Double
  let voice: Double
  let everyVoice: Double
  let party: Double
  let value: Double
  let head: Double
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

  /// What a sort of finding weighs; a sort that is missing weighs nothing, which a test makes sure never happens.
  func sort(_ kind: Finding.Kind, _ type: String) -> Double {
    sorts["\(kind.rawValue)/\(type)"] ?? 0
  }
}
