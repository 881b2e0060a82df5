/// A dictionary from 64-bit hashes to small numbers, by open addressing.
///
/// The keys are hashes already, so that hashing them again, as `Dictionary` does, would only cost
/// time.
struct HashIndex: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int
  private(set) var count = 0

  /// An empty index with room for some keys.
  init(capacity: Int = 32) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    self.keys = Array(repeating: 0, count: size)
    self.values = Array(repeating: -1, count: size)
    self.mask = size - 1
  }

  /// The value of a key, -1 where it has none. Setting needs a value of at least 0.
  subscript(key: UInt64) -> Int32 {
    get {
      var slot = Int(truncatingIfNeeded: key) & mask
      while values[slot] >= 0 {
        if keys[slot] == key { return values[slot] }
        slot = (slot + 1) & mask
      }
      return -1
    }
    set {
      if count * 2 >= keys.count { grow() }
      var slot = Int(truncatingIfNeeded: key) & mask
      while values[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
      if values[slot] < 0 { count += 1 }
      keys[slot] = key
      values[slot] = newValue
    }
  }

  private mutating func grow() {
    var larger = HashIndex(capacity: keys.count)
    for slot in keys.indices where values[slot] >= 0 { larger[keys[slot]] = values[slot] }
    self = larger
  }
}
