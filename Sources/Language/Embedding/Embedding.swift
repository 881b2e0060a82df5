/// The meaning of a text as a vector of 384 numbers: the nearer two texts, the greater the cosine.
public struct Embedding: Sendable, Hashable {
  /// The number of components.
  public static let width = 384

  /// The components; those of an encoder's answer have length 1.
  public let values: [Float]

  /// Makes an embedding of as many components as `width` says; what is missing is 0, more is left out.
  public init(_ values: some Sequence<Float>) {
    var all = Array(values.prefix(Self.width))
    all += repeatElement(0, count: Self.width - all.count)
    self.values = all
  }

  /// The origin.
  public static let zero = Embedding([])

  /// The scalar product. The sum is always taken in the same order.
  public func dot(_ other: Embedding) -> Float {
    values.withUnsafeBytes { first in
      other.values.withUnsafeBytes { second in
        var sums = (SIMD16<Float>(), SIMD16<Float>())
        let stride = 2 * MemoryLayout<SIMD16<Float>>.size
        for offset in Swift.stride(from: 0, to: first.count, by: stride) {
          sums.0 += Self.lanes(first, offset) * Self.lanes(second, offset)
          sums.1 += Self.lanes(first, offset + stride / 2) * Self.lanes(second, offset + stride / 2)
        }
        return (sums.0 + sums.1).sum()
      }
    }
  }

  @inline(__always)
  private static func lanes(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> SIMD16<Float> {
    bytes.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
  }

  /// The length of the vector.
  public var norm: Float { dot(self).squareRoot() }

  /// The cosine of the angle between two embeddings, from -1 to 1; 0 where one has no direction.
  public func cosine(_ other: Embedding) -> Float {
    let norms = norm * other.norm
    return norms > 0 ? max(-1, min(1, dot(other) / norms)) : 0
  }

  /// This embedding less a share of another: what sets a text apart from what it has in common with
  /// others.
  public func subtracting(_ other: Embedding, scaledBy scale: Float = 1) -> Embedding {
    Embedding(zip(values, other.values).map { $0 - scale * $1 })
  }

  /// The same direction with length 1; the origin stays where it is.
  public var normalized: Embedding {
    let norm = norm
    return norm > 0 ? Embedding(values.map { $0 / norm }) : self
  }

  /// The middle of some embeddings; the origin where there are none.
  public static func mean(_ embeddings: some Collection<Embedding>) -> Embedding {
    guard !embeddings.isEmpty else { return .zero }
    var sums = [Float](repeating: 0, count: width)
    for embedding in embeddings {
      for index in 0..<width { sums[index] += embedding.values[index] }
    }
    let count = Float(embeddings.count)
    return Embedding(sums.map { $0 / count })
  }
}
