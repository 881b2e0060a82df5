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
  /// By which words sources are known.
  let sources: SourceWords
  /// Who has what from whom.
  let citations: Citations
  /// The ids of all accounts, in order.
  let accountIDs: [String]
  private let accountsByID: [String: Account]
  private let claimsByAccount: [String: [(claim: Claim, point: Point)]]

  init(event: Event, points: [Point], entities: EntityDirectory, sources: SourceWords) {
    self.event = event
    self.points = points
    let voices = Voices(event: event, entities: entities)
    self.voices = voices
    self.sources = sources
    citations = Citations(
      points: points, accounts: event.accounts, voices: voices, sources: sources)
    self.entities = entities
    accountsByID = Dictionary(uniqueKeysWithValues: event.accounts.map { ($0.id, $0) })
    accountIDs = accountsByID.keys.sorted()
    let claims = points.flatMap { point in point.claims.map { (claim: $0, point: point) } }
    claimsByAccount = Dictionary(grouping: claims, by: \.claim.account)
      .mapValues { $0.sorted { $0.claim.span.lowerBound < $1.claim.span.lowerBound } }
  }

  func account(_ id: String) -> Account? { accountsByID[id] }

  /// The claims of an account, with the points that hold them, in the order of the text.
  func claims(of account: String) -> [(claim: Claim, point: Point)] {
    claimsByAccount[account] ?? []
  }

  /// The ids of the accounts that state a point for themselves: neither repeating another account of the folder, by
  /// its name or as a report that nobody names, nor in a circle.
  func independentAccounts(of point: Point) -> [String] {
    let dependent = citations.dependent(on: point)
    return point.independentAccounts.filter { !dependent.contains($0) }
  }

  /// The other names that `event.yaml` gives an entity.
  func aliases(of entity: Entity) -> [String] {
    event.names.filter { $0.name == entity.name }.flatMap(\.aliases)
  }

  /// Whether `event.yaml` lists an entity.
  func isListed(_ entity: Entity) -> Bool { event.names.contains { $0.name == entity.name } }

  /// The entity that a term names.
  func entity(of term: Term) -> Entity? { term.entity.flatMap(entities.entity) }

  /// What a claim says, for the reports of each language: in its words, or in those of the first of some others that say
  /// the same in that language.
  func wording(of claim: Claim, among others: [Claim]) -> Message {
    Message { told(of: claim, among: others, in: $0).text.capitalizingFirst }
  }

  /// A claim, or the first of some others that say the same where only that is in the language of a report.
  func told(of claim: Claim, among others: [Claim], in language: ReportLanguage) -> Claim {
    ([claim] + others).first { account($0.account)?.language == language.tag } ?? claim
  }

  /// The claim that a part is a part of.
  func whole(of part: Claim) -> Claim? {
    guard let whole = part.whole else { return nil }
    return claims(of: part.account).first { $0.claim.id == whole }?.claim
  }

  /// The words of a detail without those that it needs to be read by itself.
  func ownWords(of part: Claim) -> String? {
    guard let account = account(part.account),
      let words = whole(of: part)?.details.first(where: { $0.id == part.id })?.words
    else { return nil }
    return words.map { account.text[$0] }.joined(separator: " … ")
  }

  /// The words of a claim as evidence.
  func evidence(of claim: Claim) -> Evidence? {
    evidence(in: claim.account, at: claim.ranges)
  }

  /// Some words of an account as evidence.
  func evidence(in id: String, at ranges: [Range<Int>]) -> Evidence? {
    guard let account = accountsByID[id], let start = ranges.first?.lowerBound else { return nil }
    return Evidence(
      account: id, paragraph: paragraph(at: start, in: account),
      quotations: ranges.map { Quotation(of: account.text, at: $0) })
  }

  /// The index of the paragraph that holds a place.
  private func paragraph(at place: Int, in account: Account) -> Int {
    let next = account.paragraphs.partitioningIndex { $0.range.lowerBound > place }
    guard next > 0, account.paragraphs[next - 1].range.contains(place) else { return 0 }
    return next - 1
  }
}

extension Point {
  /// The point in the languages of reports.
  var wording: Message { Message(inEach: summary(in:)) }
}
