import CLibXML2
import Glibc

/// The characters that pages write by their names or numbers (HTML Standard, 13.2.5.72 to 13.2.5.80): `&eacute;`,
/// `&#233;`, `&#xE9;`.
enum HTMLCharacters {
  /// Adds a text with all such references replaced, in time linear in its length; one that means nothing stays as
  /// it is, and what stands for no character of text goes.
  ///
  /// - Parameter isAttribute: whether the text is the value of an attribute, where `&copy=` is part of an address.
  static func append(
    _ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], isAttribute: Bool
  ) {
    guard let base = text.baseAddress else { return }
    var at = 0
    while at < text.count {
      let mark =
        memchr(base + at, 0x26, text.count - at)
        .map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? text.count
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[at..<mark]))
      at = mark
      guard at < text.count else { return }
      guard let (scalar, end) = reference(text, at: at, isAttribute: isAttribute) else {
        output.append(0x26)
        at += 1
        continue
      }
      if let bytes = scalar.flatMap(UTF8.encode) { output.append(contentsOf: bytes) }
      at = end
    }
  }

  /// The character that a reference stands for, and where the reference ends; nothing where there is none.
  private static func reference(
    _ text: UnsafeBufferPointer<UInt8>, at place: Int, isAttribute: Bool
  ) -> (scalar: Unicode.Scalar?, end: Int)? {
    guard place + 1 < text.count else { return nil }
    if text[place + 1] == UInt8(ascii: "#") { return number(text, at: place + 2) }
    return name(text, at: place + 1, isAttribute: isAttribute)
  }

  private static func number(_ text: UnsafeBufferPointer<UInt8>, at start: Int)
    -> (scalar: Unicode.Scalar?, end: Int)?
  {
    let isHexadecimal = start < text.count && text[start] | 0x20 == UInt8(ascii: "x")
    let radix: UInt32 = isHexadecimal ? 16 : 10
    var at = isHexadecimal ? start + 1 : start
    let first = at
    var value: UInt32 = 0
    while at < text.count, let digit = digit(text[at]), digit < radix {
      value = min(value * radix + digit, 0x11_0000)
      at += 1
    }
    guard at > first else { return nil }
    if at < text.count, text[at] == UInt8(ascii: ";") { at += 1 }
    return (scalar(value), at)
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41) + 10
    case 0x61...0x66: UInt32(byte - 0x61) + 10
    default: nil
    }
  }

  /// The character of a number; nothing for controls, which are no text. The numbers of C1 controls are meant as
  /// those of windows-1252.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E: return Unicode.Scalar(value)
    case 0x80...0x9F: return windows1252[Int(value - 0x80)]
    case 0x00...0x9F, 0xFFFE, 0xFFFF: return nil
    default: return Unicode.Scalar(value)
    }
  }

  /// The characters of the bytes from 0x80 to 0x9F.
  private static let windows1252: [Unicode.Scalar?] = {
    let converter = IconvConverter(from: "WINDOWS-1252")
    return (UInt8(0x80)...0x9F).map { byte in
      let character = converter.map { String(decoding: $0.convert([byte]).utf8, as: UTF8.self) }
      return character?.unicodeScalars.first.flatMap { $0 == "\u{FFFD}" ? nil : $0 }
    }
  }()

  // MARK: - Names

  private static func name(
    _ text: UnsafeBufferPointer<UInt8>, at start: Int, isAttribute: Bool
  ) -> (scalar: Unicode.Scalar?, end: Int)? {
    var end = start
    while end < text.count, end - start < 10, isOfName(text[end]) { end += 1 }
    guard end > start else { return nil }
    let isEnded = end < text.count && text[end] == UInt8(ascii: ";")
    // An old name needs no semicolon; the names that do are younger than Latin-1.
    guard let scalar = scalar(named: text[start..<end]),
      isEnded || (!isAttribute && scalar.value < 0x100)
    else { return nil }
    return (scalar, isEnded ? end + 1 : end)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The character of a name, from libxml2's table of those of HTML 4.
  private static func scalar(named name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    // Most are of these, and libxml2 looks from the beginning of its table.
    for (known, scalar) in frequent where name.elementsEqual(known) { return scalar }
    return htmlEntityLookup(String(decoding: name, as: UTF8.self))
      .flatMap { Unicode.Scalar($0.pointee.value) }
  }

  private static let frequent: [([UInt8], Unicode.Scalar)] = [
    (Array("amp".utf8), "&"), (Array("nbsp".utf8), "\u{A0}"), (Array("quot".utf8), "\""),
    (Array("lt".utf8), "<"), (Array("gt".utf8), ">"), (Array("rsquo".utf8), "’"),
    (Array("mdash".utf8), "—"),
  ]
}
