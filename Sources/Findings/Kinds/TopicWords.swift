import Claims
import Source

/// The adjectives that make no topic of a plain noun (`Resources/topics.yaml`).
struct TopicWords: Sendable {
  private let plain: Set<String>

  private struct Table: Sendable, Decodable {
    let plain: [String: [String]]
  }

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    plain = Set(
      try ResourceTable.decode(Table.self, from: "topics.yaml", in: .module).plain.values.joined())
  }

  /// Whether a word only judges, counts, orders or measures.
  func isPlain(_ lemma: String) -> Bool { plain.contains(lemma.lowercased()) }

  /// Whether all that stands with a plain noun judges, counts, orders or measures: "several bids".
  func isPlain(_ term: Term) -> Bool {
    !term.isName && term.headLemmas.count < 2 && term.modifiers.allSatisfy(isPlain)
  }
}
