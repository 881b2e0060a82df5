/// How the bytes of a part are written down (RFC 2045, section 6).
enum TransferEncoding: Sendable, Hashable {
  case identity, base64, quotedPrintable

  /// The encoding of a part's `Content-Transfer-Encoding`; what is not known is taken as it stands.
  init(field value: String?) {
    switch value?.collapsingSpaces.lowercased() {
    case "base64": self = .base64
    case "quoted-printable": self = .quotedPrintable
    default: self = .identity
    }
  }

  /// The bytes that are meant, in time linear in the length; never more than are written.
  func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .identity: Array(bytes)
    case .base64: Self.decodingBase64(bytes)
    case .quotedPrintable: Self.decodingQuotedPrintable(bytes)
    }
  }

  /// Characters outside of the alphabet are passed over, as section 6.8 asks; padding ends a group,
  /// and what stands behind it is read on, since gateways join what was encoded apart.
  private static func decodingBase64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count / 4 * 3)
    var group: UInt32 = 0
    var count = 0
    func endGroup() {
      guard count > 1 else { return }
      let aligned = group << (6 * (4 - UInt32(count)))
      for place in 0..<count - 1 {
        decoded.append(UInt8(truncatingIfNeeded: aligned >> (16 - 8 * UInt32(place))))
      }
    }
    for byte in bytes {
      if byte == UInt8(ascii: "=") {
        endGroup()
        (group, count) = (0, 0)
        continue
      }
      guard let value = base64Value(byte) else { continue }
      group = group << 6 | value
      count += 1
      guard count == 4 else { continue }
      endGroup()
      (group, count) = (0, 0)
    }
    endGroup()
    return decoded
  }

  private static func base64Value(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  /// `=` that begins neither a byte nor a line end is kept, as section 6.7 advises.
  private static func decodingQuotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let byte = bytes[at]
      guard byte == UInt8(ascii: "=") else {
        decoded.append(byte)
        at += 1
        continue
      }
      if at + 2 < bytes.endIndex, let high = hexValue(bytes[at + 1]),
        let low = hexValue(bytes[at + 2])
      {
        decoded.append(high << 4 | low)
        at += 3
      } else if let end = endOfSoftBreak(bytes, after: at + 1) {
        at = end
      } else {
        decoded.append(byte)
        at += 1
      }
    }
    return decoded
  }

  /// The place behind a line end with nothing but white space before it.
  private static func endOfSoftBreak(_ bytes: ArraySlice<UInt8>, after place: Int) -> Int? {
    // Lines are 76 characters long at most; this keeps the search short.
    let rest = bytes[min(place, bytes.endIndex)...].prefix(80)
    guard let end = rest.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
      return rest.endIndex == bytes.endIndex ? bytes.endIndex : nil
    }
    if bytes[end] == 0x0A { return end + 1 }
    guard bytes[end] == 0x0D else { return nil }
    return end + 1 < bytes.endIndex && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
