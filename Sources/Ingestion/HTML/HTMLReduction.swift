/// Takes out of a page, before it is parsed, what is never read: scripts, styles, comments,
/// drawings, and the attributes that nobody asks for.
///
/// Most bytes of a page of today are of that sort, and passing over them costs a tenth of parsing
/// them. What is left has a bounded depth, closed quotation marks and no tag of endless length, so
/// that libxml2, whose work grows with depth times unmatched end tags, stays linear. Tags are told
/// apart as the HTML Standard's tokenizer does it (13.2.5).
struct HTMLReduction {
  let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0
  var output: [UInt8] = []
  private var depth = 0
  private var endless: Set<HTMLTag> = []
  private var open = [Int32](repeating: 0, count: 1024)

  /// Browsers stop nesting at 512; a little more does no harm.
  private static let maximumDepth = 600

  /// The page without what is never read, in time linear in its length.
  static func reduce(_ page: [UInt8]) -> [UInt8] {
    page.withUnsafeBufferPointer { bytes in
      var reduction = HTMLReduction(bytes: bytes)
      reduction.run()
      return reduction.output
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    output.reserveCapacity(bytes.count / 2)
  }

  private mutating func run() {
    while at < bytes.count {
      let mark = find(UInt8(ascii: "<"), from: at) ?? bytes.count
      output.append(contentsOf: bytes[at..<mark])
      at = mark
      if at < bytes.count { takeTag() }
    }
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
      output.append(contentsOf: "&lt;".utf8)
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
    let nameStart = at + 2
    let nameEnd = endOfName(from: nameStart)
    let name = nameStart..<nameEnd
    at = (find(UInt8(ascii: ">"), from: nameEnd) ?? bytes.count - 1) + 1
    let slot = Self.slot(of: bytes, name)
    guard open[slot] > 0 else { return }
    open[slot] -= 1
    let tag = tag(of: name)
    if !tag.traits.contains(.selfEnding) {
      depth -= 1
      if depth >= Self.maximumDepth { return }
    }
    output.append(contentsOf: "</".utf8)
    appendName(name)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func takeStartTag() {
    let nameStart = at + 1
    let nameEnd = endOfName(from: nameStart)
    let name = nameStart..<nameEnd
    let tag = tag(of: name)
    let before = output.count
    output.append(UInt8(ascii: "<"))
    appendName(name)
    at = nameEnd
    let isLinkedData = takeAttributes(of: tag)
    output.append(UInt8(ascii: ">"))
    if Self.isEmpty(tag) {
      output.removeLast(output.count - before)
      return
    }
    if Self.isRaw(tag), skipRaw(tag, name: name, before: before, isKept: isLinkedData) { return }
    if tag.traits.contains(.void) { return }
    open[Self.slot(of: bytes, name)] += 1
    guard !tag.traits.contains(.selfEnding) else { return }
    depth += 1
    if depth > Self.maximumDepth { output.removeLast(output.count - before) }
  }

  /// Copies the attributes that are asked for and goes past the end of the tag.
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
      append(attribute, value)
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

  private mutating func append(_ attribute: HTMLAttribute, _ value: Range<Int>) {
    output.append(contentsOf: attribute.opening)
    // Addresses can be whole pictures in base 64; nobody reads those.
    let isPicture = attribute == .src && value.count > 2000
    let bytes =
      isPicture
      ? UnsafeBufferPointer(rebasing: bytes[value].prefix(0))
      : UnsafeBufferPointer(rebasing: bytes[value])
    if bytes.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }) {
      appendEscaped(bytes)
    } else {
      output.append(contentsOf: bytes)
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes {
      if byte == UInt8(ascii: "\"") {
        output.append(contentsOf: "&quot;".utf8)
      } else if byte == UInt8(ascii: "<") {
        output.append(contentsOf: "&lt;".utf8)
      } else {
        output.append(byte)
      }
    }
  }

  /// Deals with an element whose content is not markup, or is never read.
  ///
  /// - Returns: whether its content was passed over or copied; not so where its end is missing.
  private mutating func skipRaw(_ tag: HTMLTag, name: Range<Int>, before: Int, isKept: Bool) -> Bool
  {
    // Where there was no end tag before, there is none further on: looking again would take
    // quadratic time.
    let end = endless.contains(tag) ? nil : findEndTag(name, from: at)
    if end == nil { endless.insert(tag) }
    if end == nil, tag != .script, tag != .style {
      output.removeLast(output.count - before)
      return true
    }
    let content = at..<(end ?? bytes.count)
    at = end.map { (find(UInt8(ascii: ">"), from: $0) ?? bytes.count - 1) + 1 } ?? bytes.count
    if tag == .title {
      appendEscaped(UnsafeBufferPointer(rebasing: bytes[content]))
      output.append(contentsOf: "</title>".utf8)
    } else if isKept {
      output.append(contentsOf: bytes[content])
      output.append(contentsOf: "</script>".utf8)
    } else {
      output.removeLast(output.count - before)
    }
    return true
  }

  private func findEndTag(_ name: Range<Int>, from start: Int) -> Int? {
    var place = start
    while let mark = find(UInt8(ascii: "<"), from: place) {
      place = mark + 1
      let end = mark + 2 + name.count
      guard end <= bytes.count, bytes[mark + 1] == UInt8(ascii: "/") else { continue }
      let isSame = zip(bytes[(mark + 2)..<end], bytes[name]).allSatisfy { $0 | 0x20 == $1 | 0x20 }
      guard isSame else { continue }
      guard end < bytes.count, Self.isLetter(bytes[end]) || bytes[end] == UInt8(ascii: "-") else {
        return mark
      }
    }
    return nil
  }

  /// Elements without content that say nothing: libxml2 knows only HTML 4's and would wait for
  /// their ends.
  private static func isEmpty(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .embed, .source, .track, .param, .wbr, .area, .col, .frame, .base: true
    default: false
    }
  }

  private static func isRaw(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .script, .style, .noscript, .iframe, .svg, .template, .textarea, .title, .noframes: true
    default: false
    }
  }
}
