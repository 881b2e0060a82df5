import Claims

/// The ids of those at whose wish something was done, by what they are.
typealias Initiators = [Entity.Kind: Set<String>]

extension Initiators {
  /// Whether two claims name others of one sort: "at the request of Norland", "at the request of Sorland".
  func areOthers(than other: Initiators) -> Bool {
    contains { kind, own in other[kind].map { $0.isDisjoint(with: own) } ?? false }
  }
}

extension EntityDirectory {
  func byKind(_ ids: [String]) -> Initiators {
    Dictionary(grouping: ids.compactMap(entity), by: \.kind).mapValues { Set($0.map(\.id)) }
  }
}
