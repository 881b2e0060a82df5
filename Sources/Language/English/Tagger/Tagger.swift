import Foundation

/// Gives each token a fine-grained tag.
struct Tagger: Sendable {
  /// The tags, by the numbers that ``tag(_:count:into:)`` gives.
  let labels: [String]
  private let softmax: AffineLayer

  /// Reads a tagger's folder.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(folder: String) throws {
    let network = try NetworkWeights(path: folder + "/model")
    guard let layer = network.indices(named: "softmax").first else {
      throw network.document.malformed("there is no layer softmax")
    }
    self.softmax = try AffineLayer(network, layer: layer)
    self.labels = try Self.labels(path: folder + "/cfg")
    guard labels.count == softmax.outputs else {
      throw network.document.malformed("\(softmax.outputs) outputs for \(labels.count) tags")
    }
  }

  private static func labels(path: String) throws -> [String] {
    let file = try MappedFile(inPackage: path)
    let json = try? JSONSerialization.jsonObject(with: Data(file.bytes)) as? [String: Any]
    guard let labels = json?["labels"] as? [String] else {
      throw PipelinePackageError.malformed(file: path, reason: "there is no list of labels")
    }
    return labels
  }

  /// The width of the token vectors that the tagger reads.
  var inputs: Int { softmax.depth }

  /// The best tag of each token, from the tokens' vectors.
  func tags(
    _ tokens: UnsafePointer<Float>, count: Int, scratch: inout FloatBuffer
  ) -> [Int32] {
    let outputs = softmax.outputs
    scratch = FloatBuffer.reusing(scratch, count: count * outputs)
    softmax.apply(
      tokens, inputStride: softmax.depth, rows: count, output: scratch.start, outputStride: outputs)
    return (0..<count).map { Self.greatest(scratch.start + $0 * outputs, outputs) }
  }

  private static func greatest(_ scores: UnsafePointer<Float>, _ count: Int) -> Int32 {
    var best = 0
    for index in 1..<count where scores[index] > scores[best] { best = index }
    return Int32(best)
  }
}
