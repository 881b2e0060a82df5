/// Reads tags out of bytes whose charset is not known yet: only ASCII counts.
enum MarkupScan {
  /// Whether a start tag of this name begins at a place.
  static func isTag(_ name: String, in bytes: [UInt8], at place: Int) -> Bool {
    let end = place + 1 + name.utf8.count
    guard end < bytes.count, bytes[place] == UInt8(ascii: "<") else { return false }
    let isSame = zip(bytes[(place + 1)..<end], name.utf8).allSatisfy { lowercased($0) == $1 }
    return isSame && (isSpace(bytes[end]) || bytes[end] == UInt8(ascii: "/"))
  }

  /// The place after the comment that begins at a place.
  static func end(ofComment bytes: [UInt8], from place: Int) -> Int {
    var at = place + 4
    while at + 2 < bytes.count {
      if bytes[at] == UInt8(ascii: "-"), bytes[at + 1] == UInt8(ascii: "-"),
        bytes[at + 2] == UInt8(ascii: ">")
      {
        return at + 3
      }
      at += 1
    }
    return bytes.count
  }

  /// The attributes of a tag from a place behind its name, in lower case names, and the place of
  /// its end.
  static func attributes(_ bytes: [UInt8], from place: Int)
    -> (attributes: [(name: String, value: String)], end: Int)
  {
    var found: [(name: String, value: String)] = []
    var at = place
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") || bytes[at] == UInt8(ascii: "?") {
        at += 1
        continue
      }
      let name = take(bytes, &at) {
        !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ">")
          && $0 != UInt8(ascii: "/")
      }
      _ = take(bytes, &at, while: isSpace)
      guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
        found.append((name.lowercased(), ""))
        if name.isEmpty { at += 1 }
        continue
      }
      at += 1
      _ = take(bytes, &at, while: isSpace)
      found.append((name.lowercased(), value(bytes, &at)))
    }
    return (found, at)
  }

  private static func value(_ bytes: [UInt8], _ at: inout Int) -> String {
    guard at < bytes.count else { return "" }
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      return take(bytes, &at) { !isSpace($0) && $0 != UInt8(ascii: ">") }
    }
    at += 1
    let value = take(bytes, &at) { $0 != quote }
    at = min(at + 1, bytes.count)
    return value
  }

  private static func take(
    _ bytes: [UInt8], _ at: inout Int, while isTaken: (UInt8) -> Bool
  ) -> String {
    let start = at
    while at < bytes.count, isTaken(bytes[at]) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
