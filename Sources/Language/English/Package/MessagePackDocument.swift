/// A file with one MessagePack value, and what is needed to get at the parts of it.
struct MessagePackDocument: Sendable {
  let file: MappedFile
  let root: MessagePackValue

  /// Reads the structure of a file; the contents of strings and arrays of numbers stay mapped.
  ///
  /// - Throws: ``PipelinePackageError``.
  init(path: String) throws {
    let file = try MappedFile(inPackage: path)
    var reader = MessagePackReader(file)
    self.file = file
    self.root = try reader.readAll()
  }

  /// The text of a value that is a string or binary data.
  func text(_ value: MessagePackValue) -> String? {
    value.range.map(file.text)
  }

  /// The value under a key of text, where the given value is a map that has it.
  func value(_ key: StaticString, in map: MessagePackValue) -> MessagePackValue? {
    map.entries?.first { entry in
      guard let range = entry.key.range, range.count == key.utf8CodeUnitCount else { return false }
      let expected = UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount)
      return file.bytes[range].elementsEqual(expected)
    }?.value
  }

  /// The value under a key of text.
  ///
  /// - Throws: ``PipelinePackageError/malformed(file:reason:)`` where there is none.
  func require(_ key: StaticString, in map: MessagePackValue) throws -> MessagePackValue {
    guard let found = value(key, in: map) else { throw malformed("\"\(key)\" is missing") }
    return found
  }

  /// A map's entries as a dictionary by text.
  func dictionary(_ map: MessagePackValue) -> [String: MessagePackValue] {
    var result: [String: MessagePackValue] = [:]
    for entry in map.entries ?? [] {
      guard let key = text(entry.key) else { continue }
      result[key] = entry.value
    }
    return result
  }

  /// The value that binary data holds in turn, as thinc stores a layer's attributes.
  func nested(_ value: MessagePackValue) throws -> MessagePackValue {
    guard case .binary(let range) = value else { return value }
    var reader = MessagePackReader(file, range: range)
    return try reader.readAll()
  }

  /// An error about this file.
  func malformed(_ reason: String) -> PipelinePackageError {
    .malformed(file: file.path, reason: reason)
  }
}
