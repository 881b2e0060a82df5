import Claims
import Source
import Values

/// Chooses the claim by which a point is told, and tells it by what all who state it have in common.
struct PointTeller: Sendable {
  let likeness: LikenessTable
  let claims: [ComparableClaim]
  /// The language in which points are told where some account does so.
  let mainLanguage: LanguageTag?

  /// The share of the greatest nearness to the others from which a claim may tell a point.
  private static let nearlyCentral = 0.9

  /// The texts by which a group is told, by languages.
  func summaries(of group: [Int]) -> [LanguageTag: String] {
    let languages = Set(group.map { claims[$0].language })
    return Dictionary(
      uniqueKeysWithValues: languages.map { ($0, summary(centre(of: group, in: $0))) })
  }

  /// The text of the claim that says best what a group says.
  func summary(_ centre: Int?) -> String {
    (centre.map { claims[$0].claim.text } ?? "").capitalizingFirst
  }

  // MARK: What all have in common

  /// A point told without the details of its telling claims that some account which states the point leaves out.
  ///
  /// - Parameters:
  ///   - group: the claims of the point.
  ///   - texts: the texts of the accounts, by their ids.
  func toldInCommon(_ point: Point, of group: [Int], texts: [String: SourceText]) -> Point {
    var point = point
    for language in Array(point.summaries.keys) {
      guard let centre = centre(of: group, in: language),
        let text = commonText(of: centre, in: point, texts)
      else { continue }
      point.summaries[language] = text
      if centre == self.centre(of: group, in: mainLanguage) { point.summary = text }
    }
    return point
  }

  private func commonText(
    of index: Int, in point: Point, _ texts: [String: SourceText]
  ) -> String? {
    let claim = claims[index].claim
    let lacked = Set(
      point.details.filter { detail in
        point.statingAccounts.contains { detail.verdict(of: $0) == .absent }
      }.flatMap { $0.claims.map(\.id) })
    let lacking = claim.details.filter { detail in
      // Values tell by themselves whether another account has them.
      let values = claim.part(detail).values
      return values.isEmpty ? lacked.contains(detail.id) : areLacked(values, of: claim, in: point)
    }
    let removed = lacking.compactMap { smallestRemovable(holding: $0, of: claim) }
    guard claim.polarity == .affirmed, let text = texts[claim.account] else { return nil }
    return claim.text(without: removed, of: text)?.capitalizingFirst
  }

  /// The least that can be taken out of a claim so that a detail goes with it: "while entering the harbour" for "the harbour".
  private func smallestRemovable(holding detail: Detail, of claim: Claim) -> Detail? {
    claim.details.filter { other in
      !other.removable.isEmpty
        && detail.words.allSatisfy { words in
          other.words.contains {
            $0.lowerBound <= words.lowerBound && words.upperBound <= $0.upperBound
          }
        }
    }.min { one, other in
      let lengths = [one, other].map { $0.words.map(\.count).reduce(0, +) }
      return (lengths[0], one.id) < (lengths[1], other.id)
    }
  }

  /// Whether some account that states a point does not give all of some values of a claim.
  private func areLacked(_ values: [Value], of claim: Claim, in point: Point) -> Bool {
    point.statingAccounts.contains { account in
      let told = point.stances[account]?.claims.flatMap(\.values) ?? []
      return account != claim.account
        && !values.allSatisfy { value in
          told.contains { value.compared(with: $0).relation == .equal }
        }
    }
  }

  // MARK: Who tells it

  /// Of the claims that stand nearly as near as any to the others that affirm or deny as it does, the one that names most of
  /// what they name too and least of what they do not, then one whose actors are known, then the shortest. Only claims count
  /// that are not repeated from another account, are in a language and have a word for who acts.
  func centre(of group: [Int], in language: LanguageTag?) -> Int? {
    let own = group.filter { claims[$0].claim.voice.repeatedAccount == nil }
    let candidates = own.isEmpty ? group : own
    let readable = candidates.filter { claims[$0].language == language }
    let told = readable.isEmpty ? candidates : readable
    let naming = told.filter { claims[$0].claim.actors.contains { !$0.text.isEmpty } }
    let ranked = (naming.isEmpty ? told : naming).map { index in
      let others = group.filter {
        $0 != index && claims[$0].claim.polarity == claims[index].claim.polarity
      }
      return (index: index, centrality: others.map { likeness[index, $0] }.reduce(0, +))
    }
    let least = Self.nearlyCentral * (ranked.map(\.centrality).max() ?? 0)
    return ranked.filter { $0.centrality >= least }.map { Candidate($0.index, of: self, in: group) }
      .min()?.index
  }

  private struct Candidate: Comparable {
    let index: Int
    let peculiarity: Int
    let knowsActor: Bool
    let text: String

    init(_ index: Int, of teller: PointTeller, in group: [Int]) {
      let claim = teller.claims[index].claim
      self.index = index
      peculiarity = teller.peculiarity(of: index, in: group)
      knowsActor = claim.actors.contains { $0.entity != nil }
      text = claim.text
    }

    static func < (one: Candidate, other: Candidate) -> Bool {
      (one.peculiarity, one.knowsActor ? 0 : 1, one.text.count, one.text)
        < (other.peculiarity, other.knowsActor ? 0 : 1, other.text.count, other.text)
    }
  }

  /// By how much the names and values of a claim that other accounts of its group lack outnumber those that they have, each
  /// counted for each of them, with the pronouns of which it is not known for whom they stand.
  private func peculiarity(of index: Int, in group: [Int]) -> Int {
    let own = claims[index]
    let others = Dictionary(grouping: group.map { claims[$0] }, by: \.claim.account)
      .filter { $0.key != own.claim.account }.values
    let balance = others.map { told in
      let names = own.entities.map { name in told.contains { $0.entities.contains(name) } }
      let values = own.claim.values.map { value in
        told.contains {
          $0.claim.values.contains { value.compared(with: $0).relation == .equal }
        }
      }
      return (names + values).reduce(0) { $0 + ($1 ? -1 : 1) }
    }
    let open = own.claim.references.filter { $0.form == .pronoun && !$0.isResolved }
    return balance.reduce(open.count, +)
  }
}
