import CVectorKernels

/// A text as the encoder reads it: its meaning as a whole, and that of each of its tokens.
public struct EncodedText: Sendable {
  /// The vector of the text, of length 1.
  public let embedding: Embedding
  /// The vectors of its tokens; none where they were not asked for.
  public let tokens: TokenVectors
}

/// The tokens of a text, each with the vector that it has in its place: the same word has another vector
/// in another sentence, and words of one meaning have vectors that are alike.
public struct TokenVectors: Sendable {
  /// The ids of the tokens in the vocabulary, in order.
  public let pieces: [Int32]
  /// How rare each token is in the language: the negative logarithm of its probability.
  public let costs: [Double]
  /// The vectors, one after the other, each of `Embedding.width` numbers.
  private let values: [Float]

  /// - Precondition: there are as many costs as pieces, and `Embedding.width` values for each.
  init(pieces: [Int32], costs: [Double], values: [Float]) {
    precondition(pieces.count == costs.count)
    precondition(values.count == pieces.count * Embedding.width)
    self.pieces = pieces
    self.costs = costs
    self.values = values
  }

  /// No tokens.
  public static let none = TokenVectors(pieces: [], costs: [], values: [])

  /// The number of tokens.
  public var count: Int { pieces.count }

  /// The vector of a token.
  public func vector(at index: Int) -> Embedding {
    Embedding(values[index * Embedding.width..<(index + 1) * Embedding.width])
  }

  /// The middle of the vectors; the origin where there are none.
  public var mean: Embedding { Embedding.mean(pieces.indices.map(vector(at:))) }

  /// The vectors less one that they have in common, each then of length 1.
  ///
  /// - Complexity: linear in the number of tokens.
  public func directions(from centre: Embedding) -> TokenVectors {
    var values = values
    for start in stride(from: 0, to: values.count, by: Embedding.width) {
      var square: Float = 0
      for index in 0..<Embedding.width {
        values[start + index] -= centre.values[index]
        square += values[start + index] * values[start + index]
      }
      let scale = square > 0 ? 1 / square.squareRoot() : 0
      for index in start..<start + Embedding.width { values[index] *= scale }
    }
    return TokenVectors(pieces: pieces, costs: costs, values: values)
  }

  /// Some of the tokens, by their indices.
  public func selecting(_ indices: [Int]) -> TokenVectors {
    TokenVectors(
      pieces: indices.map { pieces[$0] }, costs: indices.map { costs[$0] },
      values: indices.flatMap { values[$0 * Embedding.width..<($0 + 1) * Embedding.width] })
  }

  /// For each token of two texts the greatest scalar product with a token of the other, the cosine where all have
  /// length 1; 0 where the other text has none.
  ///
  /// - Complexity: the product of the numbers of tokens.
  public func greatestProducts(with other: TokenVectors) -> (own: [Float], other: [Float]) {
    var greatest = [Float](repeating: 0, count: count)
    var greatestOfOther = [Float](repeating: 0, count: other.count)
    guard count > 0, other.count > 0 else { return (greatest, greatestOfOther) }
    cvk_greatest_float_products(
      values, count, other.values, other.count, Embedding.width, &greatest, &greatestOfOther)
    return (greatest, greatestOfOther)
  }
}
