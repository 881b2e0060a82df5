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
  private let accountsByID: [String: Account]

  init(event: Event, points: [Point]) {
    self.event = event
    self.points = points
    voices = Voices(event: event)
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

  /// The entity of `event.yaml` that a phrase names, with or without a title before the name.
  func entity(named phrase: String) -> NamedEntity? {
    let phrase = " " + phrase.lowercased() + " "
    let named = event.names.compactMap { entity -> (entity: NamedEntity, length: Int)? in
      let names = [entity.name] + entity.aliases
      let length = names.filter { phrase.contains(" " + $0.lowercased() + " ") }.map(\.count).max()
      return length.map { (entity, $0) }
    }
    return named.max { $0.length < $1.length }?.entity
  }

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
