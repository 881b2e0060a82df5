import Glibc

/// Splits a page into tags and text, as the HTML Standard's tokenizer does it (13.2.5), and hands them to a
/// builder of trees.
///
/// What is never read is passed over: scripts, styles, comments, drawings, and the attributes that nobody asks
/// for. Most bytes of a page of today are of that sort.
struct HTMLTokenizer {
  let bytes: UnsafeBufferPointer<UInt8>
  var builder: HTMLTreeBuilder
  private var at = 0
  /// The elements without markup in them of which no end tag follows any more.
  private var endless: Set<HTMLTag> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, builder: HTMLTreeBuilder) {
    self.bytes = bytes
    self.builder = builder
  }

  /// Goes through the page, in time linear in its length, as long as the builder takes more.
  mutating func run() {
    while at < bytes.count, builder.goesOn {
      let mark = find(UInt8(ascii: "<"), from: at) ?? bytes.count
      takeText(at..<mark)
      at = mark
      if at < bytes.count { takeTag() }
    }
  }

  private mutating func takeText(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let text = UnsafeBufferPointer(rebasing: bytes[range])
    builder.characters { HTMLCharacters.append(text, to: &$0, isAttribute: false) }
  }

  private mutating func takeTag() {
    let next = at + 1 < bytes.count ? bytes[at + 1] : 0
    switch next {
    case UInt8(ascii: "!"):
      skipComment()
    case UInt8(ascii: "?"):
      at = (find(UInt8(ascii: ">"), from: at) ?? bytes.count - 1) + 1
    case UInt8(ascii: "/") where at + 2 < bytes.count && Self.isLetter(bytes[at + 2]):
      takeEndTag()
    case _ where Self.isLetter(next):
      takeStartTag()
    default:
      builder.characters { $0.append(UInt8(ascii: "<")) }
      at += 1
    }
  }

  private mutating func skipComment() {
    let isComment =
      at + 3 < bytes.count && bytes[at + 2] == UInt8(ascii: "-")
      && bytes[at + 3] == UInt8(ascii: "-")
    guard isComment else {
      at = (find(UInt8(ascii: ">"), from: at) ?? bytes.count - 1) + 1
      return
    }
    var place = at + 2
    while let end = find(UInt8(ascii: ">"), from: place) {
      place = end + 1
      let isEnd = bytes[end - 1] == UInt8(ascii: "-") && bytes[end - 2] == UInt8(ascii: "-")
      let isBangEnd =
        end - 3 > at && bytes[end - 1] == UInt8(ascii: "!")
        && bytes[end - 2] == UInt8(ascii: "-") && bytes[end - 3] == UInt8(ascii: "-")
      if isEnd || isBangEnd {
        at = place
        return
      }
    }
    at = bytes.count
  }

  private mutating func takeEndTag() {
    let name = (at + 2)..<endOfName(from: at + 2)
    at = (find(UInt8(ascii: ">"), from: name.upperBound) ?? bytes.count - 1) + 1
    let (tag, slot) = element(of: name)
    builder.end(tag, slot: slot)
  }

  private mutating func takeStartTag() {
    let name = (at + 1)..<endOfName(from: at + 1)
    let (tag, slot) = element(of: name)
    let first = builder.attributeCount
    at = name.upperBound
    let isLinkedData = takeAttributes(of: tag)
    switch tag {
    // Elements without content that say nothing.
    case .embed, .source, .track, .param, .wbr, .area, .col, .frame, .base:
      builder.removeAttributes(from: first)
    case .script, .style, .noscript, .iframe, .svg, .template, .textarea, .title, .noframes:
      takeRaw(tag, name: name, slot: slot, attributesFrom: first, isKept: isLinkedData)
    default: builder.start(tag, slot: slot, attributesFrom: first)
    }
  }

  /// Deals with an element whose content is not markup, or is never read.
  private mutating func takeRaw(
    _ tag: HTMLTag, name: Range<Int>, slot: Int, attributesFrom first: Int, isKept: Bool
  ) {
    // Where there was no end tag before, there is none further on: looking again would take
    // quadratic time.
    let end = endless.contains(tag) ? nil : findEndTag(name, from: at)
    if end == nil { endless.insert(tag) }
    // An element without an end has no content but for those that hold programs.
    guard end != nil || tag == .script || tag == .style else {
      return builder.removeAttributes(from: first)
    }
    let content = UnsafeBufferPointer(rebasing: bytes[at..<(end ?? bytes.count)])
    at = end.map { (find(UInt8(ascii: ">"), from: $0) ?? bytes.count - 1) + 1 } ?? bytes.count
    guard tag == .title || isKept else { return builder.removeAttributes(from: first) }
    builder.start(tag, slot: slot, attributesFrom: first)
    builder.characters { values in
      if tag == .title {
        HTMLCharacters.append(content, to: &values, isAttribute: false)
      } else {
        values.append(contentsOf: content)
      }
    }
    builder.end(tag, slot: slot)
  }

  private func findEndTag(_ name: Range<Int>, from start: Int) -> Int? {
    var place = start
    while let mark = find(UInt8(ascii: "<"), from: place) {
      place = mark + 1
      let end = mark + 2 + name.count
      guard end <= bytes.count, bytes[mark + 1] == UInt8(ascii: "/") else { continue }
      var isSame = true
      for offset in 0..<name.count where isSame {
        isSame = bytes[mark + 2 + offset] | 0x20 == bytes[name.lowerBound + offset] | 0x20
      }
      guard isSame else { continue }
      guard end < bytes.count, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "-") else {
        return mark
      }
    }
    return nil
  }
}

// MARK: - Attributes

extension HTMLTokenizer {
  /// Takes the attributes that are asked for and goes past the end of the tag.
  ///
  /// - Returns: whether the tag says that it holds JSON-LD.
  private mutating func takeAttributes(of tag: HTMLTag) -> Bool {
    var taken: UInt64 = 0
    var isLinkedData = false
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      if Self.isSpace(bytes[at]) || bytes[at] == UInt8(ascii: "/") {
        at += 1
        continue
      }
      let name = takeAttributeName()
      let value = takeValue()
      guard let attribute = attribute(of: name) else { continue }
      let bit: UInt64 = 1 << UInt64(attribute.rawValue)
      guard taken & bit == 0 else { continue }
      taken |= bit
      if tag == .script, attribute == .type { isLinkedData = contains("ld+json", in: value) }
      // Addresses can be whole pictures in base 64; nobody reads those.
      let isPicture = attribute == .src && value.count > 2000
      let text = UnsafeBufferPointer(rebasing: bytes[isPicture ? value.prefix(0) : value])
      builder.append(attribute) { HTMLCharacters.append(text, to: &$0, isAttribute: true) }
    }
    at = min(at + 1, bytes.count)
    return isLinkedData
  }

  private mutating func takeAttributeName() -> Range<Int> {
    let start = at
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte <= 0x20 || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "/")
      {
        break
      }
      at += 1
    }
    return start..<at
  }

  private mutating func takeValue() -> Range<Int> {
    let afterName = at
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else {
      at = afterName
      return at..<at
    }
    at += 1
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return at..<at }
    let quote = bytes[at]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = at + 1
      let end = find(quote, from: start) ?? bytes.count
      at = min(end + 1, bytes.count)
      return start..<end
    }
    let start = at
    while at < bytes.count, !Self.isSpace(bytes[at]), bytes[at] != UInt8(ascii: ">") { at += 1 }
    return start..<at
  }
}

// MARK: - Names and bytes

extension HTMLTokenizer {
  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">"),
      bytes[end] != UInt8(ascii: "/")
    {
      end += 1
    }
    return end
  }

  /// The element of a name, and a number that stands for the name.
  private func element(of name: Range<Int>) -> (HTMLTag, slot: Int) {
    var hash: UInt32 = 2_166_136_261
    for byte in bytes[name] { hash = (hash ^ UInt32(byte | 0x20)) &* 16_777_619 }
    let tag = withLowercased(name) { HTMLTag(name: $0) } ?? .other
    return (tag, Int(hash >> 22))
  }

  private func attribute(of name: Range<Int>) -> HTMLAttribute? {
    withLowercased(name) { HTMLAttribute(name: $0) } ?? nil
  }

  /// A short name in lower case; nothing for one that is longer than any that is asked for.
  private func withLowercased<Result>(
    _ name: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard name.count <= 24 else { return nil }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { buffer in
      for (place, byte) in bytes[name].enumerated() {
        buffer[place] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      return body(UnsafeBufferPointer(start: buffer.baseAddress, count: name.count))
    }
  }

  private func contains(_ word: String, in range: Range<Int>) -> Bool {
    String(decoding: bytes[range], as: UTF8.self).lowercased().holds(word)
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) && byte >= 0x41
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
