import Foundation

/// Where a file says which charset it is in: by its first bytes, or in words near its beginning.
enum CharsetDeclaration {
  /// The charset of a byte order mark and the mark's length (WHATWG Encoding Standard, "BOM
  /// sniff").
  static func byteOrderMark(_ bytes: [UInt8]) -> (charset: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("UTF-8", 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    return nil
  }

  /// A label and the line it stands on, where it stands in the text itself.
  struct Label: Sendable, Hashable {
    var label: String
    var line: Int?
  }

  /// The label that a page declares in `<meta charset>`, `<meta http-equiv>` or an XML declaration.
  ///
  /// After "prescan a byte stream to determine its encoding" of the HTML Standard; looks at so many
  /// bytes and passes over comments.
  static func label(inMarkup bytes: [UInt8], searchLength: Int) -> Label? {
    let head = Array(bytes.prefix(searchLength))
    if let label = xmlLabel(head) { return label }
    var at = 0
    var line = 1
    while at < head.count {
      if head[at] == UInt8(ascii: "\n") { line += 1 }
      guard head[at] == UInt8(ascii: "<") else {
        at += 1
        continue
      }
      if head[at...].starts(with: Array("<!--".utf8)) {
        let end = MarkupScan.end(ofComment: head, from: at)
        line += head[at..<end].count { $0 == UInt8(ascii: "\n") }
        at = end
        continue
      }
      guard MarkupScan.isTag("meta", in: head, at: at) else {
        at += 1
        continue
      }
      let (attributes, end) = MarkupScan.attributes(head, from: at + 5)
      if let label = label(inMeta: attributes) { return Label(label: label, line: line) }
      line += head[at..<end].count { $0 == UInt8(ascii: "\n") }
      at = max(end, at + 1)
    }
    return nil
  }

  private static func label(inMeta attributes: [(name: String, value: String)]) -> String? {
    if let charset = attributes.first(where: { $0.name == "charset" })?.value { return charset }
    let isContentType = attributes.contains {
      $0.name == "http-equiv" && $0.value.lowercased() == "content-type"
    }
    guard isContentType, let content = attributes.first(where: { $0.name == "content" })?.value
    else { return nil }
    return label(inContentType: content)
  }

  /// The charset of `text/html; charset=shift_jis`.
  static func label(inContentType content: String) -> String? {
    let lower = content.lowercased()
    guard let found = lower.range(of: "charset") else { return nil }
    let rest = lower[found.upperBound...].drop { $0 == " " }
    guard rest.first == "=" else { return nil }
    let value = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
    let label = value.prefix { $0 != "\"" && $0 != "'" && $0 != ";" && $0 != " " }
    return label.isEmpty ? nil : String(label)
  }

  /// The label of `<?xml version="1.0" encoding="euc-jp"?>` at the very beginning.
  private static func xmlLabel(_ head: [UInt8]) -> Label? {
    guard head.starts(with: Array("<?xml".utf8)),
      let end = head.firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let (attributes, _) = MarkupScan.attributes(Array(head[..<end]), from: 5)
    guard let label = attributes.first(where: { $0.name == "encoding" })?.value else { return nil }
    return Label(label: label, line: 1)
  }
}
