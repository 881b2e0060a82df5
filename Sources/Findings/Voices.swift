import Claims
import Ingestion
import Source

/// Which accounts speak with one voice: those of one publisher, such as a statement and its translation,
/// and those that carry one text, such as a release on two sites.
///
/// They confirm nothing of each other, however alike they are.
public struct Voices: Sendable {
  /// The ids of accounts by voice, the account that speaks for the others first; a voice stands where its
  /// first account would stand by id.
  public let families: [[String]]
  private let places: [String: Int]
  /// The accounts that carry the text of another one.
  private let copies: Set<String>

  /// Groups the accounts of an event.
  ///
  /// - Parameter entities: who the publishers are, so that a ministry in two languages is one.
  public init(event: Event, entities: EntityDirectory = .empty) {
    let main = event.accounts.mainLanguage
    let byPublisher = Dictionary(grouping: event.accounts) {
      Self.publisher(of: $0, in: event, entities: entities)
    }
    let pairs = SameTexts(of: event.accounts).pairs
    copies = Set(pairs.flatMap { [$0.one, $0.other] })
    let families = Self.joined(Array(byPublisher.values), by: pairs, event.accounts).map {
      accounts in
      accounts.sorted {
        ($0.language == main ? 0 : 1, $0.id) < ($1.language == main ? 0 : 1, $1.id)
      }.map(\.id)
    }.sorted { ($0.min() ?? "") < ($1.min() ?? "") }
    self.families = families
    places = Dictionary(
      uniqueKeysWithValues: families.enumerated().flatMap { place, ids in
        ids.map { ($0, place) }
      })
  }

  /// The accounts that speak with the voice of an account, itself among them.
  public func family(of account: String) -> [String] {
    places[account].map { families[$0] } ?? [account]
  }

  /// Whether an account speaks for its voice: others of the voice are named beside it.
  public func leads(_ account: String) -> Bool { family(of: account).first == account }

  /// Whether all accounts of a voice carry one text, which says more than that they have one publisher.
  func sharesText(_ family: [String]) -> Bool { family.allSatisfy(copies.contains) }

  /// How many voices some accounts are.
  public func count(_ accounts: some Sequence<String>) -> Int {
    Set(accounts.map { family(of: $0).first ?? $0 }).count
  }

  /// The accounts of some that are of other voices than this one.
  public func others(than account: String, among accounts: [String]) -> [String] {
    let own = family(of: account)
    return accounts.filter { !own.contains($0) }
  }

  /// The groups of accounts, those of them made one that have an account of the same text.
  private static func joined(
    _ groups: [[Account]], by copies: [SameTexts.Pair], _ accounts: [Account]
  ) -> [[Account]] {
    guard !copies.isEmpty else { return groups }
    var groupOf = Dictionary(
      uniqueKeysWithValues: groups.enumerated().flatMap { place, accounts in
        accounts.map { ($0.id, place) }
      })
    for pair in copies {
      guard let kept = groupOf[pair.one], let moved = groupOf[pair.other], kept != moved
      else { continue }
      for (id, place) in groupOf where place == moved { groupOf[id] = kept }
    }
    return Array(Dictionary(grouping: accounts) { groupOf[$0.id] ?? -1 }.values)
  }

  /// What is the same for all accounts of a publisher.
  private static func publisher(
    of account: Account, in event: Event, entities: EntityDirectory
  ) -> String {
    if let entity = entities.publisher(of: account.id) { return entity.id }
    let name = account.publisher.lowercased()
    let entity = event.names.first { entity in
      ([entity.name] + entity.aliases).contains { $0.lowercased() == name }
    }
    return (entity?.name ?? account.publisher).lowercased()
  }
}
