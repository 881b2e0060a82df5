import Claims
import Source

/// The words that make no topic (`Resources/topics.yaml`).
struct TopicWords: Sendable {
  private let plain: Set<String>
  private let directions: Set<String>

  private struct Table: Sendable, Decodable {
    let plain: [String: [String]]
    let directions: [String: [String]]
  }

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    let table = try ResourceTable.decode(Table.self, from: "topics.yaml", in: .module)
    plain = Set(table.plain.values.joined())
    directions = Set(table.directions.values.joined())
  }

  /// Whether a term only tells where something lies: "north-east".
  func isDirection(_ term: Term) -> Bool { term.lemmas.allSatisfy(directions.contains) }

  /// Whether a word only judges, counts, orders or measures.
  func isPlain(_ lemma: String) -> Bool { plain.contains(lemma.lowercased()) }

  /// Whether all that stands with a plain noun judges, counts, orders or measures: "several bids".
  func isPlain(_ term: Term) -> Bool {
    !term.isName && term.headLemmas.count < 2 && term.modifiers.allSatisfy(isPlain)
  }
}
