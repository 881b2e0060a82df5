import Alignment
import Claims
import Ingestion
import Source
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

  /// How an account is silent on what some others tell.
  func reading(of id: String, beside telling: Telling, cover: Double) -> Reading {
    guard let account = material.account(id) else { return .plain }
    if telling.areHoursLater(than: account) { return .earlier }
    if account.kind == .post { return .post }
    guard telling.languages.contains(account.language) else { return .foreign }
    guard cover > 0.5 else { return .plain }
    return isOfKind(account, of: telling) && isOfLength(id, of: telling) ? .peer : .neighbour
  }

  /// How like an account is to one of those that tell a point and covers what stands around it, from 0 to 1.
  func likeness(of id: String, to telling: Telling, cover: Double) -> Double {
    guard let account = material.account(id),
      [.peer, .neighbour, .plain].contains(reading(of: id, beside: telling, cover: cover))
    else { return 0 }
    return cover
      * (0.5 + (isOfKind(account, of: telling) ? 0.25 : 0)
        + (isOfLength(id, of: telling) ? 0.25 : 0))
  }

  private func isOfKind(_ account: Account, of telling: Telling) -> Bool {
    telling.kinds.contains(account.kind)
      || telling.haveParty && material.sources.isParty(account.kind)
  }

  /// Half to twice as many claims.
  private func isOfLength(_ id: String, of telling: Telling) -> Bool {
    let own = material.claims(of: id).count
    return telling.lengths.contains { own * 2 >= $0 && $0 * 2 >= own }
  }
}

extension SilenceMeaning {
  /// What is to be known of the accounts that tell a point, to see how the others are silent on it.
  struct Telling: Sendable {
    let kinds: Set<AccountKind>
    /// Whether one of them speaks for somebody who had part in the event.
    let haveParty: Bool
    let languages: Set<LanguageTag>
    /// How many claims they make.
    let lengths: Set<Int>
    /// When they were published; nothing where one of them does not tell.
    private let moments: [Moment]?

    init(_ ids: [String], in material: Material) {
      let accounts = ids.compactMap(material.account)
      kinds = Set(accounts.map(\.kind))
      haveParty = kinds.contains(where: material.sources.isParty)
      languages = Set(accounts.map(\.language))
      lengths = Set(ids.map { material.claims(of: $0).count })
      let known = accounts.compactMap { $0.published.map(Moment.init) }
      moments = known.count == accounts.count && !known.isEmpty ? known : nil
    }

    /// Whether all of them were published hours after an account.
    func areHoursLater(than account: Account) -> Bool {
      guard let own = account.published.map(Moment.init), let moments else { return false }
      return moments.allSatisfy {
        own.isApart(from: $0) && own.distance(to: $0) >= Self.hours * 60
      }
    }

    private static let hours = 3
  }
}
