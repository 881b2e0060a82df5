/// A recursive-descent reader of JSON over bytes.
struct JSONParser {
  private let bytes: [UInt8]
  private var at = 0
  private var watch: DeadlineWatch
  private var count = 0
  private let maximumCount: Int
  private static let maximumDepth = 200

  init(_ bytes: [UInt8], deadline: Deadline, maximumCount: Int) {
    self.bytes = bytes
    self.maximumCount = maximumCount
    watch = DeadlineWatch(deadline)
  }

  /// Reads one value and the white space around it.
  mutating func parse() throws(JSONValue.Mistake) -> JSONValue {
    let value = try value(depth: 0)
    skipSpaces()
    guard at == bytes.count else { throw mistake("text after the end of the value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONValue.Mistake) -> JSONValue {
    skipSpaces()
    guard at < bytes.count else { throw mistake("the text ends before the value does") }
    guard depth < Self.maximumDepth else { throw mistake("nested too deeply") }
    count += 1
    guard count <= maximumCount else { throw mistake("it has more than \(maximumCount) values") }
    guard !watch.step() else { throw mistake("reading it takes too long") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    default: throw mistake("a value is expected here")
    }
  }

  private mutating func object(depth: Int) throws(JSONValue.Mistake) -> JSONValue {
    var members: [JSONValue.Member] = []
    at += 1
    while true {
      skipSpaces()
      if take("}") { return .object(members) }
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
        throw mistake("a key in quotation marks or \"}\" is expected here")
      }
      let key = try string()
      skipSpaces()
      guard take(":") else { throw mistake("\":\" is expected after the key \"\(key)\"") }
      members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
      skipSpaces()
      if take(",") { continue }
      guard take("}") else { throw mistake("\",\" or \"}\" is expected after a member") }
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONValue.Mistake) -> JSONValue {
    var elements: [JSONValue] = []
    at += 1
    while true {
      skipSpaces()
      if take("]") { return .array(elements) }
      elements.append(try value(depth: depth + 1))
      skipSpaces()
      if take(",") { continue }
      guard take("]") else { throw mistake("\",\" or \"]\" is expected after an element") }
      return .array(elements)
    }
  }

  private mutating func string() throws(JSONValue.Mistake) -> String {
    let opening = at
    var text: [UInt8] = []
    at += 1
    while at < bytes.count {
      let start = at
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
        at += 1
      }
      text.append(contentsOf: bytes[start..<at])
      if take("\"") { return String(decoding: text, as: UTF8.self) }
      at += 1
      try escape(into: &text)
    }
    at = opening
    throw mistake("this string has no end")
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONValue.Mistake) {
    guard at < bytes.count else { return }
    let letter = bytes[at]
    at += 1
    switch letter {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
    case UInt8(ascii: "u"): text.append(contentsOf: String(try escapedScalar()).utf8)
    default: text.append(letter)
    }
  }

  /// A scalar from four digits, or from a surrogate pair; half a pair is U+FFFD.
  private mutating func escapedScalar() throws(JSONValue.Mistake) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try fourDigits()
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) ?? replacement }
    let isPair =
      at + 1 < bytes.count && bytes[at] == UInt8(ascii: "\\")
      && bytes[at + 1] == UInt8(ascii: "u")
    guard isPair else { return replacement }
    let before = at
    at += 2
    let second = try fourDigits()
    guard (0xDC00..<0xE000).contains(second) else {
      at = before
      return replacement
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? replacement
  }

  private mutating func fourDigits() throws(JSONValue.Mistake) -> UInt32 {
    let digits = String(decoding: bytes[at..<min(at + 4, bytes.count)], as: UTF8.self)
    guard digits.utf8.count == 4, let value = UInt32(digits, radix: 16) else {
      throw mistake("four hexadecimal digits are expected after \\u")
    }
    at += 4
    return value
  }

  private mutating func number() -> JSONValue {
    let start = at
    while at < bytes.count, Self.isOfNumber(bytes[at]) { at += 1 }
    return .number(String(decoding: bytes[start..<at], as: UTF8.self))
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONValue.Mistake)
    -> JSONValue
  {
    guard bytes[at...].starts(with: Array(word.utf8)) else {
      throw mistake("a value is expected here")
    }
    at += word.utf8.count
    return value
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpaces() {
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
  }

  private func mistake(_ reason: String) -> JSONValue.Mistake {
    let line = 1 + bytes[..<min(at, bytes.count)].count { $0 == 0x0A }
    return JSONValue.Mistake(line: line, reason: reason)
  }
}
