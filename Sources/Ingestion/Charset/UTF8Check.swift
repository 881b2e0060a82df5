/// One look at bytes: are they UTF-8, and is there anything in them that text should not hold?
struct UTF8Check: Sendable {
  /// The number of bytes that are not part of well-formed UTF-8 (Unicode 15, table 3-7).
  private(set) var faults = 0
  /// The number of well-formed sequences of several bytes.
  private(set) var sequences = 0
  /// The number of control characters other than tab, line ends, form feed and escape.
  private(set) var controls = 0
  /// Whether `\r`, control characters, U+FEFF or C1 controls occur, so that the text needs
  /// cleaning.
  private(set) var needsCleaning = false

  /// Whether all of the bytes are well-formed UTF-8.
  var isValid: Bool { faults == 0 }

  /// Looks at all of the bytes, in one pass.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < bytes.count {
      at = Self.endOfPlainText(bytes, from: at)
      guard at < bytes.count else { return }
      let byte = bytes[at]
      if byte >= 0x20, byte < 0x7F {
        at += 1
        continue
      }
      if byte < 0x80 {
        note(control: byte)
        at += 1
        continue
      }
      let length = Self.sequenceLength(bytes, at: at)
      if length == 0 {
        faults += 1
        at += 1
        continue
      }
      sequences += 1
      let isC1 = byte == 0xC2 && bytes[at + 1] < 0xA0
      let isMark = byte == 0xEF && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF
      if isC1 || isMark { needsCleaning = true }
      at += length
    }
  }

  /// A place up to which there is nothing but printable ASCII, tabs and line feeds, looked for in steps of
  /// eight bytes.
  private static func endOfPlainText(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // The high bits tell of the bytes (Warren, "Hacker's Delight", 6-1); no sum carries into the next one.
      let low = ~((word & Self.each(0x7F)) &+ Self.each(0x60))
      let spaces = Self.equal(word, 0x0A) | Self.equal(word, 0x09)
      let found = word | Self.equal(word, 0x7F) | (low & ~spaces)
      guard found & Self.each(0x80) == 0 else { return at }
      at += 8
    }
    return at
  }

  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// The high bit of each byte below 0x80 that is a number.
  private static func equal(_ word: UInt64, _ byte: UInt64) -> UInt64 {
    let difference = word ^ each(byte)
    return ~((difference & each(0x7F)) &+ each(0x7F) | difference)
  }

  private mutating func note(control byte: UInt8) {
    switch byte {
    case 0x09, 0x0A: return
    case 0x0C, 0x0D, 0x1B: needsCleaning = true
    default:
      needsCleaning = true
      controls += 1
    }
  }

  /// The length of the well-formed sequence that begins at a place; 0 where there is none.
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    let first = bytes[place]
    let length: Int
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, lowest) = (3, 0xA0)
    case 0xED: (length, highest) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, lowest) = (4, 0x90)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, highest) = (4, 0x8F)
    default: return 0
    }
    guard place + length <= bytes.count else { return 0 }
    guard (lowest...highest).contains(bytes[place + 1]) else { return 0 }
    for offset in 2..<max(2, length) where bytes[place + offset] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
