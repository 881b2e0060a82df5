import CVectorKernels
import SeededRandomness
import Testing

@testable import Language

@Suite("matrix products are right for every shape")
struct KernelTests {
  @Test(
    "a layer gives the sums and maxima that a plain loop gives",
    arguments: [1, 2, 3, 7, 8, 9, 20], [(5, 1), (50, 1), (96, 3), (33, 3), (20, 2), (16, 4)])
  func shapes(_ rows: Int, _ shape: (outputs: Int, pieces: Int)) {
    let depth = 37
    let stride = 12
    var generator = SeededGenerator(seed: 3)
    func numbers(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    }
    let columns = shape.outputs * shape.pieces
    let weights = numbers(columns * depth)
    let bias = numbers(columns)
    let input = numbers(rows * stride + depth)
    let layer = AffineLayer(
      weights: weights, bias: bias, outputs: shape.outputs, pieces: shape.pieces, depth: depth)
    let output = FloatBuffer(count: rows * shape.outputs + 1)
    output.start[rows * shape.outputs] = 7
    layer.apply(
      input, inputStride: stride, rows: rows, output: output.start, outputStride: shape.outputs)
    for row in 0..<rows {
      for column in 0..<shape.outputs {
        let pieces = (0..<shape.pieces).map { piece in
          let place = column * shape.pieces + piece
          return (0..<depth).reduce(bias[place]) {
            $0 + input[row * stride + $1] * weights[place * depth + $1]
          }
        }
        let expected = pieces.max() ?? 0
        #expect(abs(output.start[row * shape.outputs + column] - expected) < 1e-4)
      }
    }
    #expect(output.start[rows * shape.outputs] == 7, "nothing is written past the end")
  }

  @Test("a row's result does not depend on the rows beside it")
  func rows() {
    var generator = SeededGenerator(seed: 4)
    func numbers(_ count: Int) -> [Float] {
      (0..<count).map { _ in Float.random(in: -1...1, using: &generator) }
    }
    let layer = AffineLayer(
      weights: numbers(96 * 3 * 96), bias: numbers(96 * 3), outputs: 96, pieces: 3, depth: 96)
    let input = numbers(20 * 96)
    let together = FloatBuffer(count: 20 * 96)
    let alone = FloatBuffer(count: 20 * 96)
    layer.apply(input, inputStride: 96, rows: 20, output: together.start, outputStride: 96)
    input.withUnsafeBufferPointer { input in
      guard let start = input.baseAddress else { return }
      for row in 0..<20 {
        layer.apply(
          start + row * 96, inputStride: 96, rows: 1, output: alone.start + row * 96,
          outputStride: 96)
      }
    }
    #expect((0..<20 * 96).allSatisfy { together.start[$0] == alone.start[$0] })
  }
}
