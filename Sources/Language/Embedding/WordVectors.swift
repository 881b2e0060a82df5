import CVectorKernels

/// Words of a text, each with the direction that its meaning has in its place: the middle of the vectors of its
/// tokens, without what all words have in common.
///
/// Each component is kept in 8 bits, so that a word takes 384 bytes; a cosine is exact to about 0.01.
public struct WordVectors: Sendable {
  /// The number of words.
  public let count: Int
  /// The directions, one after the other.
  private let components: [Int8]

  /// What a direction of length 1 is scaled by: the largest number of 8 bits.
  private static let scale: Float = 127

  /// The words of a text.
  ///
  /// - Parameters:
  ///   - words: where the words stand in the text, in Unicode scalars.
  ///   - places: where its tokens stand.
  ///   - tokens: the vectors of its tokens; where the text was cut, those behind are missing.
  ///   - centre: what all words have in common.
  /// - Complexity: linear in the number of words and tokens, where both are in order.
  public init(
    _ words: [Range<Int>], places: [Range<Int>], tokens: TokenVectors, centre: Embedding
  ) {
    count = words.count
    var components: [Int8] = []
    components.reserveCapacity(words.count * Embedding.width)
    let known = places.prefix(tokens.count)
    var start = 0
    for word in words {
      while start < known.count, known[start].upperBound <= word.lowerBound { start += 1 }
      var end = start
      while end < known.count, known[end].lowerBound < word.upperBound { end += 1 }
      components += Self.direction((start..<end).map(tokens.vector(at:)), from: centre)
    }
    self.components = components
  }

  private init(count: Int, components: [Int8]) {
    (self.count, self.components) = (count, components)
  }

  /// No words.
  public static let none = WordVectors(count: 0, components: [])

  private static func direction(_ vectors: [Embedding], from centre: Embedding) -> [Int8] {
    guard !vectors.isEmpty else { return [Int8](repeating: 0, count: Embedding.width) }
    return Embedding.mean(vectors).subtracting(centre).normalized.values.map {
      Int8(($0 * scale).rounded())
    }
  }

  /// Some of the words, by their indices.
  public func selecting(_ indices: [Int]) -> WordVectors {
    WordVectors(
      count: indices.count,
      components: indices.flatMap {
        components[$0 * Embedding.width..<($0 + 1) * Embedding.width]
      })
  }

  /// For each word of two texts, the cosine of the word of the other that is nearest to it; -1 where there is none.
  ///
  /// - Complexity: the product of the numbers of words.
  public func greatestCosines(with other: WordVectors) -> (own: [Float], other: [Float]) {
    var greatest = [Int32](repeating: .min, count: count)
    var greatestOfOther = [Int32](repeating: .min, count: other.count)
    cvk_greatest_products(
      components, count, other.components, other.count, Embedding.width, &greatest,
      &greatestOfOther)
    let cosine = { (product: Int32) in max(-1, Float(product) / (Self.scale * Self.scale)) }
    return (greatest.map(cosine), greatestOfOther.map(cosine))
  }
}
