/// A value in MessagePack form; strings and binary data stay where they are, as ranges of the file.
///
/// Format: <https://github.com/msgpack/msgpack/blob/master/spec.md>.
enum MessagePackValue: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  /// An integer above `Int64.max`; smaller ones are ``integer(_:)``.
  case unsigned(UInt64)
  case number(Double)
  case string(Range<Int>)
  case binary(Range<Int>)
  case array([MessagePackValue])
  case map([MessagePackEntry])
  case other(type: Int8, Range<Int>)

  /// The elements, where the value is an array.
  var elements: [MessagePackValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The entries, where the value is a map.
  var entries: [MessagePackEntry]? {
    guard case .map(let entries) = self else { return nil }
    return entries
  }

  /// The bytes' place, where the value is a string or binary data.
  var range: Range<Int>? {
    switch self {
    case .string(let range), .binary(let range): range
    default: nil
    }
  }

  /// The value as an integer of machine size.
  var count: Int? {
    guard case .integer(let value) = self else { return nil }
    return Int(exactly: value)
  }

  /// The value's bits as a 64-bit hash.
  var hash: UInt64? {
    switch self {
    case .integer(let value): value >= 0 ? UInt64(value) : nil
    case .unsigned(let value): value
    default: nil
    }
  }
}

/// A key and its value in a MessagePack map.
struct MessagePackEntry: Sendable {
  let key: MessagePackValue
  let value: MessagePackValue
}
