/// The 64-bit hash that spaCy knows strings by: MurmurHash64A of the UTF-8 form, seed 1.
///
/// Algorithm: Austin Appleby, <https://github.com/aappleby/smhasher>, `MurmurHash2.cpp`.
enum StringHash {
  private static let multiplier: UInt64 = 0xC6A4_A793_5BD1_E995
  private static let shift: UInt64 = 47

  /// The hash of bytes, in time linear in their number.
  static func hash(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 1) -> UInt64 {
    var hash = seed ^ (UInt64(truncatingIfNeeded: bytes.count) &* multiplier)
    let whole = bytes.count & ~7
    var offset = 0
    while offset < whole {
      var block = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      block &*= multiplier
      block ^= block >> shift
      block &*= multiplier
      hash = (hash ^ block) &* multiplier
      offset += 8
    }
    if whole < bytes.count {
      var tail: UInt64 = 0
      for index in whole..<bytes.count {
        tail |= UInt64(bytes[index]) << (8 * UInt64(index - whole))
      }
      hash = (hash ^ tail) &* multiplier
    }
    hash ^= hash >> shift
    hash &*= multiplier
    return hash ^ (hash >> shift)
  }

  /// The hash of a string.
  static func hash(_ string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { hash(UnsafeRawBufferPointer($0)) }
  }
}
