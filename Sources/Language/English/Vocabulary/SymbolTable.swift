import Foundation

/// The strings that spaCy knows by fixed small numbers instead of their hashes.
///
/// Source of the numbers: spaCy's `symbols.pyx` and `attrs.pyx`; they are part of the file format,
/// since trained weights are looked up by them.
struct SymbolTable: Sendable {
  private let symbols: HashIndex

  /// Reads lines of a number, a tab and a name.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(path: String) throws {
    let file = try MappedFile(inPackage: path)
    var symbols = HashIndex(capacity: 512)
    for line in file.bytes.split(separator: UInt8(ascii: "\n")) {
      guard let tab = line.firstIndex(of: UInt8(ascii: "\t")),
        let number = Int32(String(decoding: line[..<tab], as: UTF8.self)), number >= 0
      else { throw PipelinePackageError.malformed(file: path, reason: "a line has no number") }
      symbols[StringHash.hash(UnsafeRawBufferPointer(rebasing: line[(tab + 1)...]))] = number
    }
    self.symbols = symbols
  }

  /// The identifier of a string with a hash: its number as a symbol, its hash otherwise.
  func identifier(hash: UInt64) -> UInt64 {
    let symbol = symbols[hash]
    return symbol >= 0 ? UInt64(symbol) : hash
  }

  /// The identifier of a string; 0 for the empty one.
  func identifier(_ string: String) -> UInt64 {
    string.isEmpty ? 0 : identifier(hash: StringHash.hash(string))
  }
}
