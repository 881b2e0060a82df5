/// Finds findings again that go by another id, because the words they rest on have changed.
///
/// An id comes from the words of the evidence. Where they change, the finding that takes the place of another
/// is the one of the same kind and type whose evidence is most like it.
struct FindingMatcher {
  /// A finding and its id.
  typealias Entry = (id: String, subject: FindingSummary)

  /// Evidence less alike than this is that of another finding.
  private static let minimumLikeness = 0.5

  /// For each earlier finding that has a successor, the successor's id. Each is the successor of one at most;
  /// the most alike come first, of equals by their ids.
  ///
  /// - Complexity: the number of pairs that are of one kind and type and share an account, times their words.
  static func successors(of earlier: [Entry], among current: [Entry]) -> [String: String] {
    let bySort = Dictionary(grouping: current, by: \.subject.sort)
    var pairs: [(likeness: Double, earlier: String, current: String)] = []
    for old in earlier {
      let accounts = Set(old.subject.quotes.map(\.account))
      for new in bySort[old.subject.sort] ?? []
      where new.subject.quotes.contains(where: { accounts.contains($0.account) }) {
        let likeness = likeness(old.subject.quotes, new.subject.quotes)
        if likeness >= minimumLikeness { pairs.append((likeness, old.id, new.id)) }
      }
    }
    pairs.sort { ($1.likeness, $0.earlier, $0.current) < ($0.likeness, $1.earlier, $1.current) }
    var found: [String: String] = [:]
    var taken: Set<String> = []
    for pair in pairs where found[pair.earlier] == nil && !taken.contains(pair.current) {
      found[pair.earlier] = pair.current
      taken.insert(pair.current)
    }
    return found
  }

  /// How alike two lists of quotes are, from 0 to 1: each quote counts as much as the one of the same
  /// account that is most like it.
  private static func likeness(_ first: [Quote], _ second: [Quote]) -> Double {
    guard !first.isEmpty, !second.isEmpty else { return 0 }
    let total = best(of: first, in: second) + best(of: second, in: first)
    return total / Double(first.count + second.count)
  }

  private static func best(of quotes: [Quote], in others: [Quote]) -> Double {
    let exact = Set(others)
    let byAccount = Dictionary(grouping: others, by: \.account)
    return quotes.reduce(0) { sum, quote in
      if exact.contains(quote) { return sum + 1 }
      let words = words(of: quote)
      let best = (byAccount[quote.account] ?? []).map { dice(words, self.words(of: $0)) }.max() ?? 0
      // Words of which not even half are the same are other words.
      return sum + (best >= 0.5 ? best : 0)
    }
  }

  /// The share of words that two quotes have in common (Dice, 1945).
  private static func dice(_ first: Set<String>, _ second: Set<String>) -> Double {
    let count = first.count + second.count
    return count == 0 ? 0 : 2 * Double(first.intersection(second).count) / Double(count)
  }

  private static func words(of quote: Quote) -> Set<String> {
    Set(WordTokens.words(in: quote.text.lowercased()).filter { $0 != " " })
  }
}
