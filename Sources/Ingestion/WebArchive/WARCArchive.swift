/// The records of a WARC file (ISO 28500), one after the other.
struct WARCArchive: Sendable {
  /// A record: its fields, and what follows them.
  struct Record: Sendable {
    var header: MessageHeader
    var block: ArraySlice<UInt8>
  }

  /// Where an archive stops making sense.
  struct Mistake: Error, Sendable, Hashable {
    /// The number of the record, from 1, and the byte at which it begins.
    var record: Int
    var place: Int
    var reason: String
  }

  private var rest: ArraySlice<UInt8>
  private var count = 0
  private static let mark = Array("WARC/".utf8)

  /// Takes the bytes of an archive.
  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  /// Whether bytes begin as an archive does.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// The next record; nothing at the end.
  ///
  /// - Complexity: linear in the length of the record's header.
  mutating func next() throws(Mistake) -> Record? {
    rest = rest.drop { $0 == 0x0D || $0 == 0x0A }
    guard !rest.isEmpty else { return nil }
    count += 1
    let place = rest.startIndex
    guard rest.starts(with: Self.mark) else {
      throw Mistake(record: count, place: place, reason: "it does not begin with WARC/")
    }
    let (header, body) = MessageHeader.parse(rest.firstLine.rest)
    guard let field = header.value("content-length"), let length = Int(field.collapsingSpaces),
      length >= 0
    else {
      throw Mistake(record: count, place: place, reason: "it gives no length")
    }
    guard length <= body.count else {
      throw Mistake(
        record: count, place: place,
        reason: "its length, \(length) bytes, goes past the end of the file")
    }
    rest = body.dropFirst(length)
    return Record(header: header, block: body.prefix(length))
  }
}
