/// Replaces escapes of half a surrogate pair in JSON, which Python writes and readers refuse.
enum SurrogateRepair {
  private static let backslash = UInt8(ascii: "\\")
  private static let replacement = Array(#"\ufffd"#.utf8)

  /// The bytes with `\ufffd` in place of each escape that stands for no character. Linear.
  static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(backslash) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == backslash else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let length = escapeLength(bytes, index)
      let isHalf = length == 6 && isSurrogate(bytes, index)
      result.append(contentsOf: isHalf ? replacement[...] : bytes[index..<index + length])
      index += length
    }
    return result
  }

  /// The bytes of the escape, or pair of escapes, that begins at a backslash.
  private static func escapeLength(_ bytes: [UInt8], _ index: Int) -> Int {
    guard let first = unit(bytes, index) else { return min(2, bytes.count - index) }
    guard (0xD800..<0xDC00).contains(first), let second = unit(bytes, index + 6),
      (0xDC00..<0xE000).contains(second)
    else { return 6 }
    return 12
  }

  private static func isSurrogate(_ bytes: [UInt8], _ index: Int) -> Bool {
    unit(bytes, index).map { (0xD800..<0xE000).contains($0) } ?? false
  }

  /// The UTF-16 unit that an escape `\uXXXX` stands for.
  private static func unit(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 6 <= bytes.count, bytes[index] == backslash, bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    let digits = bytes[index + 2..<index + 6]
    guard !digits.contains(UInt8(ascii: "+")), !digits.contains(UInt8(ascii: "-")) else {
      return nil
    }
    return Int(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
