/// The records of a WARC file (ISO 28500), one after the other. Of a packed file, one record at a time is
/// in memory.
struct WARCArchive {
  /// A record: its fields, and what follows them.
  struct Record {
    /// Its number, from 1.
    var number: Int
    var header: MessageHeader
    /// Empty where the record is of a sort that nobody wants, and only its beginning where it is longer
    /// than a record may be.
    var block: ArraySlice<UInt8>
    var isCut: Bool
  }

  private let file: String
  private var queue: ByteQueue
  private var count = 0
  private static let mark = Array("WARC/".utf8)
  private static let maximumHeader = 1 << 20
  private static let cutLength = 1 << 16

  /// Takes an archive that is not packed.
  init(_ file: SourceFile) {
    self.file = file.name
    queue = ByteQueue(file.bytes)
  }

  /// Takes an archive that is packed; nothing where something else is packed in the file.
  init?(unpacking file: SourceFile, limits: ReadingLimits) throws(IngestionError) {
    self.file = file.name
    queue = ByteQueue(
      unpacking: GzipStream(
        file, limit: limits.maximumExpandedSize, deadline: limits.deadline))
    guard try queue.fill(Self.mark.count), queue.front.starts(with: Self.mark) else { return nil }
  }

  /// Whether bytes begin as an archive does.
  static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: mark) }

  /// The next record; nothing at the end.
  ///
  /// - Parameters:
  ///   - limit: how long a record may be of which the whole is wanted.
  ///   - isWanted: whether what follows a header is of any use.
  /// - Complexity: linear in the length of the record.
  mutating func next(upTo limit: Int, where isWanted: (MessageHeader) -> Bool)
    throws(IngestionError) -> Record?
  {
    while try queue.fill(1), queue.front.first == 0x0D || queue.front.first == 0x0A {
      _ = try queue.drop(1)
    }
    guard try queue.fill(1) else { return nil }
    count += 1
    let place = queue.place
    guard try queue.fill(Self.mark.count), queue.front.starts(with: Self.mark) else {
      throw mistake("it does not begin with WARC/", place)
    }
    let header = try header(place)
    guard let field = header.value("content-length"), let length = Int(field.collapsingSpaces),
      length >= 0
    else { throw mistake("it gives no length", place) }
    let kept = isWanted(header) ? (length <= limit ? length : min(length, Self.cutLength)) : 0
    let isWhole = try queue.fill(kept)
    let block = queue.front.prefix(kept)
    guard isWhole, try queue.drop(length) else {
      throw mistake("its length, \(length) bytes, goes past the end of the file", place)
    }
    return Record(number: count, header: header, block: block, isCut: kept > 0 && kept < length)
  }

  /// Takes the line with the mark and the fields behind it.
  private mutating func header(_ place: Int) throws(IngestionError) -> MessageHeader {
    var header = MessageHeader()
    var isFirst = true
    while queue.place - place < Self.maximumHeader {
      guard let (length, whole) = try queue.lengthOfLine(upTo: Self.maximumHeader) else { break }
      let line = queue.front.prefix(length)
      guard isFirst || line.isEmpty || header.take(line) else { return header }
      _ = try queue.drop(whole)
      guard isFirst || !line.isEmpty else { return header }
      isFirst = false
    }
    throw mistake("its header does not end", place)
  }

  private func mistake(_ reason: String, _ place: Int) -> IngestionError {
    IngestionError(
      file: file,
      .malformed(format: "WARC", reason: "record \(count), at byte \(place): \(reason)"))
  }
}
