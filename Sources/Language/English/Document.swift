/// An English text with its tokens, sentences and entities.
public struct Document: Sendable {
  /// The text's Unicode scalars, which ranges count.
  public let scalars: [Unicode.Scalar]
  /// The tokens in order; with the spaces behind them they are the whole text.
  public let tokens: [Token]
  /// The sentences, by token index; together they are all tokens.
  public let sentences: [Range<Int>]

  /// The words that stand in a range of Unicode scalars.
  ///
  /// - Complexity: linear in the length of the range.
  public func text(_ range: Range<Int>) -> String {
    String(scalars[range.clamped(to: 0..<scalars.count)])
  }

  /// A token as it stands in the text.
  public func text(_ token: Token) -> String { text(token.range) }

  /// The entities in order: token indices and type.
  public var entities: [(tokens: Range<Int>, type: String)] {
    var result: [(tokens: Range<Int>, type: String)] = []
    for (index, token) in tokens.enumerated() where !token.entityType.isEmpty {
      if !token.beginsEntity, let last = result.last, last.tokens.upperBound == index {
        result[result.count - 1].tokens = last.tokens.lowerBound..<index + 1
      } else {
        result.append((index..<index + 1, token.entityType))
      }
    }
    return result
  }
}
