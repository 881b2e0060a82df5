import CLibXML2

/// Replaces the named characters of HTML in XML, `&nbsp;` and `&eacute;`, by the characters.
///
/// XML knows five names only; feeds and news items use those of HTML without declaring them, and a
/// parser of XML would drop them.
enum NamedEntities {
  /// The bytes with such names replaced, outside of CDATA; all others stay, in time linear in the
  /// length.
  static func replaced(in utf8: [UInt8]) -> [UInt8] {
    guard utf8.contains(UInt8(ascii: "&")) else { return utf8 }
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    let opening = Array("<![CDATA[".utf8)
    let closing = Array("]]>".utf8)
    var at = 0
    while at < utf8.count {
      if utf8[at] == UInt8(ascii: "<"), utf8[at...].starts(with: opening) {
        let end = endOfSection(utf8, from: at + opening.count, closing)
        result += utf8[at..<end]
        at = end
      } else if utf8[at] == UInt8(ascii: "&"), let (scalar, end) = entity(utf8, at: at) {
        result += String(scalar).utf8
        at = end
      } else {
        result.append(utf8[at])
        at += 1
      }
    }
    return result
  }

  private static func endOfSection(_ utf8: [UInt8], from start: Int, _ closing: [UInt8]) -> Int {
    var at = start
    while at < utf8.count {
      if utf8[at] == closing[0], utf8[at...].starts(with: closing) { return at + closing.count }
      at += 1
    }
    return utf8.count
  }

  private static let kept: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

  private static func entity(_ utf8: [UInt8], at place: Int) -> (Unicode.Scalar, end: Int)? {
    let longest = 12
    let name = utf8[(place + 1)...].prefix(longest).prefix { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
    guard !name.isEmpty, name.endIndex < utf8.count, utf8[name.endIndex] == UInt8(ascii: ";")
    else { return nil }
    let text = String(decoding: name, as: UTF8.self)
    guard !kept.contains(text), let found = htmlEntityLookup(text),
      let scalar = Unicode.Scalar(found.pointee.value)
    else { return nil }
    return (scalar, name.endIndex + 1)
  }
}
