/// Makes decoded text uniform: one sort of line end, no control characters, no stray byte order
/// marks.
///
/// Nothing else is touched: composed and decomposed characters stay as the source has them, because
/// offsets are into the text as it is kept.
enum TextCleaning {
  /// Cleans well-formed UTF-8, in time linear in its length.
  static func clean(_ utf8: [UInt8]) -> [UInt8] {
    var cleaned: [UInt8] = []
    cleaned.reserveCapacity(utf8.count)
    var at = 0
    while at < utf8.count {
      let plain = utf8[at...].prefix { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 }
      cleaned.append(contentsOf: plain)
      at = plain.endIndex
      guard at < utf8.count else { break }
      let byte = utf8[at]
      let next = at + 1 < utf8.count ? utf8[at + 1] : 0
      switch byte {
      case 0x0D:
        cleaned.append(0x0A)
        at += next == 0x0A ? 2 : 1
      case 0x0B, 0x0C:
        cleaned.append(0x0A)
        at += 1
      case 0x00...0x1F, 0x7F:
        at += 1
      case 0xC2 where next < 0xA0:
        // U+0085 is the next line; the other C1 controls say nothing.
        if next == 0x85 { cleaned.append(0x0A) }
        at += 2
      case 0xEF where next == 0xBB && at + 2 < utf8.count && utf8[at + 2] == 0xBF:
        at += 3
      default:
        cleaned.append(byte)
        at += 1
      }
    }
    return cleaned
  }

  /// UTF-8 in which each byte that is not part of a well-formed sequence is U+FFFD, and their
  /// number.
  static func replacingIllFormed(_ bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    var replaced = 0
    bytes.withUnsafeBufferPointer { buffer in
      var at = 0
      while at < buffer.count {
        let length = UTF8Check.sequenceLength(buffer, at: at)
        if length == 0 {
          utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
          replaced += 1
        } else {
          utf8.append(contentsOf: buffer[at..<(at + length)])
        }
        at += max(1, length)
      }
    }
    return (utf8, replaced)
  }
}
