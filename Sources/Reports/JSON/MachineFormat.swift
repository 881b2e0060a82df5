import Foundation

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
}
