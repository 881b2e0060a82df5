import Source

/// Nouns under which the same people may be counted (`Resources/counted.yaml`).
struct CountedNouns: Sendable, Decodable {
  private let general: Set<String>
  private let particular: Set<String>

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    self = try ResourceTable.decode(CountedNouns.self, from: "counted.yaml", in: .module)
  }

  /// Whether two nouns, by their base forms, may count the same.
  func canBeOne(_ first: String, _ second: String) -> Bool {
    first == second || (general.contains(first) && isPeople(second))
      || (general.contains(second) && isPeople(first))
  }

  private func isPeople(_ noun: String) -> Bool {
    general.contains(noun) || particular.contains(noun)
  }
}
