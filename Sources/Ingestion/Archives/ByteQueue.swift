/// Bytes that are taken from the front: those of a file, or what a gzip file unpacks to, of which no more
/// is in memory than has to be looked at together.
struct ByteQueue {
  private var bytes: [UInt8]
  /// The first byte that has not been taken.
  private var start = 0
  private let packed: GzipStream?
  /// How many bytes have been taken.
  private(set) var place = 0

  /// Takes bytes that are in memory.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    packed = nil
  }

  /// Takes what comes out of a gzip file.
  init(unpacking packed: GzipStream) {
    bytes = []
    self.packed = packed
  }

  /// The bytes that are in memory and have not been taken.
  var front: ArraySlice<UInt8> { bytes[start...] }

  /// Sees to it that so many bytes are in memory; tells whether there are as many.
  mutating func fill(_ count: Int) throws(IngestionError) -> Bool {
    while bytes.count - start < count {
      guard let piece = try packed?.next() else { return false }
      if start > 0 {
        bytes.removeSubrange(..<start)
        start = 0
      }
      bytes += piece
    }
    return true
  }

  /// Takes so many bytes; tells whether there were as many.
  mutating func drop(_ count: Int) throws(IngestionError) -> Bool {
    var left = count
    while left > 0 {
      guard try fill(1) else { return false }
      let taken = min(left, bytes.count - start)
      start += taken
      place += taken
      left -= taken
    }
    return true
  }

  /// The length of the first line without its end and with it; nothing where no end is within a limit.
  mutating func lengthOfLine(upTo limit: Int) throws(IngestionError) -> (line: Int, whole: Int)? {
    for length in 0..<limit {
      guard try fill(length + 1) else { return (length, length) }
      let byte = bytes[start + length]
      if byte == 0x0A { return (length, length + 1) }
      guard byte == 0x0D else { continue }
      let isPair = try fill(length + 2) && bytes[start + length + 1] == 0x0A
      return (length, length + (isPair ? 2 : 1))
    }
    return nil
  }
}
