import CrossreadKit
import Foundation

/// The lines of a file of JSON lines (`-` for standard input), read block by block; blank ones are passed over.
struct JSONLines: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer = Data()
  private var isAtEnd = false

  /// - Throws: `IngestionError` when the file cannot be opened.
  init(file: String) throws {
    guard file != "-" else {
      handle = .standardInput
      return
    }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw IngestionError(file: file, .missing)
    }
    self.handle = handle
  }

  /// The next line without its line feed.
  mutating func next() -> Data? {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        let line = buffer[buffer.startIndex..<end]
        buffer = Data(buffer[(end + 1)...])
        if line.isEmpty { continue }
        return Data(line)
      }
      guard !isAtEnd else {
        defer { buffer = Data() }
        return buffer.isEmpty ? nil : buffer
      }
      let block = (try? handle.read(upToCount: 1 << 16)) ?? nil
      isAtEnd = block?.isEmpty ?? true
      buffer.append(block ?? Data())
    }
  }
}
