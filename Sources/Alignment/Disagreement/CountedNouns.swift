import Claims
import Source

/// Nouns under which the same people or things may be counted (`Resources/counted.yaml`).
struct CountedNouns: Sendable {
  private let groups: [Group]

  private struct Group: Sendable, Decodable {
    let general: Set<String>
    let particular: Set<String>

    func holds(_ noun: String) -> Bool { general.contains(noun) || particular.contains(noun) }
  }

  /// Reads the table.
  ///
  /// - Throws: `ResourceError` when it cannot be read.
  init() throws {
    let table = try ResourceTable.decode(
      [String: Group].self, from: "counted.yaml", in: .module)
    groups = table.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Whether two measures may count the same: what one of them does not name can be anything.
  func canBeOne(_ first: Measure, _ second: Measure) -> Bool {
    guard let one = first.counted, let other = second.counted else { return true }
    return canBeOne(one, other)
  }

  /// Whether two nouns, by their base forms, may count the same.
  func canBeOne(_ first: String, _ second: String) -> Bool {
    first == second
      || groups.contains { group in
        (group.general.contains(first) && group.holds(second))
          || (group.general.contains(second) && group.holds(first))
      }
  }
}
