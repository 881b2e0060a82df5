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
    input.withUnsafeMutableBytes { buffer in
      var source = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0, watch?.step() != true {
        let code = convertPiece(&source, &left, into: &output)
        guard code == EILSEQ || code == EINVAL, left > 0 else { continue }
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += 1
        source = source?.advanced(by: 1)
        left -= 1
      }
    }
    return (output, replaced)
  }

  /// Converts what fits into a piece of output; gives iconv's error, or 0.
  private func convertPiece(
    _ source: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
  ) -> Int32 {
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { characters in
        var target = characters.baseAddress
        var room = characters.count
        if iconv(descriptor, &source, &left, &target, &room) == Int(bitPattern: UInt.max) {
          code = errno
        }
        count = characters.count - room
      }
    }
    output.append(contentsOf: piece)
    return code
  }
}
