/// Decodes `=?ISO-2022-JP?B?GyRCNjYbKEI=?=` in fields of messages (RFC 2047).
enum EncodedWords {
  /// A word whose bytes are known and not yet what they mean.
  private struct Word {
    var charset: String
    var bytes: [UInt8]
  }

  /// The text of a field's value, in time linear in its length.
  ///
  /// Bytes outside of ASCII, which no field may hold, are read as UTF-8 or what looks likeliest.
  static func decoded(_ value: [UInt8]) throws(IngestionError) -> String {
    var text = ""
    var plain: [UInt8] = []
    var pending: Word?
    var at = 0
    func flush() throws(IngestionError) {
      if let word = pending {
        text += try CharsetConversion.text(of: word.bytes, label: word.charset)
        pending = nil
      }
    }
    while at < value.count {
      guard value[at] == UInt8(ascii: "="), let (word, end) = word(in: value, from: at) else {
        plain.append(value[at])
        at += 1
        continue
      }
      at = end
      let isAdjacent = pending != nil && plain.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isAdjacent, pending?.charset == word.charset {
        // A character may be cut in two by the end of a word.
        pending?.bytes += word.bytes
      } else {
        try flush()
        if !isAdjacent { text += try CharsetConversion.text(of: plain, label: nil) }
        pending = word
      }
      plain = []
    }
    try flush()
    return text + (try CharsetConversion.text(of: plain, label: nil))
  }

  private static func word(in value: [UInt8], from start: Int) -> (Word, end: Int)? {
    let question = UInt8(ascii: "?")
    guard start + 1 < value.count, value[start + 1] == question else { return nil }
    let charsetStart = start + 2
    guard let charsetEnd = value[charsetStart...].prefix(64).firstIndex(of: question),
      charsetEnd > charsetStart, charsetEnd + 2 < value.count, value[charsetEnd + 2] == question
    else { return nil }
    let textStart = charsetEnd + 3
    // A space within the word is against the rules and common.
    guard let textEnd = value[textStart...].firstIndex(of: question), textEnd + 1 < value.count,
      value[textEnd + 1] == UInt8(ascii: "=")
    else { return nil }
    let charset = String(decoding: value[charsetStart..<charsetEnd], as: UTF8.self)
    let encoded = value[textStart..<textEnd]
    let bytes: [UInt8]
    switch value[charsetEnd + 1] | 0x20 {
    case UInt8(ascii: "b"): bytes = TransferEncoding.base64.decoded(encoded)
    case UInt8(ascii: "q"):
      let spaced = encoded.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
      bytes = TransferEncoding.quotedPrintable.decoded(spaced[...])
    default: return nil
    }
    // RFC 2231, section 5: a language may stand behind the charset.
    let name = charset.split(separator: "*").first.map { $0.lowercased() } ?? charset
    return (Word(charset: name, bytes: bytes), textEnd + 2)
  }
}
