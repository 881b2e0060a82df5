import Glibc

extension UnsafeRawBufferPointer {
  /// The first place at which some bytes stand in these, in time linear in the length for words whose first
  /// byte is rare.
  func firstPlace(of word: UnsafeRawBufferPointer) -> Int? {
    guard let start = baseAddress, let other = word.baseAddress, let first = word.first else {
      return word.isEmpty ? 0 : nil
    }
    var at = 0
    while at + word.count <= count {
      guard let found = memchr(start + at, Int32(first), count - word.count + 1 - at) else {
        return nil
      }
      at = UnsafeRawPointer(found) - start
      if memcmp(found, other, word.count) == 0 { return at }
      at += 1
    }
    return nil
  }
}
