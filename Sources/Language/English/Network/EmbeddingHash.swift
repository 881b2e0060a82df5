/// The hash by which a hash embedding finds the rows of a word.
///
/// Algorithm: thinc's shortened form of Austin Appleby's MurmurHash3 (128 bits) for one 64-bit
/// value, `thinc/backends/numpy_ops.pyx`.
enum EmbeddingHash {
  /// Four 32-bit hashes of a value.
  static func hash(_ value: UInt64, seed: UInt32) -> (UInt32, UInt32, UInt32, UInt32) {
    var first = value &* 0x87C3_7B91_1142_53D5
    first = first << 31 | first >> 33
    first = (first &* 0x4CF5_AD43_2745_937F) ^ UInt64(seed) ^ 8
    var second = UInt64(seed) ^ 8
    first &+= second
    second &+= first
    first = mixed(first)
    second = mixed(second)
    first &+= second
    second &+= first
    return (
      UInt32(truncatingIfNeeded: first), UInt32(truncatingIfNeeded: first >> 32),
      UInt32(truncatingIfNeeded: second), UInt32(truncatingIfNeeded: second >> 32)
    )
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value
    value ^= value >> 33
    value &*= 0xFF51_AFD7_ED55_8CCD
    value ^= value >> 33
    value &*= 0xC4CE_B9FE_1A85_EC53
    return value ^ value >> 33
  }
}
