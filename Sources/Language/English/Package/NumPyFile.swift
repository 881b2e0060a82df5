/// NumPy's file format for one array.
///
/// Format: <https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html>.
enum NumPyFile {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)

  /// The array of single-precision numbers, in C order, that a file holds.
  ///
  /// - Throws: ``PipelinePackageError``.
  static func tensor(path: String) throws -> Tensor {
    let file = try MappedFile(inPackage: path)
    let bytes = file.bytes
    guard bytes.count >= 12, bytes.prefix(magic.count).elementsEqual(magic) else {
      throw PipelinePackageError.malformed(file: path, reason: "this is no NumPy file")
    }
    let isFirstVersion = bytes[6] == 1
    let lengthSize = isFirstVersion ? 2 : 4
    let length = (0..<lengthSize).reversed().reduce(0) { $0 << 8 | Int(bytes[8 + $1]) }
    let start = 8 + lengthSize + length
    guard start <= bytes.count else {
      throw PipelinePackageError.malformed(file: path, reason: "the header is cut off")
    }
    let header = file.text(8 + lengthSize..<start)
    guard header.contains("'<f4'"), header.contains("'fortran_order': False") else {
      throw PipelinePackageError.unsupported(
        file: path, feature: "an array other than <f4 in C order")
    }
    guard let open = header.firstIndex(of: "("), let close = header[open...].firstIndex(of: ")")
    else { throw PipelinePackageError.malformed(file: path, reason: "the header has no shape") }
    let shape = header[header.index(after: open)..<close].split(separator: ",").compactMap {
      Int($0.drop { $0 == " " })
    }
    return try Tensor(file: file, offset: start, byteCount: bytes.count - start, shape: shape)
  }
}
