/// Guesses the charset of bytes that do not say it.
///
/// In order: ISO-2022-JP by its escapes, UTF-8 by its form, UTF-16 by its zeros, EUC-JP and
/// Shift_JIS by their form and by the share of kana that a reading gives (as the detectors of
/// browsers weigh them), UTF-8 with a few faults, and windows-1252 as the web's default.
struct CharsetDetection: Sendable {
  var rules: ReadingRules

  /// The charset's name in the WHATWG Encoding Standard.
  func charset(of bytes: [UInt8], check: UTF8Check) -> String {
    if check.isValid, check.sequences == 0, hasJapaneseEscape(bytes) { return "ISO-2022-JP" }
    if let charset = charsetByZeros(bytes) { return charset }
    if check.isValid { return "UTF-8" }
    if let charset = japaneseCharset(bytes) { return charset }
    let isDamaged = check.sequences >= rules.sequencesForEachFault * check.faults
    return isDamaged ? "UTF-8" : "windows-1252"
  }

  /// Whether an escape sequence of ISO-2022-JP (RFC 1468) switches to two-byte characters.
  private func hasJapaneseEscape(_ bytes: [UInt8]) -> Bool {
    var at = 0
    while let escape = bytes[at...].firstIndex(of: 0x1B), escape + 2 < bytes.count {
      let isDollar = bytes[escape + 1] == UInt8(ascii: "$")
      let set = bytes[escape + 2]
      if isDollar, set == UInt8(ascii: "B") || set == UInt8(ascii: "@") { return true }
      at = escape + 1
    }
    return false
  }

  /// UTF-16 by the zeros of its ASCII characters, which stand at even or at odd places only.
  func charsetByZeros(_ bytes: [UInt8]) -> String? {
    let sample = bytes.prefix(1 << 14)
    guard sample.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var even = 0
    var odd = 0
    for (place, byte) in sample.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { even += 1 } else { odd += 1 }
    }
    let half = Double(sample.count) / 2
    if Double(odd) / half > rules.zeroShareOfUTF16, even * 20 < odd { return "UTF-16LE" }
    if Double(even) / half > rules.zeroShareOfUTF16, odd * 20 < even { return "UTF-16BE" }
    return nil
  }

  private func japaneseCharset(_ bytes: [UInt8]) -> String? {
    let euc = kanaShare(bytes, read: Self.readEUC)
    let shift = kanaShare(bytes, read: Self.readShiftJIS)
    guard let best = [euc, shift].compactMap({ $0 }).max(), best >= rules.kanaShareOfJapanese
    else { return nil }
    return euc == best ? "EUC-JP" : "Shift_JIS"
  }

  private enum Reading {
    case single
    case halfWidth
    case double(isKana: Bool)
    case invalid
  }

  /// The share of kana among the characters outside of ASCII; nothing where the bytes are not of
  /// this form.
  private func kanaShare(
    _ bytes: [UInt8], read: (UInt8, UInt8) -> Reading
  ) -> Double? {
    var at = 0
    var kana = 0
    var others = 0
    while at < bytes.count {
      switch read(bytes[at], at + 1 < bytes.count ? bytes[at + 1] : 0) {
      case .invalid:
        // A file cut short may end in half a character.
        guard at + 1 == bytes.count else { return nil }
        at += 1
      case .single:
        at += 1
      case .halfWidth:
        others += 1
        at += 1
      case .double(let isKana):
        if isKana { kana += 1 } else { others += 1 }
        at += 2
      }
    }
    return kana + others == 0 ? nil : Double(kana) / Double(kana + others)
  }

  private static func readEUC(_ first: UInt8, _ second: UInt8) -> Reading {
    switch first {
    case 0x00...0x7F: return .single
    case 0x8E: return (0xA1...0xDF).contains(second) ? .double(isKana: false) : .invalid
    // The three-byte form of JIS X 0212: its other two bytes read as a double byte.
    case 0x8F: return second >= 0xA1 ? .halfWidth : .invalid
    case 0xA1...0xFE:
      guard (0xA1...0xFE).contains(second) else { return .invalid }
      return .double(isKana: first == 0xA4 || first == 0xA5)
    default: return .invalid
    }
  }

  private static func readShiftJIS(_ first: UInt8, _ second: UInt8) -> Reading {
    switch first {
    case 0x00...0x80: return .single
    case 0xA1...0xDF: return .halfWidth
    case 0x81...0x9F, 0xE0...0xFC:
      guard (0x40...0xFC).contains(second), second != 0x7F else { return .invalid }
      let isHiragana = first == 0x82 && (0x9F...0xF1).contains(second)
      let isKatakana = first == 0x83 && (0x40...0x96).contains(second)
      return .double(isKana: isHiragana || isKatakana)
    default: return .invalid
    }
  }
}
