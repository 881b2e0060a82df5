import Alignment
import Claims
import Ingestion
import Source

/// What findings are drawn from: the event, its accounts and its points.
struct Material: Sendable {
  let event: Event
  let points: [Point]
  private let accountsByID: [String: Account]

  init(event: Event, points: [Point]) {
    self.event = event
    self.points = points
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

  /// The whole extent of a claim as evidence.
  func evidence(of claim: Claim) -> Evidence? {
    evidence(in: claim.account, at: claim.span)
  }

  /// Some words of an account as evidence.
  func evidence(in id: String, at range: Range<Int>) -> Evidence? {
    guard let account = accountsByID[id] else { return nil }
    let paragraph = account.paragraphs.firstIndex { $0.range.contains(range.lowerBound) } ?? 0
    return Evidence(
      account: id, paragraph: paragraph, quotation: Quotation(of: account.text, at: range))
  }
}
