/// The entries of a ZIP archive in memory (PKWARE's APPNOTE 6.3), by the list at its end.
///
/// Nothing is ever written, so that the names of entries lead nowhere; entries are read by their whole
/// names only. What an entry expands to is limited, and checked against the size and the checksum that
/// the list gives.
struct ZIPArchive: Sendable {
  /// An entry of the list.
  struct Entry: Sendable, Hashable {
    var name: String
    var isEncrypted: Bool
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var size: Int
    /// Where its own header begins.
    var place: Int
  }

  private let bytes: [UInt8]
  private let file: String
  private let deadline: Deadline
  /// The entries in the order of the list.
  private(set) var entries: [Entry] = []

  /// Reads the list of an archive, in time linear in its length.
  ///
  /// - Parameter file: what messages call it.
  init(_ bytes: [UInt8], file: String, limits: ReadingLimits) throws(IngestionError) {
    self.bytes = bytes
    self.file = file
    deadline = limits.deadline
    try deadline.check()
    guard let end = endOfList() else { throw damaged("it has no list of its entries") }
    let count = number(at: end + 10, 2)
    let start = number(at: end + 16, 4)
    guard count < 0xFFFF, start < 0xFFFF_FFFF else { throw damaged("it is a ZIP64 archive") }
    guard count <= limits.maximumElements else {
      throw IngestionError(file: file, .tooManyElements(limit: limits.maximumElements))
    }
    var at = start
    for _ in 0..<count {
      guard at + 46 <= bytes.count, number(at: at, 4) == 0x0201_4B50 else {
        throw damaged("the list of its entries is cut off")
      }
      let nameLength = number(at: at + 28, 2)
      guard at + 46 + nameLength <= bytes.count else {
        throw damaged("the name of an entry goes past the end of the file")
      }
      entries.append(
        Entry(
          name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
          isEncrypted: number(at: at + 8, 2) & 1 != 0, method: number(at: at + 10, 2),
          checksum: UInt32(number(at: at + 16, 4)), packedSize: number(at: at + 20, 4),
          size: number(at: at + 24, 4), place: number(at: at + 42, 4)))
      at += 46 + nameLength + number(at: at + 30, 2) + number(at: at + 32, 2)
    }
  }

  /// The content of the entry of a name; nothing where there is none.
  ///
  /// - Parameter limit: how many bytes it may expand to.
  func content(of name: String, limit: Int) throws(IngestionError) -> [UInt8]? {
    guard let entry = entries.first(where: { $0.name == name }) else { return nil }
    guard !entry.isEncrypted else {
      throw IngestionError(
        file: file,
        .unsupported(format: "an encrypted archive", instead: "save it without a password"))
    }
    guard entry.size <= limit else {
      throw IngestionError(file: file, .expandsTooFar(limit: limit))
    }
    let packed = try packedBytes(of: entry)
    let content = try unpacked(packed, entry, limit: limit)
    guard content.count == entry.size, Inflation.checksum(content) == entry.checksum else {
      throw damaged("\"\(name)\" has another size or checksum than the list gives")
    }
    return content
  }

  private func packedBytes(of entry: Entry) throws(IngestionError) -> ArraySlice<UInt8> {
    let header = entry.place
    guard header + 30 <= bytes.count, number(at: header, 4) == 0x0403_4B50 else {
      throw damaged("\"\(entry.name)\" is not where the list says")
    }
    let start = header + 30 + number(at: header + 26, 2) + number(at: header + 28, 2)
    guard start + entry.packedSize <= bytes.count else {
      throw damaged("\"\(entry.name)\" goes past the end of the file")
    }
    return bytes[start..<(start + entry.packedSize)]
  }

  private func unpacked(_ packed: ArraySlice<UInt8>, _ entry: Entry, limit: Int)
    throws(IngestionError) -> [UInt8]
  {
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      do throws(Inflation.Mistake) {
        return try Inflation.inflated(packed, .none, limit: limit, deadline: deadline)
      } catch {
        switch error {
        case .tooLarge: throw IngestionError(file: file, .expandsTooFar(limit: limit))
        case .tooLate: throw IngestionError(file: file, .takesTooLong(limit: deadline.limit))
        case .damaged(let reason): throw damaged("\"\(entry.name)\": \(reason)")
        }
      }
    default:
      throw damaged("\"\(entry.name)\" is packed by method \(entry.method), which is not read")
    }
  }

  /// Where the record at the end of the archive begins; a comment of up to 64 KB may follow it.
  private func endOfList() -> Int? {
    var at = bytes.count - 22
    let first = max(0, at - 0xFFFF)
    while at >= first {
      if number(at: at, 4) == 0x0605_4B50 { return at }
      at -= 1
    }
    return nil
  }

  /// A number of so many bytes, the lowest first; 0 past the end.
  private func number(at place: Int, _ width: Int) -> Int {
    guard place >= 0, place + width <= bytes.count else { return 0 }
    return bytes[place..<(place + width)].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  private func damaged(_ reason: String) -> IngestionError {
    IngestionError(file: file, .malformed(format: "ZIP", reason: reason))
  }
}
