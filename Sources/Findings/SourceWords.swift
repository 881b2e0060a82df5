import Claims
import Ingestion
import Source

/// The words by which kinds of accounts, and what accounts say of their sources and of themselves, are known
/// (`Resources/sources.yaml`).
struct SourceWords: Sendable {
  private let table: Table
  private let unnamed: Set<String>
  private let raising: Set<String>
  private let answering: Set<String>

  private struct Table: Sendable, Decodable {
    let party: Set<String>
    let unnamed: [String: [String]]
    let joint: [String: [String]]
    let document: [String: [String]]
    let raise: [String: [String]]
    let answer: [String: [String]]
  }

  /// - Throws: `ResourceError` when the table cannot be read.
  init() throws {
    table = try ResourceTable.decode(Table.self, from: "sources.yaml", in: .module)
    unnamed = Set(table.unnamed.values.joined())
    raising = Self.verbs(table.raise)
    answering = Self.verbs(table.answer)
  }

  /// The base forms of verbs as claims have them: a Japanese verbal noun stands without する.
  private static func verbs(_ table: [String: [String]]) -> Set<String> {
    Set(table.values.joined().flatMap { [$0, $0.hasSuffix("する") ? String($0.dropLast(2)) : $0] })
  }

  /// Whether accounts of a kind speak for somebody who had part in the event, or for an authority.
  func isParty(_ kind: AccountKind) -> Bool { table.party.contains(kind.rawValue) }

  /// Whether a source is a report that nobody names: "media reports", 一部報道.
  func isUnnamedReport(_ source: String) -> Bool {
    let words = source.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
    let bare = words.first.map { ["the", "some", "other"].contains($0) } ?? false
    return unnamed.contains(words.joined(separator: " "))
      || bare && unnamed.contains(words.dropFirst().joined(separator: " "))
  }

  /// Whether an account is a text that several parties issue together.
  func isJoint(_ account: Account) -> Bool {
    let title = (account.title ?? "").lowercased()
    let head = account.headline.map { account.text[$0].lowercased() } ?? ""
    return account.kind.rawValue == "joint-statement"
      || table.joint.values.joined().contains { title.contains($0) || head.contains($0) }
  }

  /// Whether a claim tells of its text and not of the event: "The outline is given below."
  func isOfDocument(_ claim: Claim) -> Bool {
    let text = claim.text.lowercased()
    return table.document.values.joined().contains(where: text.contains)
  }

  /// Whether a claim tells that somebody brought a matter up.
  func isRaising(_ claim: Claim) -> Bool { claim.words.contains { raising.contains($0.lemma) } }

  /// Whether a claim tells that somebody answered.
  func isAnswering(_ claim: Claim) -> Bool { claim.words.contains { answering.contains($0.lemma) } }
}
