/// A package's table of word vectors, and which words have which row.
struct VectorTable: Sendable {
  let rows: Tensor
  private let places: HashIndex

  /// Reads `vectors` (NumPy's format) and `key2row` of a package's folder `vocab`.
  ///
  /// - Throws: ``PipelinePackageError``; a table of subword vectors (floret) is not supported.
  init(folder: String, configuration: PipelineConfiguration) throws {
    let settings = try MappedFile(inPackage: folder + "/vectors.cfg")
    let text = settings.text(0..<settings.bytes.count)
    guard !text.contains("floret") else { throw configuration.unsupported("floret vectors") }
    self.rows = try NumPyFile.tensor(path: folder + "/vectors")
    guard rows.shape.count == 2 else {
      throw PipelinePackageError.malformed(
        file: folder + "/vectors", reason: "the vectors have shape \(rows.shape)")
    }
    let document = try MessagePackDocument(path: folder + "/key2row")
    var places = HashIndex(capacity: document.root.entries?.count ?? 0)
    for entry in document.root.entries ?? [] {
      guard let word = entry.key.hash, let row = entry.value.count,
        (0..<rows.shape[0]).contains(row)
      else { throw document.malformed("a word has no row") }
      places[word] = Int32(row)
    }
    self.places = places
  }

  /// The row of a word, nil where it has none.
  func row(_ word: UInt64) -> Int? {
    let place = places[word]
    return place < 0 ? nil : Int(place)
  }
}

/// Word vectors brought to the width of a network.
struct StaticVectors: Sendable {
  private let table: VectorTable
  private let projection: AffineLayer

  /// Takes the weights of the layer `static_vectors`.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ network: NetworkWeights, table: VectorTable, width: Int) throws {
    guard let layer = network.indices(named: "static_vectors").first else {
      throw network.document.malformed("there is no layer static_vectors")
    }
    let weights = try network.parameter("W", of: layer, dimensions: 2)
    guard weights.shape == [width, table.rows.shape[1]] else {
      throw network.document.malformed("layer \(layer) does not fit the vectors")
    }
    self.table = table
    self.projection = AffineLayer(
      weights: weights.floats, bias: Array(repeating: 0, count: width), outputs: width,
      depth: weights.shape[1])
  }

  /// Writes the vector of a word, zeros where it has none.
  func embed(_ word: UInt64, into output: UnsafeMutablePointer<Float>) {
    guard let row = table.row(word) else {
      output.update(repeating: 0, count: projection.outputs)
      return
    }
    let depth = projection.depth
    table.rows.floats(row * depth..<(row + 1) * depth).withUnsafeBufferPointer { vector in
      guard let start = vector.baseAddress else { return }
      projection.apply(
        start, inputStride: depth, rows: 1, output: output, outputStride: projection.outputs)
    }
  }
}
