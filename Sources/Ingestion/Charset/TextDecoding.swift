/// The text of a file in UTF-8, with what had to be said about its charset.
struct DecodedText: Sendable {
  /// Well-formed UTF-8 with `\n` as the only line end and without control characters but tab.
  var utf8: [UInt8]
  /// The charset it was read as, by the WHATWG Encoding Standard's name.
  var charset: String
  /// What is worth knowing: a label that is not known, bytes that mean nothing.
  var notes: [IngestionError]

  /// The text as a string.
  var string: String { String(decoding: utf8, as: UTF8.self) }
}

/// Bytes to text, as the web does it: byte order mark, declaration, detection.
struct TextDecoding: Sendable {
  var rules: ReadingRules
  let deadline: Deadline

  /// Decodes a file, or says why it is no text.
  ///
  /// - Parameters:
  ///   - chosen: the label that `event.yaml` gives for the file; it comes before all others.
  ///   - declared: the label that came with the bytes, in a field of a message or of an HTTP
  ///     response; it comes before what a page says of itself (HTML Standard, 13.2.3.2).
  func decode(_ file: SourceFile, chosen: String? = nil, declared: String? = nil)
    throws(IngestionError) -> DecodedText
  {
    let check = UTF8Check(file.bytes)
    let mark = CharsetDeclaration.byteOrderMark(file.bytes)
    if mark == nil { try refuseBinary(file, check: check) }
    let content = mark.map { Array(file.bytes.dropFirst($0.length)) } ?? file.bytes
    var notes: [IngestionError] = []
    let charset = try charset(
      of: file, content: content, check: check, mark: mark?.charset, chosen: chosen,
      declared: declared, notes: &notes)
    let (utf8, replaced) = try convert(content, from: charset, check: check)
    if replaced > 0 {
      guard Double(replaced) <= rules.undecodableShare * Double(max(1, utf8.count / 2)) else {
        throw IngestionError(file: file.name, .undecodable(charset: charset))
      }
      notes.append(
        IngestionError(
          file: file.name, isNote: true, .replacedBytes(count: replaced, charset: charset)))
    }
    // What other charsets than UTF-8 turn into was not looked at by the check.
    let isClean = charset == "UTF-8" && mark == nil && !check.needsCleaning
    return DecodedText(
      utf8: isClean ? utf8 : TextCleaning.clean(utf8), charset: charset, notes: notes)
  }

  private func charset(
    of file: SourceFile, content: [UInt8], check: UTF8Check, mark: String?, chosen: String?,
    declared: String?, notes: inout [IngestionError]
  ) throws(IngestionError) -> String {
    if let chosen, let name = try CharsetTable.shared().name(forLabel: chosen) { return name }
    if let mark { return mark }
    let detection = CharsetDetection(rules: rules)
    let written =
      file.looksLikeMarkup
      ? CharsetDeclaration.label(inMarkup: content, searchLength: rules.charsetSearchLength) : nil
    let declared = declared.map { CharsetDeclaration.Label(label: $0, line: nil) } ?? written
    guard let declared else { return detection.charset(of: content, check: check) }
    // What reads as UTF-8 in many places and fails in none is UTF-8, whatever it says: saved pages
    // are often written in UTF-8 and keep the declaration they came with.
    let isPlainlyUTF8 = check.isValid && check.sequences >= rules.sequencesForEachFault
    if isPlainlyUTF8 || declared.label.lowercased() == "utf-8" { return "UTF-8" }
    guard let name = try CharsetTable.shared().name(forLabel: declared.label) else {
      let guess = detection.charset(of: content, check: check)
      notes.append(
        IngestionError(
          file: file.name, line: declared.line, isNote: true,
          .unknownCharset(label: declared.label, readAs: guess)))
      return guess
    }
    // A declaration that could be read byte by byte cannot be in UTF-16 (HTML Standard, 13.2.3.2).
    return name.hasPrefix("UTF-16") ? "UTF-8" : name
  }

  private func convert(_ bytes: [UInt8], from charset: String, check: UTF8Check)
    throws(IngestionError) -> (utf8: [UInt8], replaced: Int)
  {
    guard let name = try CharsetTable.iconvName(unlessUTF8: charset),
      let converter = IconvConverter(from: name)
    else {
      return check.isValid ? (bytes, 0) : TextCleaning.replacingIllFormed(bytes)
    }
    let converted = converter.convert(bytes, until: deadline)
    try deadline.check()
    return converted
  }

  private func refuseBinary(_ file: SourceFile, check: UTF8Check) throws(IngestionError) {
    let start = String(decoding: file.bytes.prefix(64), as: UTF8.self)
    for (prefix, format) in rules.unsupported.sorted(by: { $0.key < $1.key })
    where start.hasPrefix(prefix) {
      throw IngestionError(
        file: file.name, .unsupported(format: format.format, instead: format.instead))
    }
    // A small picture holds few control characters, and is none the less no text.
    if check.controls > 0, let found = signature(of: file.bytes) {
      throw IngestionError(file: file.name, .notText(found: found))
    }
    let tolerated = max(rules.toleratedControls, file.bytes.count / rules.bytesForEachControl)
    guard check.controls > tolerated else { return }
    guard CharsetDetection(rules: rules).charsetByZeros(file.bytes) == nil else { return }
    throw IngestionError(file: file.name, .notText(found: "binary data"))
  }

  /// What files that begin like this one are, where that is known.
  private func signature(of bytes: [UInt8]) -> String? {
    let digits = "0123456789abcdef"
    let table = Array(digits)
    let start = bytes.prefix(16).reduce(into: "") { text, byte in
      text.append(table[Int(byte >> 4)])
      text.append(table[Int(byte & 15)])
    }
    return rules.signatures.filter { start.hasPrefix($0.key) }
      .max { $0.key.count < $1.key.count }?.value
  }
}

extension CharsetTable {
  /// What iconv calls a charset; the table is not even read for UTF-8.
  fileprivate static func iconvName(unlessUTF8 charset: String) throws(IngestionError) -> String? {
    charset == "UTF-8" ? nil : try shared().iconvName(of: charset)
  }
}
