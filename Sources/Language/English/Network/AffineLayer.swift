import CVectorKernels

/// A matrix product with a bias, and where it has several pieces the greatest of them (maxout).
struct AffineLayer: Sendable {
  private static let lanes = Int(CVK_LANES)
  private static let vectors = Int(CVK_VECTORS)

  /// The numbers that one row of input has.
  let depth: Int
  /// The numbers that one row of output has.
  let outputs: Int
  private let pieces: Int
  private let panels: FloatBuffer
  private let bias: FloatBuffer
  private let panelCount: Int

  /// Packs weights of shape (outputs, pieces, depth) for the kernel.
  init(weights: [Float], bias: [Float], outputs: Int, pieces: Int = 1, depth: Int) {
    precondition(weights.count == outputs * pieces * depth && bias.count == outputs * pieces)
    self.depth = depth
    self.outputs = outputs
    self.pieces = pieces
    let isFused = pieces == Self.vectors
    let columns = isFused ? outputs : outputs * pieces
    let perPanel = isFused ? Self.lanes : Self.lanes * Self.vectors
    let count = (columns + perPanel - 1) / perPanel
    let panels = FloatBuffer(count: count * depth * Self.lanes * Self.vectors)
    let packedBias = FloatBuffer(count: count * Self.lanes * Self.vectors)
    for output in 0..<outputs {
      for piece in 0..<pieces {
        // Fused pieces lie side by side in a panel; others one after the other, all outputs each.
        let column = isFused ? output : piece * outputs + output
        let vector = isFused ? piece : column % perPanel / Self.lanes
        let panel = column / perPanel
        let lane = column % Self.lanes
        let row = output * pieces + piece
        packedBias.start[(panel * Self.vectors + vector) * Self.lanes + lane] = bias[row]
        for k in 0..<depth {
          let place = ((panel * depth + k) * Self.vectors + vector) * Self.lanes + lane
          panels.start[place] = weights[row * depth + k]
        }
      }
    }
    self.panels = panels
    self.bias = packedBias
    self.panelCount = count
  }

  /// Computes rows of output from rows of input.
  ///
  /// - Parameters:
  ///   - input: `depth` numbers a row, each row `inputStride` after the one before.
  ///   - output: ``outputs`` numbers a row, each row `outputStride` after the one before.
  func apply(
    _ input: UnsafePointer<Float>, inputStride: Int, rows: Int,
    output: UnsafeMutablePointer<Float>, outputStride: Int
  ) {
    if pieces == 1 || pieces == Self.vectors {
      cvk_affine(
        input, inputStride, rows, depth, panels.start, bias.start, panelCount, pieces == 1 ? 0 : 1,
        output, outputStride, outputs)
      return
    }
    let columns = outputs * pieces
    let scratch = FloatBuffer(count: rows * columns)
    cvk_affine(
      input, inputStride, rows, depth, panels.start, bias.start, panelCount, 0,
      scratch.start, columns, columns)
    for row in 0..<rows {
      for place in 0..<outputs {
        var best = scratch.start[row * columns + place]
        for piece in 1..<pieces {
          best = max(best, scratch.start[row * columns + piece * outputs + place])
        }
        output[row * outputStride + place] = best
      }
    }
  }
}
