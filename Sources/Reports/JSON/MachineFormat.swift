import Foundation
import Source

/// How all of Crossread's JSON is written: indented, keys in alphabetical order, a line feed at the end.
enum MachineFormat {
  /// A value as JSON.
  ///
  /// - Throws: `EncodingError` when a number in it is not finite, which would be a defect of ours.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// A value as one line of JSON.
  ///
  /// - Throws: `EncodingError` when a number in it is not finite, which would be a defect of ours.
  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  // MARK: - Part by part

  /// A member of the outermost object, as it stands there.
  static func member(_ name: String, _ value: some Encodable) throws -> String {
    "  \"\(name)\" : " + indented(try json(value).dropLast(), by: 2)
  }

  /// A member of the outermost object that is a list, as it stands there; its elements are written one by one.
  static func member<Element: Sendable, Record: Encodable>(
    _ name: String, _ elements: [Element], _ record: @Sendable (Element) -> Record
  ) throws -> String {
    guard !elements.isEmpty else { return try member(name, [String]()) }
    let texts = elements.concurrentMap(minimumShare: 64) { element in
      Result { "    " + indented(try json(record(element)).dropLast(), by: 4) }
    }
    return try "  \"\(name)\" : [\n" + texts.map { try $0.get() }.joined(separator: ",\n") + "\n  ]"
  }

  /// JSON with all lines but the first and empty ones moved to the right: a line feed within a string is never one in
  /// JSON.
  private static func indented(_ json: Substring, by spaces: Int) -> String {
    let margin = [UInt8](repeating: UInt8(ascii: " "), count: spaces)
    let lineFeed = UInt8(ascii: "\n")
    var indented: [UInt8] = []
    var isAtStart = false
    for byte in json.utf8 {
      if isAtStart, byte != lineFeed { indented += margin }
      indented.append(byte)
      isAtStart = byte == lineFeed
    }
    return String(decoding: indented, as: UTF8.self)
  }
}
