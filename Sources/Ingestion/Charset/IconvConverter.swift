import Glibc

/// One conversion to UTF-8 by the C library's iconv (POSIX.1-2017).
///
/// What means nothing in the charset becomes U+FFFD, one for each byte, as the replacement error
/// mode of the WHATWG Encoding Standard has it.
final class IconvConverter {
  private let descriptor: iconv_t

  /// Opens a conversion; nothing where the C library lacks the charset.
  init?(from charset: String) {
    let opened = iconv_open("UTF-8", charset)
    guard let opened, opened != iconv_t(bitPattern: -1) else { return nil }
    descriptor = opened
  }

  deinit { iconv_close(descriptor) }

  /// Converts all of the bytes, in time linear in their number; no further than to where a deadline
  /// passes.
  func convert(_ bytes: [UInt8], until deadline: Deadline? = nil) -> (utf8: [UInt8], replaced: Int)
  {
    var input = bytes
    var output: [UInt8] = []
    var replaced = 0
    var watch = deadline.map(DeadlineWatch.init)
    output.reserveCapacity(bytes.count + bytes.count / 2)
    let piece = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 1 << 16)
    defer { piece.deallocate() }
    input.withUnsafeMutableBytes { buffer in
      var source = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0, watch?.step() != true {
        let code = convertPiece(&source, &left, by: piece, into: &output)
        guard code == EILSEQ || code == EINVAL, left > 0 else { continue }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
    // It keeps back a letter that an accent could follow until it is told that nothing does.
    var nothing: UnsafeMutablePointer<CChar>?
    var none = 0
    _ = convertPiece(&nothing, &none, by: piece, into: &output)
    return (output, replaced)
  }

  /// Converts what fits into a piece of output; gives iconv's error, or 0.
  private func convertPiece(
    _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int,
    by piece: UnsafeMutableBufferPointer<CChar>, into output: inout [UInt8]
  ) -> Int32 {
    var target = piece.baseAddress
    var room = piece.count
    let result = iconv(descriptor, &source, &left, &target, &room)
    let code = result == Int(bitPattern: UInt.max) ? errno : 0
    output.append(contentsOf: UnsafeRawBufferPointer(piece).prefix(piece.count - room))
    return code
  }
}
