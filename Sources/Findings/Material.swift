import Alignment
import Claims
import Ingestion
import Source

/// What findings are drawn from: the event, its accounts and its points.
struct Material: Sendable {
  let event: Event
  let points: [Point]
  /// Which accounts speak with one voice.
  let voices: Voices
  /// What the accounts name.
  let entities: EntityDirectory
  private let accountsByID: [String: Account]

  init(event: Event, points: [Point], entities: EntityDirectory) {
    self.event = event
    self.points = points
    voices = Voices(event: event, entities: entities)
    self.entities = entities
    accountsByID = Dictionary(uniqueKeysWithValues: event.accounts.map { ($0.id, $0) })
  }

  /// The ids of all accounts, in order.
  var accountIDs: [String] { accountsByID.keys.sorted() }

  func account(_ id: String) -> Account? { accountsByID[id] }

  /// The claims of an account, with the points that hold them, in the order of the text.
  func claims(of account: String) -> [(claim: Claim, point: Point)] {
    points.flatMap { point in
      point.claims.filter { $0.account == account }.map { ($0, point) }
    }.sorted { $0.0.span.lowerBound < $1.0.span.lowerBound }
  }

  /// Whether `event.yaml` lists an entity.
  func isListed(_ entity: Entity) -> Bool { event.names.contains { $0.name == entity.name } }

  /// The entity that a term names.
  func entity(of term: Term) -> Entity? { term.entity.flatMap(entities.entity) }

  /// The words of a claim as evidence.
  func evidence(of claim: Claim) -> Evidence? {
    evidence(in: claim.account, at: claim.ranges)
  }

  /// Some words of an account as evidence.
  func evidence(in id: String, at ranges: [Range<Int>]) -> Evidence? {
    guard let account = accountsByID[id], let start = ranges.first?.lowerBound else { return nil }
    return Evidence(
      account: id, paragraph: account.paragraphs.firstIndex { $0.range.contains(start) } ?? 0,
      quotations: ranges.map { Quotation(of: account.text, at: $0) })
  }
}
