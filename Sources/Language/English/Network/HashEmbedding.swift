/// A property of words that can be embedded.
enum WordAttribute: String, Sendable {
  case word = "ORTH"
  case lowercase = "LOWER"
  case norm = "NORM"
  case prefix = "PREFIX"
  case suffix = "SUFFIX"
  case shape = "SHAPE"
  case hasSpace = "SPACY"
  case isSpace = "IS_SPACE"
}

/// A table of vectors in which a word's vector is the sum of four rows, found by hashes.
struct HashEmbedding: Sendable {
  let attribute: WordAttribute
  private let seed: UInt32
  private let table: Tensor
  private let rows: UInt32
  private let width: Int

  /// Takes the table of a layer `hashembed`.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ network: NetworkWeights, layer: Int, attribute: WordAttribute, width: Int) throws {
    let table = try network.parameter("E", of: layer, dimensions: 2)
    guard let seed = try network.attribute("seed", of: layer)?.count.flatMap(UInt32.init(exactly:)),
      let rows = UInt32(exactly: table.shape[0]), rows > 0, table.shape[1] == width
    else { throw network.document.malformed("layer \(layer) is no embedding of width \(width)") }
    self.attribute = attribute
    self.seed = seed
    self.table = table
    self.rows = rows
    self.width = width
  }

  /// Writes the vector of an identifier.
  func embed(_ identifier: UInt64, into output: UnsafeMutablePointer<Float>) {
    let hashes = EmbeddingHash.hash(identifier, seed: seed)
    guard let base = table.address else { return }
    let rowSize = width * MemoryLayout<Float>.size
    let first = base + Int(hashes.0 % rows) * rowSize
    let second = base + Int(hashes.1 % rows) * rowSize
    let third = base + Int(hashes.2 % rows) * rowSize
    let fourth = base + Int(hashes.3 % rows) * rowSize
    for index in 0..<width {
      let place = index * MemoryLayout<Float>.size
      output[index] =
        first.loadUnaligned(fromByteOffset: place, as: Float.self)
        + second.loadUnaligned(fromByteOffset: place, as: Float.self)
        + third.loadUnaligned(fromByteOffset: place, as: Float.self)
        + fourth.loadUnaligned(fromByteOffset: place, as: Float.self)
    }
  }
}
