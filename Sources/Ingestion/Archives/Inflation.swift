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
  /// - Returns: what came out, and how many of the bytes were used.
  /// - Complexity: linear in what comes out, which is no more than the limit.
  static func inflated(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, limit: Int, deadline: Deadline
  ) throws(Mistake) -> (bytes: [UInt8], used: Int) {
    var stream = z_stream()
    let size = Int32(MemoryLayout<z_stream>.size)
    guard inflateInit2_(&stream, wrapping.windowBits, ZLIB_VERSION, size) == Z_OK else {
      throw .damaged(reason: "zlib cannot be started")
    }
    defer { inflateEnd(&stream) }
    var output: [UInt8] = []
    let status = bytes.withUnsafeBufferPointer { buffer in
      // zlib does not write there; its type lacks the `const`.
      stream.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
      stream.avail_in = UInt32(clamping: buffer.count)
      return run(&stream, into: &output, limit: limit, deadline: deadline)
    }
    guard status != Z_OK || output.count > limit else { throw .tooLate }
    guard output.count <= limit else { throw .tooLarge }
    guard status == Z_STREAM_END else {
      let reason = stream.msg.map { String(cString: $0) }
      throw .damaged(reason: reason ?? "the compressed data end too early")
    }
    return (output, bytes.count - Int(stream.avail_in))
  }

  /// Inflates piece by piece, until the stream ends, breaks off or has gone past a limit, which is the
  /// only case of `Z_OK`.
  private static func run(
    _ stream: inout z_stream, into output: inout [UInt8], limit: Int, deadline: Deadline
  ) -> Int32 {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while output.count <= limit, !deadline.isPast {
      var got = 0
      let status = piece.withUnsafeMutableBufferPointer { buffer in
        stream.next_out = buffer.baseAddress
        stream.avail_out = UInt32(buffer.count)
        let status = inflate(&stream, Z_NO_FLUSH)
        got = buffer.count - Int(stream.avail_out)
        return status
      }
      output += piece[..<got]
      guard status == Z_OK else { return status }
    }
    return Z_OK
  }

  /// The checksum that ZIP keeps of each entry (CRC-32).
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32_z(0, buffer.baseAddress, buffer.count))
    }
  }
}
