/// The fields at the head of a message or of one of its parts (RFC 5322, section 2.2).
struct MessageHeader: Sendable {
  /// A field with its lines unfolded.
  struct Field: Sendable, Hashable {
    /// The name in lower case.
    var name: String
    var value: [UInt8]
  }

  private(set) var fields: [Field] = []
  /// More than any program writes; what follows is no field.
  private static let maximumFields = 10_000

  /// Reads the fields at the beginning of some bytes, in time linear in their length; gives the
  /// bytes behind the blank line that ends them.
  ///
  /// A line that is no field ends the header too: what mail programs leave out most is the blank line.
  static func parse(_ bytes: ArraySlice<UInt8>) -> (header: MessageHeader, body: ArraySlice<UInt8>)
  {
    var header = MessageHeader()
    var rest = bytes
    while !rest.isEmpty {
      let (line, next) = rest.firstLine
      if line.isEmpty { return (header, next) }
      guard header.take(line) else { return (header, rest) }
      rest = next
    }
    return (header, rest)
  }

  /// Takes a line; tells whether it is a field or goes on with the last one.
  mutating func take(_ line: ArraySlice<UInt8>) -> Bool {
    if let first = line.first, first == 0x20 || first == 0x09 {
      guard !fields.isEmpty else { return false }
      fields[fields.count - 1].value += line
      return true
    }
    guard fields.count < Self.maximumFields, let field = Self.field(of: line) else {
      return false
    }
    fields.append(field)
    return true
  }

  /// The text of the first field of a name, with its encoded words decoded; nothing where there is
  /// none or it is empty.
  func text(_ name: String) throws(IngestionError) -> String? {
    guard let field = fields.first(where: { $0.name == name }) else { return nil }
    let text = try EncodedWords.decoded(field.value).collapsingSpaces
    return text.isEmpty ? nil : text
  }

  /// The value of the first field of a name as it stands there; nothing where there is none.
  func value(_ name: String) -> String? {
    fields.first { $0.name == name }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  private static func field(of line: ArraySlice<UInt8>) -> Field? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
      return nil
    }
    // RFC 5322, 4.5: old messages have white space before the colon.
    let name = line[..<colon].reversed().drop { $0 == 0x20 || $0 == 0x09 }.reversed()
    guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
    return Field(
      name: String(decoding: name, as: UTF8.self).lowercased(),
      value: Array(line[line.index(after: colon)...].drop { $0 == 0x20 || $0 == 0x09 }))
  }
}

extension ArraySlice<UInt8> {
  /// The bytes before the first line end, and those behind it.
  var firstLine: (line: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    guard let end = firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return (self, self[endIndex...])
    }
    let isPair = self[end] == 0x0D && end + 1 < endIndex && self[end + 1] == 0x0A
    return (self[..<end], self[(end + (isPair ? 2 : 1))...])
  }
}
