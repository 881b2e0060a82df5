/// Reads one MessagePack value after the other from bytes, never past their end.
///
/// Nesting is limited, so that hostile input cannot exhaust the stack; announced counts are checked
/// against what is left, so that it cannot exhaust memory either. Linear in the number of bytes.
struct MessagePackReader {
  private static let deepest = 64

  // Keeps the mapping alive that `bytes` points to.
  private let file: MappedFile
  private let bytes: UnsafeRawBufferPointer
  private let end: Int
  private(set) var position: Int

  /// Reads from a range of a file.
  init(_ file: MappedFile, range: Range<Int>? = nil) {
    self.bytes = file.bytes
    let range = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
    self.position = range.lowerBound
    self.end = range.upperBound
    self.file = file
  }

  /// Reads the only value of the range.
  ///
  /// - Throws: ``PipelinePackageError/malformed(file:reason:)``.
  mutating func readAll() throws -> MessagePackValue {
    let value = try read(depth: 0)
    guard position == end else { throw malformed("bytes after the end of the MessagePack value") }
    return value
  }

  private mutating func read(depth: Int) throws -> MessagePackValue {
    guard depth < Self.deepest else { throw malformed("MessagePack nested too deeply") }
    let first = try byte()
    switch first {
    case 0x00...0x7F: return .integer(Int64(first))
    case 0x80...0x8F: return try map(Int(first & 0x0F), depth)
    case 0x90...0x9F: return try array(Int(first & 0x0F), depth)
    case 0xA0...0xBF: return .string(try skip(Int(first & 0x1F)))
    case 0xC0: return .null
    case 0xC2: return .boolean(false)
    case 0xC3: return .boolean(true)
    case 0xC4: return .binary(try skip(Int(try unsigned(1))))
    case 0xC5: return .binary(try skip(Int(try unsigned(2))))
    case 0xC6: return .binary(try skip(Int(try unsigned(4))))
    case 0xC7...0xC9: return try other(counted: 1 << (first - 0xC7))
    case 0xCA: return .number(Double(Float(bitPattern: UInt32(try unsigned(4)))))
    case 0xCB: return .number(Double(bitPattern: try unsigned(8)))
    case 0xCC...0xCF: return integer(try unsigned(1 << (first - 0xCC)))
    case 0xD0: return .integer(Int64(Int8(truncatingIfNeeded: try unsigned(1))))
    case 0xD1: return .integer(Int64(Int16(truncatingIfNeeded: try unsigned(2))))
    case 0xD2: return .integer(Int64(Int32(truncatingIfNeeded: try unsigned(4))))
    case 0xD3: return .integer(Int64(bitPattern: try unsigned(8)))
    case 0xD4...0xD8: return try other(count: 1 << (first - 0xD4))
    case 0xD9...0xDB: return .string(try skip(Int(try unsigned(1 << (first - 0xD9)))))
    case 0xDC: return try array(Int(try unsigned(2)), depth)
    case 0xDD: return try array(Int(try unsigned(4)), depth)
    case 0xDE: return try map(Int(try unsigned(2)), depth)
    case 0xDF: return try map(Int(try unsigned(4)), depth)
    case 0xE0...0xFF: return .integer(Int64(Int8(bitPattern: first)))
    default: throw malformed("byte 0x\(String(first, radix: 16)) begins no MessagePack value")
    }
  }

  private mutating func array(_ count: Int, _ depth: Int) throws -> MessagePackValue {
    guard count <= end - position else { throw malformed("a MessagePack array is cut off") }
    var elements: [MessagePackValue] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(depth: depth + 1)) }
    return .array(elements)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws -> MessagePackValue {
    guard count <= (end - position) / 2 else { throw malformed("a MessagePack map is cut off") }
    var entries: [MessagePackEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let key = try read(depth: depth + 1)
      entries.append(MessagePackEntry(key: key, value: try read(depth: depth + 1)))
    }
    return .map(entries)
  }

  private mutating func other(counted width: Int) throws -> MessagePackValue {
    try other(count: Int(try unsigned(width)))
  }

  private mutating func other(count: Int) throws -> MessagePackValue {
    let type = Int8(bitPattern: try byte())
    return .other(type: type, try skip(count))
  }

  private func integer(_ value: UInt64) -> MessagePackValue {
    value <= UInt64(Int64.max) ? .integer(Int64(value)) : .unsigned(value)
  }

  private mutating func byte() throws -> UInt8 {
    guard position < end else { throw malformed("the MessagePack value is cut off") }
    defer { position += 1 }
    return bytes[position]
  }

  /// A big-endian number of 1, 2, 4 or 8 bytes.
  private mutating func unsigned(_ width: Int) throws -> UInt64 {
    let place = try skip(width)
    return place.reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
  }

  private mutating func skip(_ count: Int) throws -> Range<Int> {
    guard count <= end - position else { throw malformed("a MessagePack string is cut off") }
    defer { position += count }
    return position..<(position + count)
  }

  private func malformed(_ reason: String) -> PipelinePackageError {
    .malformed(file: file.path, reason: "\(reason) (byte \(position))")
  }
}
