import CZlib

/// Packs bytes for tests, rightly and, where a test asks for it, wrongly.
enum Packing {
  /// Bytes as one stream: raw for ZIP, with its header and checksum for gzip.
  static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard
      deflateInit2_(
        &stream, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
        size) == Z_OK
    else { return [] }
    defer { deflateEnd(&stream) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
    let count = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        _ = deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(output.prefix(count))
  }

  /// A member of a gzip file.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 31) }

  /// An entry of a ZIP archive.
  struct Entry {
    var name: String
    var content: [UInt8]
    var isStored = false
    /// What the list says, where that is to be wrong.
    var statedSize: Int?
    var statedPackedSize: Int?
    var isEncrypted = false

    init(_ name: String, _ text: String, isStored: Bool = false) {
      self.name = name
      self.content = Array(text.utf8)
      self.isStored = isStored
    }
  }

  /// A ZIP archive.
  static func zip(_ entries: [Entry]) -> [UInt8] {
    var archive: [UInt8] = []
    var list: [UInt8] = []
    for entry in entries {
      let packed = entry.isStored ? entry.content : deflated(entry.content, windowBits: -15)
      let checksum = crc32_z(0, entry.content, entry.content.count)
      let common =
        number(entry.isEncrypted ? 1 : 0, 2) + number(entry.isStored ? 0 : 8, 2) + number(0, 4)
        + number(Int(checksum), 4) + number(entry.statedPackedSize ?? packed.count, 4)
        + number(entry.statedSize ?? entry.content.count, 4) + number(entry.name.utf8.count, 2)
      list +=
        number(0x0201_4B50, 4) + number(20, 2) + number(20, 2) + common
        + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
        + number(archive.count, 4) + Array(entry.name.utf8)
      archive +=
        number(0x0403_4B50, 4) + number(20, 2) + common + number(0, 2) + Array(entry.name.utf8)
        + packed
    }
    let start = archive.count
    return archive + list + number(0x0605_4B50, 4) + number(0, 4)
      + number(entries.count, 2) + number(entries.count, 2) + number(list.count, 4)
      + number(start, 4) + number(0, 2)
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }
}
