/// A maxout layer followed by layer normalisation.
struct MaxoutLayer: Sendable {
  private let affine: AffineLayer
  private let gain: FloatBuffer
  private let offset: FloatBuffer

  /// The numbers that one row of input has.
  var depth: Int { affine.depth }
  /// The numbers that one row of output has.
  var width: Int { affine.outputs }

  /// Takes the weights of a layer `maxout` and the layer `layernorm` behind it.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ network: NetworkWeights, maxout: Int, normalization: Int) throws {
    let weights = try network.parameter("W", of: maxout, dimensions: 3)
    let bias = try network.parameter("b", of: maxout, dimensions: 2)
    let gain = try network.parameter("G", of: normalization, dimensions: 1)
    let offset = try network.parameter("b", of: normalization, dimensions: 1)
    let (outputs, pieces, depth) = (weights.shape[0], weights.shape[1], weights.shape[2])
    guard bias.shape == [outputs, pieces], gain.count == outputs, offset.count == outputs,
      outputs > 0, pieces > 0, depth > 0
    else { throw network.document.malformed("layer \(maxout) and its bias differ in size") }
    self.affine = AffineLayer(
      weights: weights.floats, bias: bias.floats, outputs: outputs, pieces: pieces, depth: depth)
    self.gain = FloatBuffer(gain.floats)
    self.offset = FloatBuffer(offset.floats)
  }

  /// Computes rows of output, ``width`` numbers each, one after the other.
  func apply(
    _ input: UnsafePointer<Float>, inputStride: Int, rows: Int, output: UnsafeMutablePointer<Float>
  ) {
    affine.apply(input, inputStride: inputStride, rows: rows, output: output, outputStride: width)
    for row in 0..<rows { normalize(output + row * width) }
  }

  /// Brings a row to mean 0 and variance 1, then to the learned gain and offset.
  private func normalize(_ row: UnsafeMutablePointer<Float>) {
    let count = width
    var sum = SIMD8<Float>()
    forEachVector(row, count) { _, values in sum += values }
    let mean = sum.sum() / Float(count)
    var squares = SIMD8<Float>()
    var index = 0
    while index + 8 <= count {
      let distance = load(row + index) - mean
      squares += distance * distance
      index += 8
    }
    var variance = squares.sum()
    while index < count {
      variance += (row[index] - mean) * (row[index] - mean)
      index += 1
    }
    let scale = 1 / (variance / Float(count) + 1e-8).squareRoot()
    index = 0
    while index + 8 <= count {
      let value = (load(row + index) - mean) * scale
      store(value * load(gain.start + index) + load(offset.start + index), row + index)
      index += 8
    }
    while index < count {
      row[index] = (row[index] - mean) * scale * gain.start[index] + offset.start[index]
      index += 1
    }
  }

  private func forEachVector(
    _ row: UnsafePointer<Float>, _ count: Int, _ body: (Int, SIMD8<Float>) -> Void
  ) {
    var index = 0
    while index + 8 <= count {
      body(index, load(row + index))
      index += 8
    }
    guard index < count else { return }
    var rest = SIMD8<Float>()
    for lane in 0..<(count - index) { rest[lane] = row[index + lane] }
    body(index, rest)
  }

  private func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  private func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
