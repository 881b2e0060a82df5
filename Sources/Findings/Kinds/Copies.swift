import Claims
import Ingestion
import Source

/// Finds accounts of whose runs of words a fifth or more stand in an earlier account too.
///
/// What stands in several earlier accounts is taken to come from the earliest: two reports that quote one statement at
/// length copy the statement, and not each other.
struct Copies: Sendable {
  let material: Material
  let weighing: Weighing
  let messages: Messages

  /// From this share on of an account's runs of words it is said to share them.
  private static let leastShare = 0.2

  /// - Parameter attributed: the accounts on which each account says itself that it draws.
  func findings(besides attributed: [String: Set<String>]) -> [Finding] {
    let shingles = ShingleIndex(
      material.accountIDs.compactMap { id in material.account(id).map { (id, $0.text, $0.language) }
      })
    return material.accountIDs.flatMap { account in
      [copying(by: account, shingles, besides: attributed[account] ?? [])].compactMap { $0 }
        + undated(account, shingles, attributed)
    }
  }

  private func copying(
    by account: String, _ shingles: ShingleIndex, besides attributed: Set<String>
  ) -> Finding? {
    let count = shingles.count(of: account)
    let shared = shingles.shared(by: account) { earliest(of: $0, before: account) }
    let sources = shared.filter { source, shared in
      !attributed.contains(source) && Double(shared) >= Self.leastShare * Double(count)
    }.keys.sorted()
    guard !sources.isEmpty else { return nil }
    let share = Double(sources.compactMap { shared[$0] }.reduce(0, +)) / Double(max(count, 1))
    return Finding(
      kind: .dependence, type: "copy", accounts: [account], points: [],
      summary: messages(
        "dependence.copy",
        [
          "account": account, "sources": messages.list(sources),
          "share": String(Int((share * 100).rounded())),
        ]),
      evidence: sources.compactMap { source in
        shingles.firstShared(by: account, with: source).flatMap {
          material.evidence(in: account, at: [$0])
        }
      },
      salience: weighing.salience(
        weighing.sort(.dependence, "copy"), [.extent: weighing.weights.share * share]),
      sources: sources)
  }

  /// Accounts that share passages while their dates do not tell which of them was first.
  private func undated(
    _ account: String, _ shingles: ShingleIndex, _ attributed: [String: Set<String>]
  ) -> [Finding] {
    guard let own = material.account(account) else { return [] }
    let family = material.voices.family(of: account)
    let shared = shingles.shared(by: account) { holders in
      holders.filter { id in
        guard let other = material.account(id), account < id, !family.contains(id) else {
          return false
        }
        return !own.isEarlier(than: other) && !other.isEarlier(than: own)
      }.min()
    }
    return shared.sorted { $0.key < $1.key }.compactMap { other, shared in
      let count = min(shingles.count(of: account), shingles.count(of: other))
      let isCited =
        attributed[account]?.contains(other) ?? false
        || attributed[other]?.contains(account) ?? false
      guard !isCited, Double(shared) >= Self.leastShare * Double(count) else { return nil }
      let evidence = [(account, other), (other, account)].compactMap { one, two in
        shingles.firstShared(by: one, with: two).flatMap { material.evidence(in: one, at: [$0]) }
      }
      return Finding(
        kind: .dependence, type: "copy", accounts: [account, other].sorted(), points: [],
        summary: messages(
          "dependence.copy.undated", ["accounts": messages.list([account, other].sorted())]),
        evidence: evidence, salience: weighing.salience(weighing.sort(.dependence, "copy")))
    }
  }

  /// The earliest of some accounts of other voices that were published before an account.
  private func earliest(of holders: [String], before account: String) -> String? {
    guard let own = material.account(account) else { return nil }
    let family = material.voices.family(of: account)
    let earlier = holders.filter { !family.contains($0) }.compactMap(material.account)
      .filter { $0.isEarlier(than: own) }.sorted { $0.id < $1.id }
    return earlier.first { one in !earlier.contains { $0.isEarlier(than: one) } }?.id
  }
}
