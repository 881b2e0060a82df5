/// An array of single-precision numbers in a mapped file, in C order, at any alignment.
struct Tensor: Sendable {
  let shape: [Int]
  private let file: MappedFile
  private let offset: Int

  /// The number of elements.
  let count: Int

  /// Takes the numbers at an offset of a file.
  ///
  /// - Throws: ``PipelinePackageError/malformed(file:reason:)`` unless all of them lie inside.
  init(file: MappedFile, offset: Int, byteCount: Int, shape: [Int]) throws {
    var count = 1
    for extent in shape {
      let (product, overflow) = count.multipliedReportingOverflow(by: extent)
      guard extent >= 0, !overflow else {
        throw PipelinePackageError.malformed(file: file.path, reason: "an array has no size")
      }
      count = product
    }
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Float>.size)
    guard !overflow, size == byteCount, offset >= 0, byteCount <= file.bytes.count - offset else {
      throw PipelinePackageError.malformed(
        file: file.path, reason: "an array of shape \(shape) has \(byteCount) bytes")
    }
    self.file = file
    self.offset = offset
    self.shape = shape
    self.count = count
  }

  /// Reads msgpack-numpy's form: a map with `nd`, `type`, `shape` and `data`.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(_ value: MessagePackValue, in document: MessagePackDocument) throws {
    let type = document.text(try document.require("type", in: value)) ?? ""
    guard type == "<f4" || type == "f4" else {
      throw PipelinePackageError.unsupported(
        file: document.file.path, feature: "numbers of type \(type)")
    }
    let shape = try document.require("shape", in: value).elements?.compactMap(\.count) ?? []
    guard let data = try document.require("data", in: value).range else {
      throw document.malformed("an array has no data")
    }
    try self.init(
      file: document.file, offset: data.lowerBound, byteCount: data.count, shape: shape)
  }

  /// The elements from `start` on, copied.
  func floats(_ range: Range<Int>) -> [Float] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return Array(unsafeUninitializedCapacity: range.count) { buffer, initialized in
      let size = MemoryLayout<Float>.size
      let start = offset + range.lowerBound * size
      let source = UnsafeRawBufferPointer(
        rebasing: file.bytes[start..<start + range.count * size])
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      initialized = range.count
    }
  }

  /// All elements, copied.
  var floats: [Float] { floats(0..<count) }

  /// One element by its place in C order.
  subscript(index: Int) -> Float {
    let place = offset + index * MemoryLayout<Float>.size
    return file.bytes.loadUnaligned(fromByteOffset: place, as: Float.self)
  }

  /// Where the elements lie in memory: valid while the tensor is, and not aligned.
  var address: UnsafeRawPointer? { file.bytes.baseAddress.map { $0 + offset } }
}
