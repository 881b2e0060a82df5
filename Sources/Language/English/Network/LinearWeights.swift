extension AffineLayer {
  /// Takes the weights of a layer `linear` or `softmax`: W of shape (outputs, depth) and b.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ network: NetworkWeights, layer: Int) throws {
    let weights = try network.parameter("W", of: layer, dimensions: 2)
    let bias = try network.parameter("b", of: layer, dimensions: 1)
    guard bias.count == weights.shape[0], weights.count > 0 else {
      throw network.document.malformed("layer \(layer) and its bias differ in size")
    }
    self.init(
      weights: weights.floats, bias: bias.floats, outputs: weights.shape[0],
      depth: weights.shape[1])
  }
}
