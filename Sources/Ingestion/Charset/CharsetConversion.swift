/// Short pieces of bytes to text: fields of messages and of archives, where no file is at hand.
enum CharsetConversion {
  /// The text of some bytes, without control characters.
  ///
  /// - Parameter label: what the bytes are said to be in; without a label that is known, they are read
  ///   as UTF-8 or as what looks likeliest.
  static func text(of bytes: [UInt8], label: String?) throws(IngestionError) -> String {
    guard !bytes.isEmpty else { return "" }
    let check = UTF8Check(bytes)
    let table = try CharsetTable.shared()
    let detection = CharsetDetection(rules: try ReadingRules.shared())
    let named = label.flatMap { table.name(forLabel: $0) }
    let charset = named ?? detection.charset(of: bytes, check: check)
    let utf8: [UInt8]
    if let name = table.iconvName(of: charset), let converter = IconvConverter(from: name) {
      utf8 = converter.convert(bytes).utf8
    } else {
      utf8 = check.isValid ? bytes : TextCleaning.replacingIllFormed(bytes).utf8
    }
    return String(decoding: TextCleaning.clean(utf8), as: UTF8.self)
  }
}
