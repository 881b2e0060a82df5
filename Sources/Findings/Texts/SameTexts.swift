import Ingestion
import Source

/// Finds accounts that carry one text: a release on two sites, a page that was saved twice.
///
/// Two texts are one where most of their runs of eight words are the same (resemblance as in Broder, "On the
/// resemblance and containment of documents", 1997). An account that only takes paragraphs over from another
/// has too much beside them.
struct SameTexts: Sendable {
  /// Two accounts of one text, in the order of their ids.
  struct Pair: Sendable, Hashable {
    let one: String
    let other: String
  }

  /// The accounts that carry one text, two by two.
  let pairs: [Pair]

  /// The share of the runs of both that must be common.
  private static let resemblance = 0.7
  /// Of shorter texts, a passage taken over word for word is told of as that.
  private static let shortest = 30

  /// Compares some accounts with each other.
  ///
  /// - Complexity: linear in the number of words, and in the number of pairs that have a run in common.
  init(of accounts: [Account]) {
    let index = ShingleIndex(accounts.map { ($0.id, $0.text, $0.language) })
    var pairs: [Pair] = []
    for account in accounts.map(\.id).sorted() {
      let own = index.count(of: account)
      guard own >= Self.shortest else { continue }
      for (other, shared) in index.shared(by: account) where account < other {
        let all = own + index.count(of: other) - shared
        if Double(shared) >= Self.resemblance * Double(all) {
          pairs.append(Pair(one: account, other: other))
        }
      }
    }
    self.pairs = pairs.sorted { ($0.one, $0.other) < ($1.one, $1.other) }
  }
}
