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

  /// For each token the greatest scalar product with a token of another text, the cosine where all have
  /// length 1; 0 where the other text has none.
  ///
  /// - Complexity: the product of the numbers of tokens.
  public func greatestProducts(with other: TokenVectors) -> [Float] {
    guard other.count > 0 else { return [Float](repeating: 0, count: count) }
    return values.withUnsafeBytes { own in
      other.values.withUnsafeBytes { others in
        (0..<count).map { index in
          (0..<other.count).reduce(-Float.infinity) { greatest, place in
            max(greatest, Self.product(own, row: index, others, row: place))
          }
        }
      }
    }
  }

  private static let rowSize = Embedding.width * MemoryLayout<Float>.size

  @inline(__always)
  private static func product(
    _ one: UnsafeRawBufferPointer, row: Int, _ other: UnsafeRawBufferPointer, row place: Int
  ) -> Float {
    let (start, otherStart) = (row * rowSize, place * rowSize)
    var sums = (SIMD16<Float>(), SIMD16<Float>())
    let step = MemoryLayout<SIMD16<Float>>.size
    for offset in stride(from: 0, to: rowSize, by: 2 * step) {
      sums.0 += lanes(one, start + offset) * lanes(other, otherStart + offset)
      sums.1 += lanes(one, start + offset + step) * lanes(other, otherStart + offset + step)
    }
    return (sums.0 + sums.1).sum()
  }

  @inline(__always)
  private static func lanes(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> SIMD16<Float> {
    bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
  }
}
