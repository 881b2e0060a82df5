import Glibc

/// The small questions about bytes that reducing a page asks.
extension HTMLReduction {
  func endOfName(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return end
  }

  /// Copies a name in lower case; what libxml2 would not take for a name stays out of it.
  mutating func appendName(_ name: Range<Int>) {
    for byte in bytes[name].prefix(64) {
      if (0x41...0x5A).contains(byte) {
        output.append(byte | 0x20)
      } else if Self.isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") {
        output.append(byte)
      }
    }
  }

  func tag(of name: Range<Int>) -> HTMLTag {
    withLowercased(name) { HTMLTag(name: $0) } ?? .other
  }

  func attribute(of name: Range<Int>) -> HTMLAttribute? {
    withLowercased(name) { HTMLAttribute(name: $0) } ?? nil
  }

  /// A short name in lower case; nothing for one that is longer than any that is asked for.
  func withLowercased<Result>(
    _ name: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard name.count <= 24 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      for (place, byte) in bytes[name].enumerated() {
        buffer[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return body(UnsafeBufferPointer(start: buffer.baseAddress, count: name.count))
    }
  }

  func contains(_ word: String, in range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).lowercased().contains(word)
  }

  func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  static func slot(of bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes[name] { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
    return Int(hash >> 22)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
