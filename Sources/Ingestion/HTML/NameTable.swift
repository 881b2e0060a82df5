/// A hash table from short names in ASCII to what they name: those of elements and attributes are looked up
/// thousands of times a page.
struct NameTable<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    var first: UInt64 = 0
    var name: [UInt8] = []
    var value: Value?
  }

  private var slots = [Slot](repeating: Slot(), count: 1024)

  /// Makes a table of names, far fewer than a thousand.
  init(_ names: [(name: String, value: Value)]) {
    for (name, value) in names {
      let bytes = Array(name.utf8)
      bytes.withUnsafeBufferPointer { insert(bytes, Self.beginning(of: $0), value) }
    }
  }

  private mutating func insert(_ name: [UInt8], _ first: UInt64, _ value: Value) {
    var place = Self.place(first, name.count)
    while slots[place].value != nil { place = (place + 1) & 1023 }
    slots[place] = Slot(first: first, name: name, value: value)
  }

  /// What a name stands for; nothing where it is not in the table.
  subscript(name: UnsafeBufferPointer<UInt8>) -> Value? {
    let first = Self.beginning(of: name)
    var place = Self.place(first, name.count)
    return slots.withUnsafeBufferPointer { slots in
      while let value = slots[place].value {
        let isSame = slots[place].first == first && slots[place].name.count == name.count
        if isSame, name.count <= 8 || slots[place].name.elementsEqual(name) { return value }
        place = (place + 1) & 1023
      }
      return nil
    }
  }

  /// The first eight bytes as a number, which is all of most names.
  private static func beginning(of name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key: UInt64 = 0
    for place in 0..<min(8, name.count) { key = key << 8 | UInt64(name[place]) }
    return key
  }

  private static func place(_ first: UInt64, _ length: Int) -> Int {
    Int(truncatingIfNeeded: (first &* 0x9E37_79B9_7F4A_7C15) >> 54) ^ length & 1023
  }
}
