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
  /// The accounts that carry the text of an account of another publisher.
  private let copies: Set<String>

  /// Groups the accounts of an event.
  ///
  /// - Parameter entities: who the publishers are, so that a ministry in two languages is one.
  public init(event: Event, entities: EntityDirectory = .empty) {
    let main = event.accounts.mainLanguage
    let groups = event.accounts.reduce(into: [:]) { groups, account in
      groups[account.id] = Self.publisher(of: account, in: event, entities: entities)
    }
    let origins = Self.origins(of: event.accounts)
    let copies = Set(origins.filter { groups[$0.key] != groups[$0.value] }.keys)
    let families = Dictionary(grouping: event.accounts) { account in
      groups[origins[account.id] ?? account.id] ?? ""
    }.values.map { accounts in
      accounts.sorted { one, other in
        let keys = [one, other].map { account in
          (copies.contains(account.id) ? 1 : 0, account.language == main ? 0 : 1, account.id)
        }
        return keys[0] < keys[1]
      }.map(\.id)
    }.sorted { ($0.min() ?? "") < ($1.min() ?? "") }
    self.copies = copies
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

  /// The accounts of a voice that belong to it for its publisher, not because they carry its text.
  func originals(of family: [String]) -> [String] { family.filter { !copies.contains($0) } }

  /// How many voices some accounts are.
  public func count(_ accounts: some Sequence<String>) -> Int {
    Set(accounts.map { family(of: $0).first ?? $0 }).count
  }

  /// The accounts of some that are of other voices than this one.
  public func others(than account: String, among accounts: [String]) -> [String] {
    let own = family(of: account)
    return accounts.filter { !own.contains($0) }
  }

  /// The accounts that carry the text of another one, each with that one.
  ///
  /// Of those that carry one text, the others speak with the voice of the first that was published, and
  /// before a report with that of the party that acts. What else their publishers say is their own.
  private static func origins(of accounts: [Account]) -> [String: String] {
    let pairs = SameTexts(of: accounts).pairs
    guard !pairs.isEmpty else { return [:] }
    let ranked = accounts.sorted { rank($0) < rank($1) }.map(\.id)
    let ranks = Dictionary(zip(ranked, ranked.indices)) { first, _ in first }
    var origins: [String: String] = [:]
    // From the first to the last, so that the origin of an account is never a copy itself.
    for account in ranked {
      let same = pairs.compactMap { pair in
        pair.one == account ? pair.other : pair.other == account ? pair.one : nil
      }
      let first = same.min { (ranks[$0] ?? 0) < (ranks[$1] ?? 0) }
      guard let first, (ranks[first] ?? 0) < (ranks[account] ?? 0) else { continue }
      origins[account] = origins[first] ?? first
    }
    return origins
  }

  private static func rank(_ account: Account) -> (String, Int, String) {
    (account.published?.description ?? "9", account.kind == .news ? 1 : 0, account.id)
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
