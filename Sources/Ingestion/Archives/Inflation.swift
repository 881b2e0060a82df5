import CZlib

/// The border to zlib (https://zlib.net/manual.html): compressed bytes go in, plain ones come out, and
/// never more than a limit.
enum Inflation {
  /// How deflated bytes are wrapped.
  enum Wrapping: Sendable, Hashable {
    /// Not at all, as in ZIP (RFC 1951).
    case none
    /// With a header and a checksum (RFC 1950), as `Content-Encoding: deflate` has it.
    case zlib
    /// As a member of a gzip file (RFC 1952).
    case gzip

    fileprivate var windowBits: Int32 {
      switch self {
      case .none: -MAX_WBITS
      case .zlib: MAX_WBITS
      case .gzip: MAX_WBITS + 16
      }
    }
  }

  /// Why bytes could not be inflated.
  enum Mistake: Error, Sendable, Hashable {
    case tooLarge
    case tooLate
    case damaged(reason: String)
  }

  /// Inflates one stream of bytes.
  ///
  /// - Parameters:
  ///   - bytes: the stream, and whatever stands behind it.
  ///   - limit: how many bytes may come out.
  ///   - deadline: when it has to be over.
  /// - Complexity: linear in what comes out, which is no more than the limit.
  static func inflated(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int, deadline: Deadline
  ) throws(Mistake) -> [UInt8] {
    let inflater = Inflater(wrapping)
    var output: [UInt8] = []
    var rest = bytes
    while true {
      guard !deadline.isPast else { throw .tooLate }
      let step = inflater.step(rest)
      output += step.output
      rest = rest.dropFirst(step.used)
      guard output.count <= limit else { throw .tooLarge }
      switch step.state {
      case .goesOn: continue
      case .ended: return output
      case .damaged(let reason): throw .damaged(reason: reason)
      }
    }
  }

  /// The checksum that ZIP keeps of each entry (CRC-32).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}

/// One stream of compressed bytes, which is unpacked in pieces as they are asked for.
final class Inflater {
  /// How a stream goes on behind a piece.
  enum State: Sendable, Hashable {
    case goesOn
    case ended
    case damaged(reason: String)
  }

  /// At its own place in memory: zlib keeps a pointer to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private let isReady: Bool
  private static let pieceSize = 1 << 16

  /// Begins a stream.
  init(_ wrapping: Inflation.Wrapping) {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let size = Int32(MemoryLayout<z_stream>.size)
    isReady = inflateInit2_(stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK
  }

  deinit {
    if isReady { inflateEnd(stream) }
    stream.deinitialize(count: 1)
    stream.deallocate()
  }

  /// Takes bytes from the front of those that have not been used yet; gives what they unpack to, a piece
  /// at most, and how many were used.
  func step(_ bytes: ArraySlice<UInt8>) -> (output: [UInt8], used: Int, state: State) {
    guard isReady else { return ([], 0, .damaged(reason: "zlib cannot be started")) }
    var status = Z_OK
    var used = 0
    let output = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { piece, count in
      bytes.withUnsafeBufferPointer { buffer in
        // zlib does not write there; its type lacks the `const`.
        stream.pointee.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
        let given = UInt32(clamping: buffer.count)
        stream.pointee.avail_in = given
        stream.pointee.next_out = piece.baseAddress
        stream.pointee.avail_out = UInt32(piece.count)
        status = inflate(stream, Z_NO_FLUSH)
        used = Int(given - stream.pointee.avail_in)
        count = piece.count - Int(stream.pointee.avail_out)
      }
    }
    switch status {
    case Z_OK: return (output, used, .goesOn)
    case Z_STREAM_END: return (output, used, .ended)
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) }
      return (
        output, used, .damaged(reason: reason ?? "the compressed data end too early")
      )
    }
  }

  /// Begins the next stream.
  func reset() {
    if isReady { inflateReset(stream) }
  }
}
