import Alignment
import Claims
import Ingestion
import Values

/// Tells what the silence of an account on a point means.
///
/// Newsworthy things stand together: an account that tells what stands around a point in the accounts that tell it,
/// and is of their kind and length, has passed it over. A short post passes over almost everything, and an account
/// that was there hours before the others may not have known.
struct SilenceMeaning: Sendable {
  let material: Material
  private let places: [String: Int]

  /// How an account is silent.
  enum Reading: Sendable, Hashable {
    /// It tells what stands around the point; and it is of the kind and length of those that tell it.
    case peer, neighbour
    /// It is in another language than all of those: that it tells the point in other words is harder to see.
    case foreign
    case post, earlier, plain
  }

  /// - Complexity: linear in the number of claims.
  init(material: Material) {
    self.material = material
    places = Dictionary(
      material.accountIDs.flatMap { account in
        material.claims(of: account).enumerated().map { ($1.claim.id, $0) }
      }
    ) { first, _ in first }
  }

  /// How much of what stands around a point each account tells, from 0 to 1; who tells nothing is left out.
  ///
  /// - Complexity: linear in the number of the point's claims and of those that tell what stands around it.
  func covers(of point: Point) -> [String: Double] {
    var neighbours: [String: Point] = [:]
    for claim in point.claims {
      for near in self.neighbours(of: claim) where near.id != point.id {
        neighbours[near.id] = near
      }
    }
    guard !neighbours.isEmpty else { return [:] }
    var told: [String: Int] = [:]
    for neighbour in neighbours.values {
      for (account, stance) in neighbour.stances where stance.verdict != .absent {
        told[account, default: 0] += 1
      }
    }
    return told.mapValues { Double($0) / Double(neighbours.count) }
  }

  private func neighbours(of claim: Claim) -> [Point] {
    guard let place = places[claim.id] else { return [] }
    let claims = material.claims(of: claim.account)
    return [place - 1, place + 1].filter(claims.indices.contains).map { claims[$0] }
      .filter { abs($0.claim.paragraph - claim.paragraph) <= 1 }.map(\.point)
  }

  /// How like an account is to one of those that tell a point and covers what stands around it, from 0 to 1.
  func likeness(of account: String, to telling: [String], cover: Double) -> Double {
    cover
      * (0.5 + (isOfKind(account, of: telling) ? 0.25 : 0)
        + (isOfLength(account, of: telling) ? 0.25 : 0))
  }

  func reading(of account: String, beside telling: [String], cover: Double) -> Reading {
    if isEarlier(account, than: telling) { return .earlier }
    if material.account(account)?.kind == .post { return .post }
    guard isInLanguage(account, of: telling) else { return .foreign }
    guard cover >= 0.5 else { return .plain }
    return isOfKind(account, of: telling) && isOfLength(account, of: telling) ? .peer : .neighbour
  }

  private func isOfKind(_ account: String, of others: [String]) -> Bool {
    guard let kind = material.account(account)?.kind else { return false }
    return others.compactMap { material.account($0)?.kind }.contains { other in
      other == kind || material.sources.isParty(other) && material.sources.isParty(kind)
    }
  }

  private func isInLanguage(_ account: String, of others: [String]) -> Bool {
    others.contains { material.account($0)?.language == material.account(account)?.language }
  }

  /// Half to twice as many claims.
  private func isOfLength(_ account: String, of others: [String]) -> Bool {
    let own = material.claims(of: account).count
    return others.map { material.claims(of: $0).count }.contains { count in
      own * 2 >= count && count * 2 >= own
    }
  }

  /// Whether an account was published hours before all that tell the point.
  private func isEarlier(_ account: String, than others: [String]) -> Bool {
    guard let own = material.account(account)?.published.map(Moment.init), !others.isEmpty else {
      return false
    }
    return others.allSatisfy { other in
      guard let later = material.account(other)?.published.map(Moment.init) else { return false }
      return own.isApart(from: later) && own.distance(to: later) >= Self.hoursAhead * 60
    }
  }

  private static let hoursAhead = 3
}
