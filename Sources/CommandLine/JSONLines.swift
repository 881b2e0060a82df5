import CrossreadKit
import Foundation

/// The lines of a file of JSON lines (`-` for standard input), read block by block; blank ones are passed over.
struct JSONLines {
  /// The number of the line that was given last, from 1, blank ones counted.
  private(set) var number = 0

  /// The file, for messages.
  let file: String
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  /// Where the next line begins in the buffer.
  private var start = 0
  /// Up to where the buffer has been searched for the end of that line.
  private var searched = 0

  private static let blockSize = 1 << 16

  /// - Throws: `IngestionError` when the file cannot be opened.
  init(file: String) throws {
    guard file != "-" else {
      self.file = StandardInput.name
      handle = .standardInput
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
      throw IngestionError(file: file, .missing)
    }
    guard !isFolder.boolValue else { throw IngestionError(file: file, .isFolder) }
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw IngestionError(file: file, .unreadable(reason: String(cString: strerror(errno))))
    }
    self.file = file
    self.handle = handle
  }

  /// The next line without its line feed.
  ///
  /// - Throws: `IngestionError` when the file cannot be read.
  mutating func next() throws -> [UInt8]? {
    while let line = try following() {
      number += 1
      let isBlank = line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
      if !isBlank { return Array(line) }
    }
    return nil
  }

  private mutating func following() throws -> ArraySlice<UInt8>? {
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer {
          start = end + 1
          searched = start
        }
        return buffer[start..<end]
      }
      searched = buffer.count
      guard try !fill() else { continue }
      defer { start = buffer.count }
      return start < buffer.count ? buffer[start...] : nil
    }
  }

  /// Drops what has been given and reads on; false at the end of the file.
  private mutating func fill() throws -> Bool {
    buffer.removeSubrange(..<start)
    searched -= start
    start = 0
    do {
      let block = try handle.read(upToCount: Self.blockSize) ?? Data()
      buffer.append(contentsOf: block)
      return !block.isEmpty
    } catch {
      throw IngestionError(file: file, .unreadable(reason: error.localizedDescription))
    }
  }
}
