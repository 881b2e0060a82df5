/// A table of words with numbers, addressed by the scalars of a text without making a string.
///
/// Open addressing on 64-bit FNV-1a hashes of folded scalars (Fowler, Noll, Vo: RFC 9923). Every prefix of
/// a word is in the table as well, so that the longest word at a place is found in one pass.
struct WordTable {
  /// What the table holds for some scalars.
  enum Entry: Int32 {
    /// Nothing begins this way.
    case absent = -2
    /// Longer words begin this way.
    case prefix = -1
  }

  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var numbers: [Int32] = Array(repeating: Entry.absent.rawValue, count: 1024)
  private var used = 0
  /// The number of words.
  private(set) var count = 0

  @inline(__always)
  static func extend(_ hash: UInt64, by scalar: UInt32) -> UInt64 {
    (hash ^ UInt64(scalar)) &* 0x100_0000_01B3
  }

  /// The word's number, `prefix` or `absent`.
  @inline(__always)
  func number(of hash: UInt64) -> Int32 {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while numbers[slot] != Entry.absent.rawValue {
      if keys[slot] == hash { return numbers[slot] }
      slot = (slot + 1) & mask
    }
    return Entry.absent.rawValue
  }

  /// The number of a word, which is added where it is new.
  mutating func intern(_ word: some Sequence<UInt32>) -> Int32 {
    var hash = Self.seed
    for scalar in word {
      if hash != Self.seed, number(of: hash) == Entry.absent.rawValue {
        insert(hash, Entry.prefix.rawValue)
      }
      hash = Self.extend(hash, by: scalar)
    }
    let known = number(of: hash)
    guard known < 0 else { return known }
    insert(hash, Int32(count))
    count += 1
    return Int32(count - 1)
  }

  private mutating func insert(_ hash: UInt64, _ number: Int32) {
    if used * 2 > keys.count { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask
    while numbers[slot] != Entry.absent.rawValue, keys[slot] != hash { slot = (slot + 1) & mask }
    if numbers[slot] == Entry.absent.rawValue { used += 1 }
    keys[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = zip(keys, numbers).filter { $0.1 != Entry.absent.rawValue }
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    numbers = Array(repeating: Entry.absent.rawValue, count: size)
    used = 0
    for (hash, number) in old { insert(hash, number) }
  }
}
