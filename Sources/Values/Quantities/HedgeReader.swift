/// Reads the words around a value that say how exact it is: "about", "or more".
struct HedgeReader {
  let lexicon: Lexicon
  let tokens: [Token]
  let scalars: [Unicode.Scalar]

  /// What the words before and after a value say of its exactness, and which words they are.
  func hedge(around match: Match, isLength: Bool) -> (hedge: Hedge, tokens: Range<Int>)? {
    if let category = lexicon.categories["hedge"] {
      for length in 1...5 where match.first - length >= 0 {
        let start = match.first - length
        if let found = lexicon.entry(of: category, at: start, tokens, scalars),
          found.end == match.first, let hedge = hedge(found.entry),
          !isLength || !meansThrough(start..<match.first), !isParticle(start..<match.first)
        {
          return (hedge, start..<match.first)
        }
      }
    }
    guard let category = lexicon.categories["hedge-after"], match.limit < tokens.count,
      let after = lexicon.entry(of: category, at: match.limit, tokens, scalars)
    else { return nil }
    return hedge(after.entry).map { ($0, match.limit..<after.end) }
  }

  /// "A rise over two years": how long it takes, and not that it takes longer.
  private func meansThrough(_ words: Range<Int>) -> Bool {
    isOver(words) && !follows("before-span", words)
  }

  /// "Handed over 198 prisoners": no more than these.
  private func isParticle(_ words: Range<Int>) -> Bool {
    isOver(words) && follows("over-verb", words)
  }

  private func isOver(_ words: Range<Int>) -> Bool {
    guard let over = lexicon.categories["through"] else { return false }
    return lexicon.entry(of: over, at: words.lowerBound, tokens, scalars)?.end
      == words.upperBound
  }

  /// Whether a word of a category stands right before others.
  private func follows(_ category: String, _ words: Range<Int>) -> Bool {
    guard let category = lexicon.categories[category], words.lowerBound > 0 else {
      return false
    }
    return lexicon.entry(of: category, at: words.lowerBound - 1, tokens, scalars) != nil
  }

  private func hedge(_ entry: Lexicon.Entry) -> Hedge? {
    entry.key < 0 ? nil : Hedge(rawValue: lexicon.keys[Int(entry.key)])
  }
}

extension Value.Quantity {
  /// Opens the interval as far as a hedge allows: "about" to a tenth on both sides.
  mutating func widen(by hedge: Hedge) {
    switch hedge {
    case .exact: break
    case .approximately:
      lower = value - abs(value) / 10
      upper = value + abs(value) / 10
    case .atLeast, .moreThan: upper = .infinity
    case .atMost, .lessThan: lower = -.infinity
    }
  }
}
