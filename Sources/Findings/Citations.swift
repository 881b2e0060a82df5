import Alignment
import Claims
import Ingestion
import Values

/// Who has what from whom, point by point: by naming an account, or as a report that nobody names but that another
/// account of the folder told before.
struct Citations: Sendable {
  /// One account has a point from another one.
  struct Link: Sendable, Hashable {
    let account: String
    let source: String
    /// Whether the account names no source but "media reports".
    let isUnnamed: Bool
  }

  /// The links in each point that has some, by the point's id, in order.
  let links: [String: [Link]]
  private let dependents: [String: Set<String>]

  /// - Complexity: linear in the number of claims and of the accounts of points that somebody has from unnamed
  ///   reports.
  init(points: [Point], accounts: [Account], voices: Voices, sources: SourceWords) {
    let accounts = Dictionary(accounts.map { ($0.id, $0) }) { first, _ in first }
    var links: [String: [Link]] = [:]
    var dependents: [String: Set<String>] = [:]
    for point in points {
      let found = Self.links(in: point, accounts: accounts, voices: voices, sources: sources)
      guard !found.isEmpty else { continue }
      links[point.id] = found
      dependents[point.id] = Set(
        found.filter(\.isUnnamed).map(\.account).filter { account in
          point.claims.allSatisfy {
            $0.account != account || Self.isUnnamed($0, sources) || $0.voice.repeatedAccount != nil
          }
        })
    }
    self.links = links
    self.dependents = dependents
  }

  /// The accounts that have all they say of a point from reports that nobody names and that stand in the folder.
  func dependent(on point: Point) -> Set<String> { dependents[point.id] ?? [] }

  /// The accounts that have a point from each other all around; none where no circle closes.
  func circle(in point: Point) -> [String] {
    let links = links[point.id] ?? []
    let next = Dictionary(grouping: links, by: \.account).mapValues { $0.map(\.source) }
    return next.keys.filter { account in
      var open = next[account] ?? []
      var seen: Set<String> = []
      while let source = open.popLast() {
        if source == account { return true }
        if seen.insert(source).inserted { open += next[source] ?? [] }
      }
      return false
    }.sorted()
  }

  /// Whether a claim is told as a report that nobody names.
  static func isUnnamed(_ claim: Claim, _ sources: SourceWords) -> Bool {
    claim.voice.repeatedAccount == nil
      && claim.voice.sources.contains(where: sources.isUnnamedReport)
  }

  private static func links(
    in point: Point, accounts: [String: Account], voices: Voices, sources: SourceWords
  ) -> [Link] {
    var found: [Link] = []
    for claim in point.claims {
      let family = voices.family(of: claim.account)
      if let source = claim.voice.repeatedAccount {
        if !family.contains(source) {
          found.append(Link(account: claim.account, source: source, isUnnamed: false))
        }
      } else if isUnnamed(claim, sources), let own = accounts[claim.account] {
        found += point.statingAccounts.compactMap { accounts[$0] }.filter { other in
          other.kind == .news && !family.contains(other.id) && !own.isEarlier(than: other)
        }.map { Link(account: own.id, source: $0.id, isUnnamed: true) }
      }
    }
    return Set(found).sorted {
      ($0.account, $0.source, $0.isUnnamed ? 1 : 0) < ($1.account, $1.source, $1.isUnnamed ? 1 : 0)
    }
  }
}

extension Account {
  /// Whether it was published before another account, as far as the sources tell: a day is not before an hour of it.
  func isEarlier(than other: Account) -> Bool {
    guard let own = published.map(Moment.init), let later = other.published.map(Moment.init) else {
      return false
    }
    return own.isApart(from: later) && own.distance(to: later) > 0
  }
}
