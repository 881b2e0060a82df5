@testable import Ingestion

/// A ZIP archive of entries that are not compressed.
struct StoredArchive {
  /// The bytes of the archive.
  private(set) var bytes: [UInt8] = []

  /// Writes an archive.
  init(entries: [(name: String, content: [UInt8])]) {
    var list: [UInt8] = []
    for (name, content) in entries {
      let size = Self.number(content.count, 4)
      let common =
        [UInt8](repeating: 0, count: 8) + Self.number(Int(Inflation.checksum(content)), 4) + size
        + size + Self.number(name.utf8.count, 2)
      list += Self.number(0x0201_4B50, 4) + Self.number(20, 2) + Self.number(20, 2) + common
      list += [UInt8](repeating: 0, count: 12) + Self.number(bytes.count, 4) + name.utf8
      bytes += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + common + Self.number(0, 2)
      bytes += Array(name.utf8) + content
    }
    let start = bytes.count
    let count = Self.number(entries.count, 2)
    bytes += list + Self.number(0x0605_4B50, 4) + Self.number(0, 4) + count + count
    bytes += Self.number(list.count, 4) + Self.number(start, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
